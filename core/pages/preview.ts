// From input to a valid draft, or to a list of problems.

import { namedPairs } from "@fairhat/browser/list";
import { unansweredIn } from "@fairhat/lists";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { type Found, type Of, type Reading, reading, shownOf } from "@fairhat/protocol";
import { type Answer, answered, type Field } from "@fairhat/runtime";
import type { Context } from "../draws/context.ts";
import { inFuture } from "../draws/due.ts";
import { entriesOf, type NewList } from "../draws/entries.ts";
import { composed, type Draft, draftOf, makeRequest } from "../draws/requests.ts";
import { hideList } from "../lists/private.ts";
import { readHidden, readTyped, type TypedList } from "../lists/typed.ts";
import { type LocalizedText, sentenceIn } from "../words.ts";
import { type Complaint, complaintAt, complaintOf } from "./complaints.ts";
import { findingInWords, type OpenAnswer, openAnswers } from "./findings.ts";
import { type Form, type FormRule, typedParams } from "./form.ts";
import { typedTime } from "./when.ts";

export type Preview =
  | {
      ok: true;
      draft: Draft;
      rule: FormRule;
      /** All parameters, including defaults. */
      params: Record<string, unknown>;
      sentence: LocalizedText;
      typed: Omit<TypedList, "list">;
      /** Labels of the first entries, if the rule names entries. */
      labels: readonly string[];
    }
  | { ok: false; problems: Complaint[]; answers?: OpenAnswer[] };

/** Reads a form as the API would, and asks the rule what it would do. Throws ServiceDown. */
export async function previewOf(context: Context, language: Language, form: Form, rules: FormRule[]): Promise<Preview> {
  const rule = rules.find(({ name }) => name === form.rule);
  if (!rule)
    return { ok: false, problems: [{ text: LANGUAGES[language].problems.chooseRule, language, control: "rule" }] };
  // Whether a line may end in tickets depends on the rule and its parameters, so the rule is asked before the list is
  // read.
  const read = (takesTickets: boolean) => listIn(form, takesTickets);
  const plain = await read(false);
  const labels = plain.list.ok ? labelsOf(plain.list.value) : [];
  const params = typedParams(form, rule, labels);
  const check = async (entries: Size) =>
    withNames(await context.rules.check({ rule: rule.name, params, entries }), labels);
  const first = await check({ count: plain.report.entries, tickets: plain.report.entries });
  const { list: given, ...typed } = first.ok && first.value.takesTickets ? await read(true) : plain;
  const list = await listToMake(form, given);
  const request = reading(makeRequest, composed(requestOf(form, rule, params)));
  const due = dueOf(context, form);
  const wrongWith = (read: Reading<unknown>, ...answers: Answer<unknown>[]) =>
    complaintsOf(language, rule, read, answers);
  const open = unansweredIn(typed.report.findings, form.keep);
  if (open.length > 0) {
    const found = open.map((finding) => ({ ...findingInWords(language, finding), control: "entries" }));
    return {
      ok: false,
      problems: [...wrongWith(request, due, first), ...found],
      answers: openAnswers(language, open),
    };
  }
  if (!request.ok || !list.ok || !first.ok || !due.ok) {
    return { ok: false, problems: wrongWith(request.ok ? list : request, due, first) };
  }
  const draft = { ...draftOf(request.value, list.value), ...due.value };
  const { entry_count: count, entry_tickets: tickets } = list.value.summary;
  const size = { count, tickets };
  const checked = await check(size);
  if (!checked.ok) return { ok: false, problems: wrongWith(request, due, checked) };
  const { params: all, sentence } = checked.value;
  const said = sentenceIn(language, rule.name, all, size, sentence);
  return { ok: true, draft, rule, params: all, sentence: said, typed, labels };
}

function listIn({ longEntries, entries, hidden }: Form, takesTickets: boolean): Promise<TypedList> {
  const text = longEntries ?? entries;
  return hidden ? readHidden(text) : readTyped(text, takesTickets);
}

/** The list as it is to be stored: core hides a private one whose names the browser sent. */
function listToMake(
  { private: isPrivate, hidden, mask }: Form,
  given: Reading<NewList>,
): Reading<NewList> | Promise<Reading<NewList>> {
  return isPrivate && !hidden && given.ok ? hideList(given.value, mask) : given;
}

type Size = Parameters<Context["rules"]["check"]>[0]["entries"];

type Due = Pick<Draft, "drawAfter">;

function dueOf(context: Context, { draw, drawAfter, zone }: Form): Answer<Due> {
  if (draw !== "at") return answered({});
  const typed = typedTime(drawAfter, zone);
  if (!typed.ok) return typed;
  const due = inFuture(context, typed.value);
  return due.ok ? answered({ drawAfter: typed.value }) : due;
}

function complaintsOf(
  language: Language,
  rule: FormRule,
  request: Reading<unknown>,
  answers: Answer<unknown>[],
): Complaint[] {
  const problems = request.ok ? [] : [complaintAt(language, request.problem, rule.name)];
  for (const answer of answers) if (!answer.ok) problems.push(complaintOf(language, answer.refused, rule.name));
  return problems.filter(({ text }, at) => problems.findIndex((other) => other.text === text) === at);
}

const MOST_NAMED = 10; // chunks of the list in which rules look for names

function labelsOf({ chunks }: NewList): string[] {
  return chunks.slice(0, MOST_NAMED).flatMap((chunk) => entriesOf(chunk).map(shownOf));
}

/** A refusal names people as in the form, not by position. */
function withNames<T>(checked: Answer<T>, labels: readonly string[]): Answer<T> {
  if (checked.ok || !checked.refused.field) return checked;
  const { field, ...refused } = checked.refused;
  return { ok: false, refused: { ...refused, field: { ...field, ...namedIn(field, labels) } } };
}

function namedIn({ found, phrases }: Field, labels: readonly string[]): Pick<Field, "found" | "phrases"> {
  const named = (text: string) => namedPairs(text, labels);
  if (!phrases) return { found: named(found) };
  return { found: named(found), phrases: { ...phrases, found: foundNamed(phrases.found, named) } };
}

function foundNamed(found: Found, named: (text: string) => string): Found {
  if (found.code === "typed") return { ...found, text: named(found.text) };
  return found.code === "pairs" ? { ...found, named: named(found.named) } : found;
}

function requestOf(form: Form, rule: FormRule, params: Record<string, unknown>) {
  const { title, organiser, listed } = form;
  const test = form.draw === "test";
  const draw = (form.draw === "at" ? "later" : test ? "now" : form.draw) as Of<typeof makeRequest>["draw"];
  return {
    title: title.trim(),
    organiser: organiser.trim(),
    rule: rule.name,
    params,
    draw,
    listed,
    test,
  };
}
