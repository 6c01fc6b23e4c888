import { type Answer, refusedAs } from "@fairhat/runtime";
import { STEP_REFUSALS, type StepRefusal } from "./steps.ts";

export function refusedFor(reason: StepRefusal): Answer<never> {
  return refusedAs(reason, STEP_REFUSALS[reason]);
}
