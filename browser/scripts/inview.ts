/** Changes the page while keeping the focused field inside the window. */
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

/** Waits while a button in this part of the page is held down; replacing it would lose the click. */
export async function released(place: HTMLElement): Promise<void> {
  if (!place.querySelector(":active")) return;
  await new Promise<void>((resolve) => {
    const end = new AbortController();
    const done = () => {
      end.abort();
      setTimeout(resolve); // the click follows these events
    };
    for (const event of ["pointerup", "pointercancel", "keyup"]) addEventListener(event, done, { signal: end.signal });
  });
}
