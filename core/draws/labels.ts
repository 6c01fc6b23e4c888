// Labels of entries, by their positions in a list.
import type { Db, Tables } from "../db/schema.ts";
import { CHUNK, entriesOf, type NewList } from "./entries.ts";
import { type Draw, findChunks } from "./repository.ts";

/** The labels at positions of a draw's list. */
export async function labelsAt(db: Db, draw: Draw, positions: Iterable<number>): Promise<Map<number, string>> {
  const wanted = [...positions];
  return labelsOf(await findChunks(db, draw.id, chunksWith(wanted)), wanted);
}

/** The same of a list that is at hand. */
export function labelsIn({ chunks }: NewList, positions: Iterable<number>): Map<number, string> {
  const wanted = [...positions];
  const some = chunksWith(wanted).map((chunk) => ({ chunk, data: chunks[chunk] ?? "" }));
  return labelsOf(some, wanted);
}

const chunksWith = (positions: number[]) => [...new Set(positions.map((position) => Math.floor(position / CHUNK)))];

function labelsOf(chunks: Pick<Tables["entries"], "chunk" | "data">[], positions: number[]): Map<number, string> {
  const entries = new Map(chunks.map(({ chunk, data }) => [chunk, entriesOf(data)]));
  return new Map(positions.map((at) => [at, entries.get(Math.floor(at / CHUNK))?.[at % CHUNK]?.label ?? ""]));
}
