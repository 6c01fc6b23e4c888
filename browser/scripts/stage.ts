// The stage that reveals a result, loaded on demand. The result is on the page before and after, and the stage only
// replays it.
import { type RevealPart, type RevealStep, revealSteps, stepTime } from "../reveal/steps.ts";
import { element } from "./element.ts";
import { live } from "./page.ts";
import { pause } from "./stage/picture.ts";
import { sceneOf } from "./stage/scene.ts";
import { sounds } from "./stage/sounds.ts";

export type Style = "envelopes" | "wheel" | "names";

/** What is revealed, and how. */
export interface Shown {
  draw: string;
  title: string;
  parts: RevealPart[];
  /** Entries of the draw's list. */
  count: number;
  style: Style;
  /** Whether each step waits for a press. */
  byHand: boolean;
}

export interface Stage {
  /** Finishes an animation, continues after a pause, and closes the stage after the last step. */
  press(): void;
  close(): void;
  closed: Promise<void>;
}

const BEFORE_FIRST = 1_600; // milliseconds
const BEFORE_NEXT = 700;
const AFTER = 1_900;
const MOVING: Record<Style, number> = { envelopes: 1_500, wheel: 5_200, names: 2_800 };

/** Opens the stage over the page. */
export function openStage(shown: Shown): Stage {
  const steps = revealSteps(shown.parts);
  const dialog = element("dialog", { class: "stage", "aria-label": live.reveal.label });
  const closing = new AbortController();
  let skip = new AbortController();
  const press = () => skip.abort();
  const close = () => dialog.close();
  const noise = sounds();
  const scene = sceneOf(dialog, shown, noise, { press, close });
  /** A signal that the next press aborts. */
  const nextPress = (): AbortSignal => {
    skip = new AbortController();
    return AbortSignal.any([skip.signal, closing.signal]);
  };
  const revealOne = async (step: RevealStep, at: number) => {
    const isLast = at === steps.length - 1;
    scene.rest(step, at, steps.length);
    await pause(at > 0 ? BEFORE_NEXT : shown.byHand ? null : BEFORE_FIRST, nextPress());
    await scene.move(step, stepTime(steps.length, MOVING[shown.style]), nextPress());
    if (closing.signal.aborted) return;
    scene.show(step, isLast);
    await pause(shown.byHand || isLast ? null : stepTime(steps.length, AFTER), nextPress());
  };
  const run = async () => {
    await scene.begin();
    for (const [at, step] of steps.entries()) if (!closing.signal.aborted) await revealOne(step, at);
    if (!closing.signal.aborted && scene.whole(shown.parts)) await pause(null, nextPress());
    close();
  };
  const closed = new Promise<void>((resolve) => dialog.addEventListener("close", () => resolve()));
  closed.then(() => {
    closing.abort();
    noise.turn(false);
    dialog.remove();
  });
  document.body.append(dialog);
  dialog.showModal();
  run();
  return { press, close, closed };
}
