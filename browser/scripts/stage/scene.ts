// The scene of the stage: a step's heading, the animation, and the result.
import type { RevealPart, RevealStep } from "../../reveal/steps.ts";
import { element } from "../element.ts";
import { live } from "../page.ts";
import type { Shown } from "../stage.ts";
import { throwConfetti } from "./confetti.ts";
import { controlsOf } from "./controls.ts";
import { envelope } from "./envelope.ts";
import { headingOf, spokenStep } from "./heading.ts";
import { cardOf, fit } from "./names.ts";
import type { Picture } from "./picture.ts";
import { poolOf, wheelEntries } from "./pool.ts";
import { rolling } from "./rolling.ts";
import type { Sounds } from "./sounds.ts";
import { wheel } from "./wheel.ts";

const PIECES = { step: 50, last: 180 };
const MOST_IN_WHOLE = 60; // places shown together on one screen

export interface Scene {
  begin(): Promise<void>;
  rest(step: RevealStep, at: number, of: number): void;
  move(step: RevealStep, milliseconds: number, skip: AbortSignal): Promise<void>;
  show(step: RevealStep, last: boolean): void;
  /** Shows the whole result if it adds to the last step and fits; returns whether it does. */
  whole(parts: RevealPart[]): boolean;
}

export function sceneOf(
  dialog: HTMLDialogElement,
  shown: Shown,
  noise: Sounds,
  acts: { press: () => void; close: () => void },
): Scene {
  const heading = element("h2", { class: "prize" });
  const moving = element("div", { class: "moving", "aria-hidden": "true" });
  const cards = element("div", { class: "cards" });
  const region = element("p", { class: "unseen", role: "status" });
  const title = element("p", { class: "of" }, element("bdi", {}, shown.title));
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const controls = controlsOf(dialog, noise, acts);
  dialog.append(title, heading, element("div", { class: "scene" }, moving, cards), region, controls.element);
  let picture: Picture | null = null;
  let card: HTMLElement | null = null;
  new ResizeObserver(() => card && fit(card)).observe(cards);

  const put = (next: HTMLElement | null) => {
    card = next;
    cards.replaceChildren(...(next ? [next] : []));
    moving.classList.toggle("behind", next !== null);
    if (!next) return;
    fit(next);
    const frames = calm
      ? [{ opacity: 0 }, { opacity: 1 }]
      : [
          { opacity: 0, transform: "perspective(60rem) rotateX(-75deg) scale(0.7)" },
          { opacity: 1, transform: "none" },
        ];
    next.animate(frames, { duration: calm ? 400 : 550, easing: "cubic-bezier(0.2, 0.8, 0.2, 1.1)" });
  };

  return {
    async begin() {
      picture = calm ? null : await pictureOf(shown, noise);
      if (picture) moving.replaceChildren(picture.element);
    },
    rest(step, at, of) {
      heading.textContent = headingOf(step);
      put(null);
      picture?.rest(step);
      controls.at(at + 1, of);
    },
    async move(step, milliseconds, skip) {
      await picture?.run(step, milliseconds, skip);
    },
    show(step, last) {
      put(cardOf(step));
      region.textContent = spokenStep(step);
      if (last) noise.cheer();
      if (!calm) throwConfetti(dialog, last ? PIECES.last : PIECES.step);
      if (last) controls.last();
    },
    whole(parts) {
      const places = parts.reduce((sum, part) => sum + part.places.length, 0);
      if (places === 1 || places > MOST_IN_WHOLE) return false;
      heading.textContent = live.reveal.all;
      put(cardOf(parts));
      return true;
    },
  };
}

async function pictureOf(shown: Shown, noise: Sounds): Promise<Picture> {
  if (shown.style === "wheel") {
    const entries = await wheelEntries(shown.draw);
    if (entries) return wheel(entries, noise);
  }
  if (shown.style === "names") return rolling(await poolOf(shown), noise);
  return envelope(noise);
}
