// What may follow what: open -> locked -> drawn | void. Pure; the database enforces the same order once more.
import type { DrawTable } from "../db/schema.ts";

export type Action = "change" | "lock" | "draw" | "void";

/** What a step needs to know of a draw. */
export type Standing = Pick<DrawTable, "state" | "draw_after" | "begun_at">;

export type StepRefusal = keyof typeof STEP_REFUSALS;

/** Every refusal of a step, with what it tells people. */
export const STEP_REFUSALS = {
  already_locked: "this draw is locked; nothing about it can be changed any more",
  already_drawn: "this draw is drawn; its result stands",
  already_void: "this draw is void; make a new one",
  not_locked: "this draw is not locked yet; lock it first",
  too_early: "this draw was announced for later; it cannot be drawn before its time",
  draw_begun: "this draw has begun and is being finished; it can be stopped only if it is stuck for ten minutes",
} as const;

/** How long a begun draw cannot be stopped: the numbers may be out, and nobody shall choose whether they count. */
export const STUCK_AFTER = 10 * 60_000; // milliseconds

const FINAL = { drawn: "already_drawn", void: "already_void" } as const;

/** Why the action may not follow now (milliseconds since 1970), or null. */
export function refusalOf(action: Action, draw: Standing, now: number): StepRefusal | null {
  if (draw.state === "drawn" || draw.state === "void") return FINAL[draw.state];
  if (draw.state === "open") return action === "void" ? "not_locked" : null;
  if (action === "change" || action === "lock") return "already_locked";
  if (action === "draw") return isDue(draw, now) ? null : "too_early";
  return draw.begun_at !== null && now - Date.parse(draw.begun_at) < STUCK_AFTER ? "draw_begun" : null;
}

function isDue({ draw_after }: Standing, now: number): boolean {
  return draw_after === null || Date.parse(draw_after) <= now;
}
