// What was found in a list, in the words of a page.

import { answerTo, type Finding, type Place, type TicketProblem } from "@fairhat/lists";
import { LANGUAGES, type Language } from "@fairhat/messages";
import type { Said } from "../words.ts";

/** A finding that somebody may answer by saying that the list is right: the value of a field named `keep`. */
export interface OpenAnswer {
  value: string;
  text: Said;
}

/** What was found, the first places of it, and what to do. */
export function findingInWords(language: Language, finding: Finding): Said {
  const { findings, advice } = LANGUAGES[language].list;
  const { code, count, places } = finding;
  const examples = places.map((place) => placeInWords(language, finding, place)).join("; ");
  const found = findings[code](count) + (examples === "" ? "" : ` – ${examples}`);
  const todo = finding.severity === "note" ? undefined : advice[code];
  return { text: todo ? `${found}. ${todo}` : `${found}.`, language };
}

function placeInWords(language: Language, { code }: Finding, place: Place): string {
  const { list } = LANGUAGES[language];
  const text = list.place(place);
  if (place.detail === undefined) return text;
  return `${text} (${code === "tickets_unreadable" ? list.ticketProblems[place.detail as TicketProblem] : place.detail})`;
}

/** Findings for which a list is taken all the same. Repeated names are listed elsewhere. */
export function notesOn(language: Language, findings: Finding[]): Said[] {
  const notes = findings.filter(({ severity, code }) => severity === "note" && code !== "repeated");
  return notes.map((finding) => findingInWords(language, finding));
}

export function openAnswers(language: Language, findings: Finding[]): OpenAnswer[] {
  const open = findings.filter(({ severity }) => severity === "answer");
  return open.map((finding) => ({
    value: answerTo(finding),
    text: { text: `${LANGUAGES[language].list.findings[finding.code](finding.count)}:`, language },
  }));
}
