import type { RevealStep } from "../../reveal/steps.ts";

/** What moves before a name appears. It only follows the result, which was there before. */
export interface Picture {
  element: Element;
  /** Shows what is about to be revealed. */
  rest(step: RevealStep): void;
  /** Moves for about so many milliseconds; ends at once when `skip` fires. */
  run(step: RevealStep, milliseconds: number, skip: AbortSignal): Promise<void>;
}

/** Waits for animations; those that `skip` cuts short are at their end. */
export async function ended(animations: Animation[], skip: AbortSignal): Promise<void> {
  const finish = () => {
    for (const animation of animations) animation.finish();
  };
  if (skip.aborted) finish();
  skip.addEventListener("abort", finish);
  await Promise.allSettled(animations.map(({ finished }) => finished));
  skip.removeEventListener("abort", finish);
}

/** Waits so long, or until `skip` fires; null waits for that alone. */
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
