// Reads a list from a file as the form does: ambiguous lines are refused with their numbers.
import { readFileSync } from "node:fs";
import { decode, type Finding, formatOf, readList, refusedText, unansweredIn } from "@fairhat/lists";
import { LANGUAGES } from "@fairhat/messages";
import { STATUS, Stop } from "./say.ts";

const { findings, advice, formats, place } = LANGUAGES.en.list;

/** The labels of a list; `kept` are codes of findings to accept. Throws Stop. */
export function listIn(path: string, kept: readonly string[]): string[] {
  const text = textIn(bytesOf(path));
  const { findings: found, list } = readList(text, { takesTickets: false });
  const open = unansweredIn(found, []).filter(({ severity, code }) => severity === "mend" || !kept.includes(code));
  if (open.length > 0) throw new Stop(STATUS.unclear, open.map(inWords).join("\n"));
  return list.map(({ label }) => label);
}

function bytesOf(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Stop(STATUS.arguments, `${path}: this file cannot be read`);
  }
}

function textIn(bytes: Uint8Array): string {
  const format = formatOf(bytes);
  if (format.kind === "workbook")
    throw new Stop(STATUS.unclear, "This is a spreadsheet. Save the sheet with the list as CSV, and give that file.");
  const { text, certain } = decode(bytes);
  const refused = format.kind === "refused" ? format.format : refusedText(text);
  if (refused) throw new Stop(STATUS.unclear, formats[refused]);
  if (!certain) throw new Stop(STATUS.unclear, "The encoding of this file is uncertain. Save it as UTF-8.");
  return text;
}

function inWords({ code, count, severity, places }: Finding): string {
  const lines = places.map((one) => `\n  ${place(one)}`).join("");
  const keep = severity === "answer" ? ` If it is right as it is, add --keep ${code}.` : "";
  return `${findings[code](count)}.${lines}\n  ${advice[code] ?? "Correct the list."}${keep}`;
}
