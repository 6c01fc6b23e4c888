import type { Problem } from "@fairhat/protocol";
import { fieldOf, type Refusal } from "./problem.ts";

/** The answer to one item of a batch; a refused item never fails the others. */
export type Answer<T> = { ok: true; value: T } | { ok: false; refused: Refusal };

export function answered<T>(value: T): Answer<T> {
  return { ok: true, value };
}

export function refused(reason: string, detail: string, problem?: Problem): Answer<never> {
  return { ok: false, refused: problem ? { reason, detail, field: fieldOf(problem) } : { reason, detail } };
}
