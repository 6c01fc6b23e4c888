// Opens the envelopes of a result one after the other. The result is on the page before and after: this only hides it for some
// seconds from those who look, and never from those who listen.
import { revealPace } from "../live/pace.ts";
import { live } from "./page.ts";

const OPENING = 700; // milliseconds, as in live.css

/** Offers to reveal the result, where there is one and motion is welcome; `atOnce` reveals it now. */
export function offerReveal(root: ParentNode, atOnce: boolean): void {
  const result = root.querySelector<HTMLElement>(".result");
  if (!result || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quiet reveal";
  result.querySelector("h2")?.after(button);
  let finish: (() => void) | null = null;
  const rest = () => {
    finish = null;
    button.textContent = live.reveal.again;
  };
  const play = () => {
    finish = reveal(result, rest);
    button.textContent = live.reveal.skip;
  };
  button.addEventListener("click", () => (finish ? finish() : play()));
  if (atOnce) play();
  else rest();
}

/** Starts it; the answer ends it. `done` is called at the end, whoever brought it about. */
function reveal(result: HTMLElement, done: () => void): () => void {
  const places = [...result.querySelectorAll<HTMLElement>("ol > li")];
  const { first, apart } = revealPace(places.length);
  // A screen in a hall shows what happens; everybody else looks where they want.
  const inHall = result.closest(".present") !== null;
  const stopListening = new AbortController();
  const { signal } = stopListening;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let opened = 0;
  const start = performance.now();
  const finish = () => {
    clearTimeout(timer);
    stopListening.abort();
    for (const place of places) place.classList.remove("sealed", "opening");
    if (inHall) result.scrollIntoView({ block: "start" });
    done();
  };
  const openDue = () => {
    // By the clock: where the machine is slow, several open together, and it takes no longer.
    const due = Math.min(first, Math.floor((performance.now() - start) / apart));
    const now = places.slice(opened, due);
    for (const place of now) place.classList.replace("sealed", "opening");
    if (inHall) now.at(-1)?.scrollIntoView({ block: "nearest" });
    opened = due;
    timer =
      opened < first
        ? setTimeout(openDue, start + (opened + 1) * apart - performance.now())
        : setTimeout(finish, OPENING);
  };
  for (const place of places) place.classList.add("sealed");
  const skip = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    finish();
  };
  // Before anybody else hears of the key: in a hall it would leave the page.
  document.addEventListener("keydown", skip, { capture: true, signal });
  document.addEventListener("visibilitychange", finish, { signal });
  openDue();
  return finish;
}
