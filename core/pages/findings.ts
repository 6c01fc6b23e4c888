// Findings about a list in a page's words.

import { answerTo, type Finding, type Place } from "@fairhat/lists";
import { LANGUAGES, type Language } from "@fairhat/messages";
import { own } from "@fairhat/protocol";
import type { LocalizedText } from "../words.ts";

/** A finding that can be accepted: the value of a field named `keep`. */
export interface OpenAnswer {
  value: string;
  text: LocalizedText;
}

/** A finding with its first places, and advice. */
export function findingInWords(language: Language, finding: Finding): LocalizedText {
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
  return `${text} (${code === "tickets_unreadable" ? own(list.ticketProblems, place.detail) : place.detail})`;
}

/** Findings that do not refuse a list. Duplicates are listed elsewhere. */
export function notesOn(language: Language, findings: Finding[]): LocalizedText[] {
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
