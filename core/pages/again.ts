// The prefilled form of a new draw that replaces a void one, or an open one that lost its seal.

import { distinctLabels } from "@fairhat/browser/list";
import { writtenList } from "@fairhat/lists";
import { LANGUAGES } from "@fairhat/messages";
import { isOpen, type OpenEntry } from "@fairhat/protocol";
import { checkRule } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import { entriesOf } from "../draws/entries.ts";
import { allChunks } from "../draws/list.ts";
import { unmarked } from "../draws/rehearsal.ts";
import type { Draw } from "../draws/repository.ts";
import { sealsHold } from "../draws/seal.ts";
import { reachable } from "../http.ts";
import { homePage } from "../views/views.ts";
import type { PageResponse } from "./answer.ts";
import { emptyForm, type Form, type FormRule, typedRule, writtenParam } from "./form.ts";
import type { PageContext } from "./pages.ts";

const MOST_COPIED = 10_000; // entries; a longer list must be pasted again

/** Whether the draw can be made again: it is void, or open and can never be locked. Throws ServiceDown. */
export async function canBeRedrawn(context: Context, draw: Draw): Promise<boolean> {
  return draw.state === "void" || (draw.state === "open" && !(await sealsHold(context, draw)).ok);
}

/** Shows the form of an unrelated draw with the same values. */
export function formCopied(context: PageContext, draw: Draw, rules: FormRule[]): Promise<PageResponse> {
  return filledForm(context, draw, rules, {});
}

/**
 * Shows the form of a draw that replaces this one. `key` is the void draw's manage key: it is passed in bodies, never
 * in an address.
 */
export function redrawForm(context: PageContext, stopped: Draw, key: string, rules: FormRule[]): Promise<PageResponse> {
  // A record can only name a draw that has one, and an open draw never gets one.
  const previous = stopped.state === "void" ? { previous: stopped.id, previousKey: key } : {};
  return filledForm(context, stopped, rules, previous);
}

async function filledForm(
  context: PageContext,
  stopped: Draw,
  rules: FormRule[],
  previous: Partial<Pick<Form, "previous" | "previousKey">>,
): Promise<PageResponse> {
  const { language } = context.showing;
  const entries = await entriesIn(context, stopped);
  const list = await reachable(writtenIn(context, stopped, entries));
  const labels = distinctLabels((entries ?? []).map(({ label }) => label));
  const form: Form = {
    ...filledFrom(stopped, emptyForm(rules), labels),
    entries: list ?? "",
    ...previous,
  };
  const problems =
    list === null ? [{ text: LANGUAGES[language].make.redraw.longList, language, control: "entries" }] : [];
  return { status: 200, page: homePage(context.showing, { form, rules, problems }) };
}

function filledFrom(stopped: Draw, empty: Form, labels: ReadonlyMap<number, string>): Form {
  const { title, organiser, listed, state, draw_after, params } = stopped;
  const rule = typedRule(stopped.rule);
  const written = Object.entries(JSON.parse(params)).map(([name, value]) => {
    return [`${rule}.${name}`, writtenParam(value, labels)] as const;
  });
  const typed = written.filter(([field]) => field in empty.params);
  const draw = state === "void" && draw_after === null ? "now" : "later";
  return {
    ...empty,
    title: unmarked(title),
    organiser,
    rule,
    listed,
    draw,
    params: { ...empty.params, ...Object.fromEntries(typed) },
  };
}

// Null if the list is too long to copy.
async function entriesIn({ db }: Context, draw: Draw): Promise<OpenEntry[] | null> {
  if (draw.entry_count > MOST_COPIED) return null;
  const entries: OpenEntry[] = [];
  for await (const chunk of allChunks(db, draw)) entries.push(...entriesOf(chunk).filter(isOpen));
  return entries;
}

// Null if the list cannot be written as text, or is unavailable.
async function writtenIn(context: Context, draw: Draw, entries: OpenEntry[] | null): Promise<string | null> {
  if (entries === null) return null;
  const checked = await checkRule(context, draw, allChunks(context.db, draw));
  return writtenList(entries, checked.ok && checked.value.takesTickets);
}
