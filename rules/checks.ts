import { anyObject, integer, listOf, type Of, object, type Problem, reading, ruleName, typed } from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/runtime";
import { type Checked, check, complete, type Size } from "./catalogue/index.ts";
import { type Fault, refuse } from "./refuse.ts";

const count = integer(0);

/** A rule to check for a list; `params` may omit what has a default. */
export const checkRequest = object({
  rule: ruleName,
  params: anyObject,
  entries: object({ count, tickets: count }, { groups: listOf(count) }),
});

export type RuleCheck = Of<typeof checkRequest>;

/** What a rule will do with a list, with all parameters filled in. */
export interface CheckedRule {
  params: Record<string, unknown>;
  takesList: boolean;
  /** Whether an entry may have more than one ticket. */
  takesTickets: boolean;
  /** What will happen, in one sentence. */
  sentence: string;
}

/** Maximum entries of a draw: some seconds of work, and as many places in a result. */
export const MOST_ENTRIES = 1_000_000;

/** Maximum expected choices of a draw: a second of work. Applied only before the lock. */
const MOST_CHOICES = 1_000_000;

function choicesProblem(choices: number): Problem | null {
  if (choices <= MOST_CHOICES) return null;
  const found = { code: "about", number: choices.toPrecision(2) } as const;
  return { at: "params.forbidden", expected: { code: "fewer_choices", most: MOST_CHOICES }, found };
}

/** `check` of the catalogue, limited to what this service can draw: nothing else may be locked. */
export function checkHere(
  rule: string,
  params: unknown,
  size: Size,
): Extract<Checked, { ok: true }> | ({ ok: false } & Fault) {
  if (size.count <= MOST_ENTRIES) return check(rule, params, size);
  const expected = { code: "entries_at_most", most: MOST_ENTRIES } as const;
  return { ok: false, reason: "too_large", problem: { at: "entries.count", expected, found: typed(size.count) } };
}

/** Answers one item of POST /checks. */
export function answerCheck(item: unknown): Answer<CheckedRule> {
  const request = reading(checkRequest, item);
  if (!request.ok) return refuse({ reason: "malformed", problem: request.problem });
  const { rule, entries } = request.value;
  const params = complete(rule, request.value.params);
  const checked = checkHere(rule, params, entries);
  if (!checked.ok) return refuse(checked);
  const slow = choicesProblem(checked.rule.choices?.(checked.params, entries) ?? 0);
  if (slow) return refuse({ reason: "too_large", problem: slow });
  const { takesList } = checked.rule;
  const takesTickets = checked.rule.takesTickets(checked.params);
  return answered({ params, takesList, takesTickets, sentence: checked.rule.describe(checked.params, entries) });
}
