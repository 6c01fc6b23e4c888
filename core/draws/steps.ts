// The order of states: open -> locked -> drawn | void. Pure; the database enforces the same order.
import type { Side } from "@fairhat/protocol";
import type { DrawTable } from "../db/schema.ts";

export type Action = "change" | "lock" | "draw" | "void";

/** The part of a draw's state that decides its steps. */
export type Progress = Pick<DrawTable, "state" | "draw_after" | "begun_at">;

/** Why a step may not follow. */
export type StepRefusal =
  | "already_locked"
  | "already_drawn"
  | "already_void"
  | "not_locked"
  | "too_early"
  | "draw_begun";

const FINAL = { drawn: "already_drawn", void: "already_void" } as const;

/** Why the action is not allowed now (milliseconds since 1970), or null. */
export function refusalOf(action: Action, draw: Progress, now: number): StepRefusal | null {
  if (draw.state === "drawn" || draw.state === "void") return FINAL[draw.state];
  if (draw.state === "open") return action === "void" ? "not_locked" : null;
  if (action === "change" || action === "lock") return "already_locked";
  if (action === "draw") return isDue(draw, now) ? null : "too_early";
  return draw.begun_at === null ? null : "draw_begun";
}

/** The ending of a locked draw that is to be cancelled: void, drawn from its numbers, or waiting for its services. */
export type Ending = "void" | "finish" | "wait";

/**
 * The ending of a locked draw that is to be cancelled, once both services have said whether they opened. A side that
 * refuses permanently never opens, so both numbers can never be public. Otherwise, a begun draw may be opened at any
 * moment.
 */
export function endingOf(begun: boolean, opened: Record<Side, boolean>, refusing: Side | null): Ending {
  if (opened.a && opened.b) return "finish";
  if (refusing) return opened[refusing] ? "wait" : "void";
  return begun || opened.a || opened.b ? "wait" : "void";
}

function isDue({ draw_after }: Progress, now: number): boolean {
  return draw_after === null || Date.parse(draw_after) <= now;
}
