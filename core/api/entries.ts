// The list of a draw, given as entries, text or a workbook. Ambiguous lists are refused with a code, unless that code
// is kept.
import { type Finding, refusedText, unansweredIn } from "@fairhat/lists";
import { LANGUAGES } from "@fairhat/messages";
import { object, pattern, typed } from "@fairhat/protocol";
import { type HttpRefusal, read, refusal } from "@fairhat/runtime";
import { checkRuleLater } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import type { NewList } from "../draws/entries.ts";
import { allChunks } from "../draws/list.ts";
import type { Draw } from "../draws/repository.ts";
import { entriesRequest } from "../draws/requests.ts";
import { granted } from "../http.ts";
import { GivenText, GivenWorkbook, readListRequest } from "../lists/intake.ts";
import { notAList } from "../lists/readers.ts";
import type { SheetChoice } from "../lists/sheets.ts";
import { readSheet, readTyped, type TypedList } from "../lists/typed.ts";

const { findings: FOUND, advice: ADVICE } = LANGUAGES.en.list;

/** Query parameter: codes of findings to accept. */
export const keep = pattern(/^[a-z_]+(,[a-z_]+)*$/, { code: "finding_codes" });

/** Query parameter: one sheet of a workbook. */
export const sheet = pattern(/^[1-9][0-9]{0,3}$/, { code: "sheet_number", min: 1, max: 9_999 });

/** How to read a list. */
export interface ListChoice extends SheetChoice {
  /** Codes of accepted findings. */
  kept: string[];
}

const choiceQuery = object({}, { keep, sheet });

/** The query's instructions for reading a list. Throws HttpRefusal. */
export function choiceIn(query: Record<string, string | undefined>): ListChoice {
  const named = Object.entries({ keep: query.keep, sheet: query.sheet }).filter(([, value]) => value !== undefined);
  const { keep: codes = "", sheet: number } = read(choiceQuery, Object.fromEntries(named));
  const kept = codes.split(",");
  return number === undefined ? { kept } : { kept, sheet: Number(number) - 1 };
}

/** Reads the list in a body. Throws HttpRefusal. */
export async function givenList(context: Context, draw: Draw, body: unknown, choice: ListChoice): Promise<NewList> {
  if (!(body instanceof GivenText || body instanceof GivenWorkbook)) return readListRequest(entriesRequest, body).list;
  const { takesTickets } = granted(await checkRuleLater(context, draw, allChunks(context.db, draw)));
  const { list, report } =
    body instanceof GivenText ? await textList(body, takesTickets) : await readSheet(body.bytes, takesTickets, choice);
  const [open] = unansweredIn(report.findings, []).filter(
    (found) => found.severity === "mend" || !choice.kept.includes(found.code),
  );
  if (open) throw unclear(open);
  if (!list.ok) throw refusal("malformed", list.problem);
  return list.value;
}

function textList({ text }: GivenText, takesTickets: boolean): Promise<TypedList> {
  const format = refusedText(typeof text === "string" ? text : Buffer.from(text.pieces[0] ?? []).toString());
  if (format) throw notAList(format);
  return readTyped(text, takesTickets);
}

function unclear(finding: Finding): HttpRefusal {
  const { code, count, severity, places } = finding;
  const lines = places.map((place) => LANGUAGES.en.list.place(place)).join("; ");
  const right = severity === "answer" ? ` If it is right as it is, send the list with ?keep=${code}.` : "";
  const text = `${FOUND[code](count)}${lines && `: ${lines}`}. ${ADVICE[code] ?? ""}${right}`;
  const field = { at: "entries", expected: { code: "one_reading" }, found: typed(code) } as const;
  return refusal("list_unclear", { text }, field);
}
