// The list of a draw, docs/protocol.md section 3.
import { canonical } from "./canonical.ts";
import { toHex, utf8 } from "./hex.ts";
import { integer, type Of, object, text } from "./shape.ts";
import { treeRoot } from "./tree.ts";

/** One entry of an open draw. `tickets` is absent when it is 1. */
export const entry = object({ label: text(1, 200) }, { tickets: integer(2) });
export type Entry = Of<typeof entry>;

/** What the manifest says of the list. `tickets` is beyond 2^53-1, and of no use, when the sum is. */
export interface EntriesSummary {
  count: number;
  tickets: number;
  root: string;
}

export function ticketsOf(entry: Entry): number {
  return entry.tickets ?? 1;
}

export function summaryOf(entries: Iterable<Entry>): EntriesSummary {
  let count = 0;
  let tickets = 0;
  function* leaves(): Generator<Uint8Array> {
    for (const entry of entries) {
      count += 1;
      tickets += ticketsOf(entry);
      yield utf8(canonical(entry));
    }
  }
  const root = toHex(treeRoot(leaves()));
  return { count, tickets, root };
}
