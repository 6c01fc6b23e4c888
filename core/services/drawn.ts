// What the rules service drew, as core keeps it.
import { canonical } from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/service";

export interface Drawn {
  draw: string;
  /** `text` is all of it in canonical form, as a record has it. */
  outcome: { rule: string; seed: string; text: string };
}

/** An outcome as the rules service answers it. */
interface Outcome {
  rule: string;
  seed: string;
  result: Record<string, unknown>;
}

export function drawnIn(answer: Answer<{ draw: string; outcome: Outcome }>): Answer<Drawn> {
  if (!answer.ok) return answer;
  const { draw, outcome } = answer.value;
  return answered({ draw, outcome: { rule: outcome.rule, seed: outcome.seed, text: canonical(outcome) } });
}
