import { clockOf, passesMark, wordsOf } from "../live/remaining.ts";
import { announce } from "./announce.ts";
import { language, live } from "./page.ts";

/** Updates the page's countdown, if any, each second until it leaves the page. */
export function countDown(root: ParentNode): void {
  const place = root.querySelector<HTMLElement>("[data-until]");
  if (!place) return;
  const { until = "", now = "" } = place.dataset;
  // Relative to the server's time: the visitor's clock may be wrong.
  const offset = Date.parse(now) - Date.now();
  const [clock, words] = [part("clock"), part("unseen")];
  clock.ariaHidden = "true";
  place.replaceChildren(clock, words);
  place.hidden = false;
  const end = Date.parse(until) - offset;
  let before = end - Date.now();
  const tick = () => {
    const left = end - Date.now();
    show(left, clock, words);
    if (left > 0 && passesMark(before, left)) announce(live.countdown.in(wordsOf(left, language)));
    before = left;
    if (left > 0 && place.isConnected) setTimeout(tick, left % 1_000 || 1_000);
  };
  tick();
}

function part(name: string): HTMLElement {
  const element = document.createElement("span");
  element.className = name;
  return element;
}

function show(left: number, clock: HTMLElement, words: HTMLElement): void {
  const { countdown } = live;
  clock.textContent = left > 0 ? clockOf(left, language) : "";
  const text = left > 0 ? countdown.in(wordsOf(left, language)) : countdown.due;
  if (words.textContent !== text) words.textContent = text;
  words.classList.toggle("unseen", left > 0);
}
