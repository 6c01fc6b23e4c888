// The big screen is run with one key, which draws if this browser has the organiser's key. The result is read from the
// draw.

import { announce } from "./announce.ts";
import { knownKey } from "./keys.ts";
import { live } from "./page.ts";

const PATIENCE = 30_000; // milliseconds
const IDLE = 3_000;
const KEYS = [" ", "Enter", "ArrowRight", "PageDown"];

/** Whether this browser may draw. */
export function isOrganisers(id: string): boolean {
  return knownKey(id) !== null;
}

let pressed = false;

/** Says so if the next press draws. */
export function offerPress(root: ParentNode): void {
  const hint = root.querySelector<HTMLElement>("[data-press]");
  if (hint) hint.hidden = !isOrganisers(hint.dataset.press ?? "");
  pressed = false;
}

async function draw(): Promise<void> {
  const hint = document.querySelector<HTMLElement>("[data-press]:not([hidden])");
  if (!hint || pressed) return;
  const id = hint.dataset.press ?? "";
  pressed = true;
  hint.textContent = live.countdown.due;
  try {
    const answer = await fetch(`/api/draws/${id}/draw`, {
      method: "POST",
      headers: { authorization: `Bearer ${knownKey(id)}`, "content-type": "application/json" },
      body: "{}",
      signal: AbortSignal.timeout(PATIENCE),
    });
    // Another remote or the organiser's page may have been first; the draw then shows its state.
    if (!answer.ok && answer.status !== 409) throw new Error(`refused with ${answer.status}`);
  } catch {
    pressed = false;
    hint.textContent = live.present.failed;
    announce(live.present.failed);
  }
}

/** Listens for keys and taps, and hides the controls when idle. */
export function driveHall(): void {
  const free = (target: EventTarget | null) =>
    target instanceof Element && !target.closest("a, button, select, dialog");
  document.addEventListener("keydown", (event) => {
    if (!KEYS.includes(event.key) || event.repeat || event.defaultPrevented || !free(event.target)) return;
    event.preventDefault();
    draw();
  });
  document.addEventListener("click", ({ target }) => free(target) && draw());
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    document.body.classList.remove("idle");
    clearTimeout(timer);
    timer = setTimeout(() => document.body.classList.add("idle"), IDLE);
  };
  for (const event of ["pointermove", "focusin"]) document.addEventListener(event, wake);
  wake();
}

const LEAST = 9; // pixels: smaller text is unreadable
const MOST = 64;

/** Scales a result to the screen. One that cannot fit scrolls in its card. */
export function fitResult(root: ParentNode): void {
  const result = root.querySelector<HTMLElement>("section:is(.result, .void)");
  if (!result) return;
  const fits = (size: number) => {
    result.style.fontSize = `${size}px`;
    return result.scrollHeight <= result.clientHeight && result.scrollWidth <= result.clientWidth;
  };
  let [least, most] = [LEAST, MOST];
  while (most - least > 0.5) {
    const middle = (least + most) / 2;
    if (fits(middle)) least = middle;
    else most = middle;
  }
  // A keyboard scrolls only what can have the focus.
  if (fits(least)) result.removeAttribute("tabindex");
  else result.tabIndex = 0;
}
