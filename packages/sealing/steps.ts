// The order of steps for one seal: sealed -> bound -> opened. Pure; docs/protocol.md, sections 4 and 5.
import type { Manifest } from "@fairhat/protocol";

/** The part of a draw's stored state that decides its next step. */
export interface Held {
  /** The core that the draw belongs to. */
  core: string;
  /** Digest of the seal, and its time. */
  seal: string;
  sealedAt: string;
  bound: { manifest: string; at: string } | null;
  opened: boolean;
  /** What the next step needs and the service no longer has. */
  lacks: "key" | "secret" | null;
}

export interface Asked {
  act: "bind" | "open";
  /** The requesting core. */
  core: string;
  manifest: Manifest;
  /** Digest of the manifest, computed here. */
  M: string;
}

export type WriteStep =
  | { step: "bind"; boundAt: string }
  | { step: "open"; openedAt: string }
  | { step: "bindAndOpen"; boundAt: string; openedAt: string };

/** `answer`: everything asked for is already stored and is returned unchanged. */
export type Step = WriteStep | { step: "answer" } | { step: "refuse"; reason: StepRefusal };

export type StepRefusal = keyof typeof STEP_REFUSALS;

/** Every refusal of a step, with what it tells people. A refusal writes nothing. */
export const STEP_REFUSALS = {
  unknown_draw: "this service sealed nothing for this draw; ask it for a seal first",
  of_another_core: "this draw belongs to the core that had it sealed, which is another one",
  not_in_manifest:
    "exactly one of seals.a and seals.b must be the digest of this service's seal, and the two must differ",
  bound_to_another: "this seal is bound to another manifest, for ever",
  key_retired:
    "the key that made this seal is retired: what was done with it is repeated, nothing more is done with it",
  secret_lost: "this service has the secret of this seal no longer; the draw cannot be opened",
  clock_too_far: "lockedAt is more than 60 seconds away from this service's clock; set the clocks and lock again",
  draw_after_passed:
    "drawAfter has passed by this service's clock, so nobody could see the list before the draw; announce a later time, or draw at once",
  too_early: "drawAfter has not come yet by this service's clock; ask again then",
} as const;

const TOLERANCE = 60_000; // milliseconds

/** The next step for a request at `now`. Times are protocol text, whose byte order is time order. */
export function nextStep(held: Held | undefined, asked: Asked, now: string): Step {
  if (!held) return { step: "refuse", reason: "unknown_draw" };
  const misfit = misfitOf(held, asked);
  if (misfit) return { step: "refuse", reason: misfit };
  if (held.opened || (held.bound && asked.act === "bind")) return { step: "answer" };
  const obstacle = obstacleTo(held, asked, now);
  if (obstacle) return { step: "refuse", reason: obstacle };
  if (held.bound) return { step: "open", openedAt: later(now, held.bound.at) };
  const boundAt = later(now, held.sealedAt);
  return asked.act === "bind" ? { step: "bind", boundAt } : { step: "bindAndOpen", boundAt, openedAt: boundAt };
}

// Replicas' clocks differ, and no step may be dated before the step it follows.
function later(now: string, before: string): string {
  return now > before ? now : before;
}

// Refusals that neither waiting nor repair changes.
function misfitOf({ core, seal, bound }: Held, asked: Asked): StepRefusal | null {
  const { a, b } = asked.manifest.seals;
  if (core !== asked.core) return "of_another_core";
  if (a === b || (seal !== a && seal !== b)) return "not_in_manifest";
  return bound && bound.manifest !== asked.M ? "bound_to_another" : null;
}

function obstacleTo({ bound, sealedAt, lacks }: Held, { act, manifest }: Asked, now: string): StepRefusal | null {
  if (lacks) return lacks === "key" ? "key_retired" : "secret_lost";
  const late = bound ? null : obstacleToFirstBinding(manifest, later(now, sealedAt));
  if (late) return late;
  return act === "open" && manifest.drawAfter !== null && manifest.drawAfter > now ? "too_early" : null;
}

function obstacleToFirstBinding({ lockedAt, drawAfter }: Manifest, boundAt: string): StepRefusal | null {
  if (Math.abs(Date.parse(lockedAt) - Date.parse(boundAt)) > TOLERANCE) return "clock_too_far";
  const announced = drawAfter !== null && drawAfter !== lockedAt;
  return announced && drawAfter < boundAt ? "draw_after_passed" : null;
}
