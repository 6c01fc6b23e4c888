// From what was typed to a draft that can be made, or to the list of what is wrong with it.
import { type Pasted, readPasted } from "@fairhat/browser/list";
import { type Of, type Problem, type Reading, reading, ticketsOf } from "@fairhat/protocol";
import type { Answer, Refusal } from "@fairhat/service";
import type { Context } from "../draws/context.ts";
import { composed, type Draft, draftOf, makeRequest } from "../draws/draft.ts";
import { type Form, type FormRule, typedParams } from "./form.ts";

export type Preview =
  | {
      ok: true;
      draft: Draft;
      rule: FormRule;
      /** All parameters, those that were left out too. */
      params: Record<string, unknown>;
      sentence: string;
      pasted: Pasted;
    }
  | { ok: false; problems: string[] };

/** Reads a form as the API would read it, and asks the rule what it would do. Throws ServiceDown. */
export async function previewOf(context: Context, form: Form, rules: FormRule[]): Promise<Preview> {
  const rule = rules.find(({ name }) => name === form.rule);
  if (!rule) return { ok: false, problems: ["Choose a rule."] };
  const params = typedParams(form, rule);
  const check = (entries: Size) => context.rules.check({ rule: rule.name, params, entries });
  // Whether a line may end in tickets depends on the rule with its parameters, so the rule is asked before the list is read.
  const plain = readPasted(form.entries, false);
  const first = await check({ count: plain.entries.length, tickets: plain.entries.length });
  const pasted = first.ok && first.value.takesTickets ? readPasted(form.entries, true) : plain;
  const request = reading(makeRequest, composed(requestOf(form, rule, params, pasted)));
  if (!request.ok || !first.ok) return { ok: false, problems: problemsOf(request, first) };
  const draft = draftOf(request.value);
  const checked = await check(sizeOf(draft.entries));
  if (!checked.ok) return { ok: false, problems: problemsOf(request, checked) };
  return { ok: true, draft, rule, params: checked.value.params, sentence: checked.value.sentence, pasted };
}

type Size = Parameters<Context["rules"]["check"]>[0]["entries"];

function sizeOf(entries: Draft["entries"]): Size {
  return { count: entries.length, tickets: entries.reduce((sum, entry) => sum + ticketsOf(entry), 0) };
}

function problemsOf(request: Reading<unknown>, checked: Answer<unknown>): string[] {
  const problems = request.ok ? [] : [sentenceOf(request.problem)];
  if (!checked.ok) problems.push(refusalInWords(checked.refused));
  return [...new Set(problems)];
}

/** A refusal in words, for people. */
export function refusalInWords({ detail, field }: Refusal): string {
  return field ? sentenceOf(field) : `${detail}.`;
}

function requestOf(form: Form, rule: FormRule, params: Record<string, unknown>, pasted: Pasted) {
  const { title, organiser, listed } = form;
  const draw = form.draw as Of<typeof makeRequest>["draw"];
  return {
    title: title.trim(),
    organiser: organiser.trim(),
    rule: rule.name,
    params,
    entries: pasted.entries,
    draw,
    listed,
  };
}

const PLACES: Record<string, string> = {
  title: "What is drawn",
  organiser: "Who draws",
  entries: "The list",
  "entries.count": "The list",
  "entries.tickets": "Tickets",
  drawAfter: "The time",
  reason: "The reason",
};

const ONE_OF: Record<string, string> = { entries: "Entry", prizes: "Prize" };

/** A problem in words, its place as people see it on the form. */
export function sentenceOf({ at, expected, found }: Problem): string {
  return `${PLACES[at] ?? placeOf(at)}: expected ${expected}, found ${found}.`;
}

// People count from one: `entries[2].tickets` is "Entry 3, tickets".
function placeOf(at: string): string {
  const [, list = "", position, member] = /^(?:params\.)?(\w+)\[(\d+)\](?:\.(.*))?$/.exec(at) ?? [];
  if (position === undefined) return at.replace(/^params\./, "");
  const one = `${ONE_OF[list] ?? list} ${Number(position) + 1}`;
  return member ? `${one}, ${member}` : one;
}
