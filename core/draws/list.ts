import { type Entry, object, pattern } from "@fairhat/protocol";
import { read } from "@fairhat/runtime";
import type { Db } from "../db/schema.ts";
import { CHUNK, entriesOf } from "./entries.ts";
import { type Draw, findChunks } from "./repository.ts";

/** Entries on a page of a list. */
export const PAGE = 100;

/** Where a page of a list begins. */
export const from = pattern(/^(0|[1-9][0-9]{0,6})$/, { code: "position", min: 0, max: 9_999_999 });

/** The position that a query asks for, 0 where it says nothing. Throws HttpRefusal 422. */
export function fromOf(query: Record<string, unknown>): number {
  return query.from ? Number(read(object({ from }), { from: query.from }).from) : 0;
}

/** Entries from position `from` on, at most `most` of them (up to CHUNK). */
export async function entriesFrom(db: Db, draw: Draw, from: number, most: number): Promise<Entry[]> {
  const first = Math.floor(from / CHUNK);
  const last = Math.floor((from + most - 1) / CHUNK);
  const chunks = await findChunks(db, draw.id, first === last ? [first] : [first, last]);
  const entries = chunks.flatMap(({ data }) => entriesOf(data));
  return entries.slice(from - first * CHUNK, from - first * CHUNK + most);
}

/** All chunks of a list, some at a time, so that a long one never lies in memory whole. */
export async function* allChunks(db: Db, draw: Draw): AsyncGenerator<string> {
  const chunks = Math.ceil(draw.entry_count / CHUNK);
  for (let at = 0; at < chunks; at += 1) {
    for (const { data } of await findChunks(db, draw.id, [at])) yield data;
  }
}
