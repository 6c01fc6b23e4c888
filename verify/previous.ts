// Section 12: a follow-up draw beside the record of the draw that it follows.
import { canonical, digest, standingOf } from "@fairhat/protocol";
import type { Check, Evidence } from "./check.ts";
import { type Failure, firstDifference, type Pair } from "./compare.ts";

export const previous: Check = {
  name: "previous",
  demand: "the list is that of the first draw, without those who won there",
  facts: (_, { previous: first }) => (first ? { first: first.manifest.draw, "first M": digest(first.manifest) } : {}),
  failure: (evidence, { previous: first }) => (first ? followFailure(evidence, first) : null),
};

function followFailure({ manifest }: Evidence, first: Evidence): Failure | null {
  const listed = (name: "count" | "tickets" | "root"): Pair => [
    `entries.${name}`,
    first.manifest.entries[name],
    manifest.entries[name],
  ];
  const alike = firstDifference([
    ["previous", first.manifest.draw, `${manifest.previous}`],
    ["params.follows", digest(first.manifest), `${manifest.params.follows}`],
    listed("count"),
    listed("tickets"),
    listed("root"),
  ]);
  return alike ?? exclusionFailure(manifest.params.excluded, first);
}

// Those who won, whom the first one excluded, and the alternates who had moved up: the first ones, in their order.
function exclusionFailure(given: unknown, { manifest, outcome }: Evidence): Failure | null {
  const standing = standingOf(outcome?.result ?? {}, []);
  if (!standing) return { expected: "a first draw with winners", found: "none" };
  const excluded: unknown[] = Array.isArray(given) ? given : [];
  const before = Array.isArray(manifest.params.excluded) ? manifest.params.excluded : [];
  const alternates = alternatesIn(outcome?.result);
  const moved = alternates.filter((position) => excluded.includes(position));
  const wanted = new Set([...before, ...standing.held, ...alternates.slice(0, moved.length)]);
  return firstDifference([["params.excluded", canonical([...wanted].toSorted((a, b) => a - b)), canonical(excluded)]]);
}

function alternatesIn(result: Record<string, unknown> | undefined): number[] {
  return Array.isArray(result?.alternates) ? result.alternates : [];
}
