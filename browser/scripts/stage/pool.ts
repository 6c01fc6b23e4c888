// Names for the animations. If they cannot be loaded, the result's names are used.

import type { WheelEntry } from "../../reveal/slices.ts";
import type { RevealPart } from "../../reveal/steps.ts";

const PATIENCE = 3_000; // milliseconds
const PAGE = 100; // entries per API page

interface Answer {
  count: number;
  entries: { label: string; tickets?: number }[];
}

async function entriesFrom(draw: string, from: number): Promise<Answer | null> {
  try {
    const answer = await fetch(`/api/draws/${draw}/entries?from=${from}`, { signal: AbortSignal.timeout(PATIENCE) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

/** All entries of a short list; null if they cannot be loaded. */
export async function wheelEntries(draw: string): Promise<WheelEntry[] | null> {
  const answer = await entriesFrom(draw, 0);
  if (!answer || answer.count !== answer.entries.length) return null;
  return answer.entries.map(({ label, tickets = 1 }, at) => ({ entry: at + 1, label, tickets }));
}

/** Names to roll through, shuffled. */
export async function poolOf(shown: { draw: string; count: number; parts: RevealPart[] }): Promise<() => string[]> {
  const from = Math.floor(Math.random() * Math.max(1, shown.count - PAGE));
  const answer = shown.count > 0 ? await entriesFrom(shown.draw, from) : null;
  const known = shown.parts.flatMap(({ places }) => places.map(({ label }) => label));
  const names = answer ? answer.entries.map(({ label }) => label) : known.slice(0, PAGE);
  return () => names.toSorted(() => Math.random() - 0.5);
}
