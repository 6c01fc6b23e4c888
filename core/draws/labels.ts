// Entries and labels by list position.
import { type Entry, isPrivate, shownOf } from "@fairhat/protocol";
import type { Db, Tables } from "../db/schema.ts";
import { disclosuresOf } from "./after-draw.ts";
import { CHUNK, entriesOf, type NewList } from "./entries.ts";
import { type Draw, findChunks } from "./repository.ts";

/** The labels at positions of a draw's list. */
export async function labelsAt(db: Db, draw: Draw, positions: Iterable<number>): Promise<Map<number, string>> {
  return labelsOf(await shownAt(db, draw, positions));
}

/** The same for a list in memory. */
export function labelsIn(list: NewList, positions: Iterable<number>): Map<number, string> {
  return labelsOf(entriesIn(list, positions));
}

const labelsOf = (entries: Map<number, Entry>) => new Map([...entries].map(([at, entry]) => [at, shownOf(entry)]));

/** The entries at positions of a draw's list. */
export async function entriesAt(db: Db, draw: Draw, positions: Iterable<number>): Promise<Map<number, Entry>> {
  const wanted = [...positions];
  return entriesFrom(await findChunks(db, draw.id, chunksWith(wanted)), wanted);
}

/** The same for display: published names of a private draw replace their masks. */
export async function shownAt(db: Db, draw: Draw, positions: Iterable<number>): Promise<Map<number, Entry>> {
  const entries = await entriesAt(db, draw, positions);
  const [first] = entries.values();
  if (!first || !isPrivate(first)) return entries;
  for (const { position, label } of await disclosuresOf(db, draw.id)) {
    const { tickets, group } = entries.get(position) ?? {};
    const open = { label, ...(tickets !== undefined && { tickets }), ...(group !== undefined && { group }) };
    if (entries.has(position)) entries.set(position, open);
  }
  return entries;
}

/** The same for a list in memory. */
export function entriesIn({ chunks }: NewList, positions: Iterable<number>): Map<number, Entry> {
  const wanted = [...positions];
  const some = chunksWith(wanted).map((chunk) => ({ chunk, data: chunks[chunk] ?? "" }));
  return entriesFrom(some, wanted);
}

const chunksWith = (positions: number[]) => [...new Set(positions.map((position) => Math.floor(position / CHUNK)))];

type Chunk = Pick<Tables["entries"], "chunk" | "data">;

function entriesFrom(chunks: Chunk[], positions: number[]): Map<number, Entry> {
  const entries = new Map(chunks.map(({ chunk, data }) => [chunk, entriesOf(data)]));
  return new Map(positions.map((at) => [at, entries.get(Math.floor(at / CHUNK))?.[at % CHUNK] ?? { label: "" }]));
}
