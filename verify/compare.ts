// What a failed check expected and found.

import { inEnglish, type Problem } from "@fairhat/protocol";

export interface Failure {
  expected: string;
  found: string;
}

export function failureAt(problem: Problem): Failure {
  const { at, expected, found } = inEnglish(problem);
  return { expected: at ? `${at}: ${expected}` : expected, found };
}

/** Two values that must be equal, with a name. */
export type Pair = [what: string, expected: string | number, found: string | number];

/** The first differing pair, or null. */
export function firstDifference(pairs: Iterable<Pair>): Failure | null {
  for (const [what, expected, found] of pairs) {
    if (expected !== found) return { expected: `${what} ${expected}`, found: String(found) };
  }
  return null;
}

const BEFORE = 30;
const SHOWN = 100;

/** Two differing texts, cut around the first difference. */
export function aroundDifference(expected: string, found: string): Failure {
  let at = 0;
  while (expected[at] === found[at]) at += 1;
  return { expected: excerpt(expected, at), found: excerpt(found, at) };
}

/** A line's worth of a text, including the character at `at`. */
export function excerpt(text: string, at = 0): string {
  const from = text.length > SHOWN ? Math.max(0, at - BEFORE) : 0;
  const cut = text.slice(from, from + SHOWN).toWellFormed();
  return `${from > 0 ? "…" : ""}${cut}${from + SHOWN < text.length ? "…" : ""}`;
}
