import { type Entry, object, pattern } from "@fairhat/protocol";
import { read } from "@fairhat/runtime";
import type { Db } from "../db/schema.ts";
import { CHUNK, entriesOf } from "./entries.ts";
import { type Draw, findChunks } from "./repository.ts";

/** Entries per page. */
export const PAGE = 100;

/** Query parameter: the first position of a page. */
export const from = pattern(/^(0|[1-9][0-9]{0,6})$/, { code: "position", min: 0, max: 9_999_999 });

/** The query's first position, 0 by default. Throws HttpRefusal 422. */
export function fromOf(query: Record<string, unknown>): number {
  return query.from ? Number(read(object({ from }), { from: query.from }).from) : 0;
}

/** At most `most` entries (up to CHUNK) from position `from`. */
export async function entriesFrom(db: Db, draw: Draw, from: number, most: number): Promise<Entry[]> {
  const first = Math.floor(from / CHUNK);
  const last = Math.floor((from + most - 1) / CHUNK);
  const chunks = await findChunks(db, draw.id, first === last ? [first] : [first, last]);
  const entries = chunks.flatMap(({ data }) => entriesOf(data));
  return entries.slice(from - first * CHUNK, from - first * CHUNK + most);
}

/** All chunks of a list, a few at a time, so that a long one is never in memory as a whole. */
export async function* allChunks(db: Db, draw: Draw): AsyncGenerator<string> {
  const chunks = Math.ceil(draw.entry_count / CHUNK);
  for (let at = 0; at < chunks; at += 1) {
    for (const { data } of await findChunks(db, draw.id, [at])) yield data;
  }
}
