/** Makes a change on the page and keeps the focused field in the window, where the change would have pushed it out. */
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
