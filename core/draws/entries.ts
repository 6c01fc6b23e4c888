// The list of a draw as it is kept: chunks of canonical entries, so that a page reads a few and a record is only joined.
import { canonical, type Entry, summaryOf } from "@fairhat/protocol";

/** Entries in a chunk. */
export const CHUNK = 1_000;

export interface StoredList {
  entry_count: number;
  entry_tickets: number;
  entry_root: string;
}

export function storedList(entries: Entry[]): StoredList {
  const { count, tickets, root } = summaryOf(entries);
  return { entry_count: count, entry_tickets: tickets, entry_root: root };
}

export function chunksOf(entries: Entry[]): string[] {
  const chunks: string[] = [];
  for (let from = 0; from < entries.length; from += CHUNK) {
    chunks.push(
      entries
        .slice(from, from + CHUNK)
        .map(canonical)
        .join(","),
    );
  }
  return chunks;
}

export function entriesOf(chunk: string): Entry[] {
  return JSON.parse(`[${chunk}]`);
}
