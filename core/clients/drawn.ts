// A result of the rules service in core's form.
import { canonical } from "@fairhat/protocol";
import type { Drawn as RulesDrawn } from "@fairhat/rules";
import { type Answer, answered } from "@fairhat/runtime";

export interface Drawn {
  draw: string;
  /** `text` is the outcome's canonical form, as in a record. */
  outcome: { rule: string; seed: string; text: string };
}

export function drawnIn(answer: Answer<RulesDrawn>): Answer<Drawn> {
  if (!answer.ok) return answer;
  const { draw, outcome } = answer.value;
  return answered({ draw, outcome: { rule: outcome.rule, seed: outcome.seed, text: canonical(outcome) } });
}
