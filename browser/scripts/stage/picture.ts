import type { RevealStep } from "../../reveal/steps.ts";

/** The animation before a name appears. It only replays the known result. */
export interface Picture {
  element: Element;
  /** Prepares for the next step. */
  rest(step: RevealStep): void;
  /** Animates for about this many milliseconds; ends at once when `skip` aborts. */
  run(step: RevealStep, milliseconds: number, skip: AbortSignal): Promise<void>;
}

/** Waits for animations; `skip` finishes them at once. */
export async function ended(animations: Animation[], skip: AbortSignal): Promise<void> {
  const finish = () => {
    for (const animation of animations) animation.finish();
  };
  if (skip.aborted) finish();
  skip.addEventListener("abort", finish);
  await Promise.allSettled(animations.map(({ finished }) => finished));
  skip.removeEventListener("abort", finish);
}

/** Waits this long, or until `skip` aborts; null waits only for that. */
export function pause(milliseconds: number | null, skip: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (skip.aborted) return resolve();
    const end = () => {
      clearTimeout(timer);
      skip.removeEventListener("abort", end);
      resolve();
    };
    const timer = milliseconds === null ? undefined : setTimeout(end, milliseconds);
    skip.addEventListener("abort", end);
  });
}
