const FOCUSABLE = "a[href], button, input, select, summary, textarea";

/** Replaces an element and keeps open parts, focus and scroll position; `enhance` enhances the new one. */
export function replaceDraw(old: HTMLElement, now: HTMLElement, enhance: () => void): void {
  const opened = namesOf(old, "details[open] > summary");
  const { activeElement } = document;
  const focused = activeElement && [...named(old)].find(([, element]) => element === activeElement)?.[0];
  const had = old.contains(activeElement);
  const { scrollX: left, scrollY: top } = window;
  old.replaceWith(now);
  for (const [name, element] of named(now)) {
    if (opened.has(name) && element.parentElement instanceof HTMLDetailsElement) element.parentElement.open = true;
  }
  enhance();
  if (had) focusOn(now, focused ?? "");
  scrollTo({ left, top, behavior: "instant" });
}

// Elements are matched by their meaning to the reader, and by number if there are several.
function* named(root: HTMLElement): Generator<[string, HTMLElement]> {
  const counts = new Map<string, number>();
  for (const element of root.querySelectorAll<HTMLElement>(FOCUSABLE)) {
    const name = [element.localName, element.id, element.getAttribute("href"), element.textContent].join("\n");
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    yield [`${name}\n${count}`, element];
  }
}

function namesOf(root: HTMLElement, selector: string): Set<string> {
  return new Set([...named(root)].flatMap(([name, element]) => (element.matches(selector) ? name : [])));
}

// If the focused element is gone, focus moves to the start of the draw, not of the page.
function focusOn(root: HTMLElement, name: string): void {
  const same = new Map(named(root)).get(name);
  if (!same) root.tabIndex = -1;
  (same ?? root).focus({ preventScroll: true });
}
