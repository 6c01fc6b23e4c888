// The list of a draw, docs/protocol.md section 3.
import { canonical } from "./canonical.ts";
import { toHex } from "./hex.ts";
import { integer, type Of, object, text } from "./shape.ts";
import { Tree } from "./tree.ts";

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

/** A list that is summed up entry by entry. */
export class EntriesSum {
  readonly #tree = new Tree();
  #count = 0;
  #tickets = 0;

  /** Answers the canonical form of the entry. */
  add(entry: Entry): string {
    const form = canonical(entry);
    this.#tree.addText(form);
    this.#count += 1;
    this.#tickets += ticketsOf(entry);
    return form;
  }

  summary(): EntriesSummary {
    return { count: this.#count, tickets: this.#tickets, root: toHex(this.#tree.root()) };
  }
}

export function summaryOf(entries: Iterable<Entry>): EntriesSummary {
  const sum = new EntriesSum();
  for (const entry of entries) sum.add(entry);
  return sum.summary();
}
