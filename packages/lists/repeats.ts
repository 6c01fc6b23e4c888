// Merges or drops equal entries, by a plan.
import { fold } from "./people.ts";
import type { Plan } from "./plan.ts";
import type { ReadEntry } from "./rowlist.ts";

/** The entries without duplicates, or with the duplicates' tickets added. */
export function withoutRepeats(entries: ReadEntry[], { repeats, alike }: Plan): ReadEntry[] {
  if (repeats === "keep") return entries;
  const first = new Map<string, ReadEntry>();
  for (const entry of entries) {
    const label = alike ? fold(entry.label) : entry.label;
    const key = repeats === "drop" ? `${label}\n${entry.tickets ?? 1}` : label;
    const known = first.get(key);
    if (!known) first.set(key, { ...entry });
    else if (repeats === "add_tickets") known.tickets = sumOf(known.tickets, entry.tickets);
  }
  return [...first.values()];
}

// Unreadable tickets stay as typed.
function sumOf(one: number | string = 1, other: number | string = 1): number | string {
  if (typeof one === "string") return one;
  return typeof other === "string" ? other : one + other;
}
