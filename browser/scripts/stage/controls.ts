// Controls of the stage: keys, taps, a presenter's remote, and buttons that hide when idle.
import { element } from "../element.ts";
import { live } from "../page.ts";
import type { Sounds } from "./sounds.ts";

const IDLE = 2_500; // milliseconds
const NEXT_KEYS = [" ", "Enter", "ArrowRight", "PageDown"];

export interface Controls {
  element: HTMLElement;
  at(step: number, of: number): void;
  /** From now on the next press closes. */
  last(): void;
}

export function controlsOf(
  dialog: HTMLDialogElement,
  noise: Sounds,
  { press, close }: { press: () => void; close: () => void },
): Controls {
  const { reveal: words } = live;
  const next = button("", words.next, press);
  next.autofocus = true;
  const all = button("quiet", words.skip, close);
  const sound = element("input", { type: "checkbox" });
  sound.addEventListener("change", () => noise.turn(sound.checked));
  const count = element("span", { class: "count" });
  wakeUp(dialog);
  dialog.addEventListener("keydown", (event) => {
    const onControl = event.target instanceof HTMLButtonElement || event.target instanceof HTMLInputElement;
    if (!NEXT_KEYS.includes(event.key) || onControl || event.repeat) return;
    event.preventDefault();
    press();
  });
  dialog.addEventListener("click", ({ target }) => {
    if (target instanceof Element && !target.closest(".controls")) press();
  });
  const label = element("label", { class: "sound" }, sound, words.sound);
  return {
    element: element("div", { class: "controls" }, next, all, label, count),
    at(step, of) {
      count.textContent = of > 1 ? `${step} / ${of}` : "";
    },
    last() {
      next.textContent = words.close;
      all.hidden = true;
    },
  };
}

function button(look: string, text: string, act: () => void): HTMLButtonElement {
  const made = element("button", { type: "button", class: look }, text);
  made.addEventListener("click", act);
  return made;
}

// Wakes on any movement or key except a presenter's.
function wakeUp(dialog: HTMLElement): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = () => {
    dialog.classList.remove("idle");
    clearTimeout(timer);
    timer = setTimeout(() => dialog.classList.add("idle"), IDLE);
  };
  dialog.addEventListener("pointermove", wake);
  dialog.addEventListener("keydown", ({ key }) => key === "Tab" && wake());
  wake();
}
