import type { Problem } from "@fairhat/protocol";
import type { Reason } from "@fairhat/protocol/refusals";
import { fieldOf, type Given, type Refusal, refusal } from "./problem.ts";

/** The answer to one item of a batch; a refused item never fails the others. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refusal };

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

/** The answer for a known reason. */
export function refused<R extends Reason>(reason: R, ...given: Given<R>): Answer<never> {
  return { ok: false, refused: refusal(reason, ...given).refusal };
}

/** The answer for a reason of one service's own table. */
export function refusedAs(reason: string, detail: string, problem?: Problem): Answer<never> {
  return { ok: false, refused: problem ? { reason, detail, field: fieldOf(problem) } : { reason, detail } };
}
