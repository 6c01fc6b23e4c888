import type { Problem } from "@fairhat/protocol";
import { type Answer, HttpRefusal, refused } from "@fairhat/runtime";
import { STEP_REFUSALS, type StepRefusal } from "./steps.ts";

/** The answer to an item of the wrong shape. */
export function malformed(problem: Problem): Answer<never> {
  return { ok: false, refused: HttpRefusal.malformed(problem).refusal };
}

export function refusedFor(reason: StepRefusal): Answer<never> {
  return refused(reason, STEP_REFUSALS[reason]);
}
