// Stored lists: chunks of canonical entries, so that a page reads few of them and a record is a concatenation.
import type { Mask } from "@fairhat/lists";
import { EntriesSum, type Entry, groupsOf, type Revealed } from "@fairhat/protocol";

/** Entries per chunk. */
export const CHUNK = 1_000;

export interface StoredList {
  entry_count: number;
  entry_tickets: number;
  entry_root: string;
}

/** A list to store. */
export interface NewList {
  summary: StoredList;
  chunks: string[];
  /** Of a private list that core hid. */
  names?: NewNames;
}

/** Names and salts of a private list that are to be kept, encrypted. */
export interface NewNames {
  mask: Mask;
  /** Root of the list as it was given: it is the same whenever a request is repeated, as salts are not. */
  given: string;
  /** Chunk by chunk, as of the list. */
  chunks: Revealed[][];
}

/** Writes a list entry by entry, and yields full chunks. */
export class ListWriter {
  readonly #sum = new EntriesSum();
  #open: string[] = [];
  #full: string[] = [];

  add(entry: Entry): void {
    this.#open.push(this.#sum.add(entry));
    if (this.#open.length === CHUNK) this.#close();
  }

  /** Full chunks not yet taken. */
  take(): string[] {
    return this.#full.splice(0);
  }

  /** The list, with the remaining chunks. */
  end(): NewList {
    if (this.#open.length > 0) this.#close();
    const { count, tickets, root } = this.#sum.summary();
    return { summary: { entry_count: count, entry_tickets: tickets, entry_root: root }, chunks: this.take() };
  }

  #close(): void {
    this.#full.push(this.#open.join(","));
    this.#open = [];
  }
}

export function newList(entries: Iterable<Entry>): NewList {
  const writer = new ListWriter();
  for (const entry of entries) writer.add(entry);
  return writer.end();
}

/** The groups of a list, as rules want them. */
export async function groupsIn(chunks: AsyncIterable<string> | Iterable<string>): Promise<number[]> {
  const groups: Pick<Entry, "group">[] = [];
  for await (const chunk of chunks) groups.push(...entriesOf(chunk));
  return groupsOf(groups);
}

/** Whether the parameters set a limit, for which the groups of the list count. */
export function countsGroups(params: Record<string, unknown>): boolean {
  return typeof params.limit === "number";
}

export function entriesOf(chunk: string): Entry[] {
  return JSON.parse(`[${chunk}]`);
}
