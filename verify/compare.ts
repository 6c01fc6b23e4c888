// What a failed check says: what had to be, and what was there instead.

import { inEnglish, type Problem } from "@fairhat/protocol";

export interface Failure {
  expected: string;
  found: string;
}

export function failureAt(problem: Problem): Failure {
  const { at, expected, found } = inEnglish(problem);
  return { expected: at ? `${at}: ${expected}` : expected, found };
}

/** Two values that have to be the same, and what they are. */
export type Pair = [what: string, expected: string | number, found: string | number];

/** The first pair that differs, or null. */
export function firstDifference(pairs: Iterable<Pair>): Failure | null {
  for (const [what, expected, found] of pairs) {
    if (expected !== found) return { expected: `${what} ${expected}`, found: String(found) };
  }
  return null;
}

const BEFORE = 30;
const SHOWN = 100;

/** Two texts that differ, cut to the surroundings of the first difference. */
export function aroundDifference(expected: string, found: string): Failure {
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  return { expected: excerpt(expected, at), found: excerpt(found, at) };
}

/** As much of a text as a line can show, with the character at `at` in it. */
export function excerpt(text: string, at = 0): string {
  const from = text.length > SHOWN ? Math.max(0, at - BEFORE) : 0;
  const cut = text.slice(from, from + SHOWN).toWellFormed();
  return `${from > 0 ? "…" : ""}${cut}${from + SHOWN < text.length ? "…" : ""}`;
}
