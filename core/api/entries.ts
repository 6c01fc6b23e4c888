// The list of a draw, given as entries or as text. What may be meant otherwise is refused by name, unless it is kept by name.
import { type Finding, refusedText, unansweredIn } from "@fairhat/lists";
import { LANGUAGES } from "@fairhat/messages";
import { object, pattern } from "@fairhat/protocol";
import { HttpRefusal, read } from "@fairhat/runtime";
import { checkRuleLater } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import type { NewList } from "../draws/entries.ts";
import type { Draw } from "../draws/repository.ts";
import { entriesRequest } from "../draws/requests.ts";
import { granted } from "../http.ts";
import { GivenText, readListRequest } from "../lists/intake.ts";
import { readTyped } from "../lists/typed.ts";

const { findings: FOUND, advice: ADVICE } = LANGUAGES.en.list;

/** The query with which a list is taken as it is: codes of findings. */
export const keep = pattern(/^[a-z_]+(,[a-z_]+)*$/, "codes of findings with commas between them");

const keptQuery = object({}, { keep });

/** The codes that a query keeps. Throws HttpRefusal. */
export function keptIn({ keep }: Record<string, string | undefined>): string[] {
  const { keep: codes = "" } = read(keptQuery, keep === undefined ? {} : { keep });
  return codes.split(",");
}

/** The list that a body gives to a draw; `kept` are codes of findings that are right as they are. Throws HttpRefusal. */
export async function givenList(context: Context, draw: Draw, body: unknown, kept: string[]): Promise<NewList> {
  if (!(body instanceof GivenText)) return readListRequest(entriesRequest, body).list;
  const { text } = body;
  const format = refusedText(typeof text === "string" ? text : Buffer.from(text.pieces[0] ?? []).toString());
  if (format) throw HttpRefusal.malformed({ at: "entries", expected: "a list, one entry a line", found: format });
  const { takesTickets } = granted(await checkRuleLater(context, draw));
  const { list, report } = await readTyped(text, takesTickets);
  const [open] = unansweredIn(report.findings, []).filter(
    (found) => found.severity === "mend" || !kept.includes(found.code),
  );
  if (open) throw unclear(open);
  if (!list.ok) throw HttpRefusal.malformed(list.problem);
  return list.value;
}

function unclear(finding: Finding): HttpRefusal {
  const { code, count, severity, places } = finding;
  const lines = places.map((place) => LANGUAGES.en.list.place(place)).join("; ");
  const right = severity === "answer" ? ` If it is right as it is, send the list with ?keep=${code}.` : "";
  const detail = `${FOUND[code](count)}${lines && `: ${lines}`}. ${ADVICE[code] ?? ""}${right}`;
  const field = { at: "entries", expected: "a list with one reading", found: code };
  return new HttpRefusal(422, "list_unclear", detail, field);
}
