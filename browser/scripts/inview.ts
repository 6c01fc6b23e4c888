/** Makes a change above what has the focus without pushing that out of the window: whoever types goes on seeing their field. */
export function keepFocusInView(change: () => void): void {
  const { activeElement } = document;
  const wasInView = activeElement !== null && isInView(activeElement);
  change();
  if (wasInView && !isInView(activeElement)) activeElement.scrollIntoView({ block: "nearest", behavior: "instant" });
}

function isInView(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
}
