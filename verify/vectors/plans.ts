// Building blocks of vectors.
import { canonical, type Entry, utf8 } from "@fairhat/protocol";
import { numberOf } from "../fixture.ts";
import type { Verdict } from "../verdict.ts";

/** A file, with the verdict of every verifier of protocol 1. */
export interface Vector {
  file: string;
  verdict: Verdict;
  /** The first check that fails, or null. */
  check: string | null;
  bytes: Uint8Array;
}

export function vectorsOf(
  kind: string,
  verdict: Verdict,
  all: Record<string, object>,
  check: string | null = null,
): Vector[] {
  return Object.entries(all).map(([name, value]) => {
    return { file: `${kind}-${name}.json`, verdict, check, bytes: utf8(canonical(value)) };
  });
}

/**
 * Vectors of invalid files, by the check that detects each; `kind` prefixes the names of files that are not records.
 */
export function brokenVectors(all: Record<string, Record<string, object>>, kind = ""): Vector[] {
  return Object.entries(all).flatMap(([check, files]) => vectorsOf(check + kind, "does not hold", files, check));
}

export const labels = (...all: string[]): Entry[] => all.map((label) => ({ label }));
export const NAMES = labels(
  "Ada",
  "Björn",
  "Ada",
  "陳大文",
  "Zoë",
  'O\'Neil "Red" \\ /',
  "שרה",
  "😂 \u2028",
  "Nguyễn Văn A",
);
export const TICKETS: Entry[] = [
  { label: "Ada", tickets: 3 },
  { label: "Bo" },
  { label: "Cy", tickets: 2 },
  { label: "Di", tickets: 10 },
  { label: "Ed" },
];
export const MANY_TICKETS: Entry[] = [
  { label: "Ada", tickets: 2 ** 53 - 1 - 2 ** 40 - 7 },
  { label: "Bo", tickets: 2 ** 40 },
  { label: "Cy", tickets: 7 },
];
export const PRIZES = [
  { name: "Bicycle", quantity: 1 },
  { name: "Book", quantity: 2 },
];
/** A hash, key or number that is not the right one. */
export const X = numberOf("something else");

/** Changes side a's statements. */
export const onA =
  <T>(change: T) =>
  (side: string): T | Record<never, never> =>
    side === "a" ? change : {};
