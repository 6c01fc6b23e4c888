// Parses typed pairs of entries: "Ada - Grace" both ways, "Ada > Grace" one way, a whole household in a line.
import { linesOf } from "@fairhat/lists";
import { isBlank } from "@fairhat/protocol";
import { type PositionOf, positionsBy, positionsIn } from "./positions.ts";

type Pair = [number, number];

/** The pairs by position, distinct and ascending, after the lines that name no entries, unchanged. */
export function pairsIn(typed: string, labels: readonly string[]): (string | Pair)[] {
  const positionOf = positionsBy(labels);
  const lines = linesOf(typed.normalize("NFC")).filter((line) => !isBlank(line));
  const read = lines.map((line) => pairsOf(line, positionOf) ?? line.trim());
  const unread = read.filter((one) => typeof one === "string");
  const pairs = new Map(read.flatMap((one) => (typeof one === "string" ? [] : one)).map((pair) => [pair.join(), pair]));
  return [...unread, ...[...pairs.values()].toSorted(([a, b], [c, d]) => a - c || b - d)];
}

/** Lines from which `pairsIn` reads the same pairs. */
export function writtenPairs(pairs: readonly Pair[], labels: ReadonlyMap<number, string>): string[] {
  const known = new Set(pairs.map(String));
  return pairs.flatMap(([one, other]) => {
    const isMutual = known.has(`${other},${one}`);
    if (isMutual && one > other) return [];
    const [first, second] = [one, other].map((position) => labels.get(position) ?? `#${position + 1}`);
    return `${first} ${isMutual ? "–" : "→"} ${second}`;
  });
}

/** Whether a parameter names pairs of entries. */
export function isPairs(value: unknown): value is Pair[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => Array.isArray(one) && one.length === 2);
}

/** Replaces positions of pairs in a text by the entries' names. */
export function namedPairs(text: string, labels: readonly string[]): string {
  return text.replace(/\[(\d+),(\d+)\]/g, (pair, one, other) => {
    const [giver, receiver] = [labels[Number(one)], labels[Number(other)]];
    return giver === undefined || receiver === undefined ? pair : `${giver} → ${receiver}`;
  });
}

/** Labels that identify their entries: unique, and without separators. */
export function distinctLabels(labels: readonly string[]): Map<number, string> {
  const positionOf = positionsBy(labels);
  return new Map([...labels.entries()].filter(([at, label]) => positionOf(label) === at && !SEPARATOR.test(label)));
}

const ONE_WAY = /\s*(?:->|=>|>|→)\s*/u;
const SEPARATOR = /[<>→↔,;\t]|\s[-–—]\s|^#/u;
const BOTH_WAYS = [/\s+[-–—]\s+|\s*(?:<->|↔)\s*/u, /\s*[,;\t]\s*/u];

function pairsOf(line: string, positionOf: PositionOf): Pair[] | null {
  for (const separator of BOTH_WAYS) {
    const household = positionsIn(line, separator, positionOf);
    if (household) return household.flatMap((one) => household.map((other): Pair => [one, other])).filter(isNoLoop);
  }
  const chain = positionsIn(line, ONE_WAY, positionOf);
  return (
    chain
      ?.slice(1)
      .map((other, at): Pair => [chain[at] as number, other])
      .filter(isNoLoop) ?? null
  );
}

const isNoLoop = ([one, other]: Pair) => one !== other;
