// Names of a private draw that core hid: kept encrypted under the organiser's key, and read with it.
import type { Mask } from "@fairhat/lists";
import type { Revealed } from "@fairhat/protocol";
import type { Db, DbOrTrx, NamesKeyTable } from "../db/schema.ts";
import { CHUNK, type NewNames } from "./entries.ts";
import { newDataKey, openNames, sealNames, unwrapKey, wrapKey } from "./envelope.ts";

/** Names of a new draw as they are stored. */
export interface SealedNames {
  mask: Mask;
  wrapped: string;
  chunks: string[];
}

/** Encrypts names for a new draw with this manage key. */
export function sealedNames({ mask, chunks }: NewNames, draw: string, manageKey: string): SealedNames {
  const dataKey = newDataKey();
  return { mask, wrapped: wrapKey(dataKey, draw, manageKey), chunks: sealedChunks(dataKey, draw, chunks) };
}

function sealedChunks(dataKey: Uint8Array, draw: string, chunks: Revealed[][]): string[] {
  return chunks.map((names, chunk) => sealNames(dataKey, draw, chunk, names));
}

/** Stores the names of a new draw. */
export async function insertNames(db: DbOrTrx, draw: string, { mask, wrapped, chunks }: SealedNames): Promise<void> {
  await db.insertInto("names_key").values({ draw, mask, wrapped }).execute();
  await replaceNames(db, draw, chunks);
}

/** Replaces the names of a draw by others, encrypted under its data key. */
export async function replaceNames(db: DbOrTrx, draw: string, chunks: string[]): Promise<void> {
  await db.deleteFrom("names").where("draw", "=", draw).execute();
  for (const [chunk, sealed] of chunks.entries())
    await db.insertInto("names").values({ draw, chunk, sealed }).execute();
}

/** Deletes the names of a draw, and the key to them. */
export async function deleteNames(db: DbOrTrx, draw: string): Promise<void> {
  await db.deleteFrom("names").where("draw", "=", draw).execute();
  await db.deleteFrom("names_key").where("draw", "=", draw).execute();
}

/** The key of a draw whose names core keeps. */
function findNamesKey(db: Db, draw: string): Promise<NamesKeyTable | undefined> {
  const key = db.selectFrom("names_key").select(["draw", "mask", "wrapped"]);
  return key.where("draw", "=", draw).executeTakeFirst();
}

/** The same key, wrapped under another manage key; undefined where core keeps no names of the draw. */
export async function rewrapped(db: Db, draw: string, before: string, next: string): Promise<string | undefined> {
  const kept = await findNamesKey(db, draw);
  return kept && wrapKey(unwrapKey(kept.wrapped, draw, before), draw, next);
}

/** The names of a draw for its organiser. */
export class KeptNames {
  /** How `masked` is made of a label. */
  readonly mask: Mask;
  readonly #db: Db;
  readonly #draw: string;
  readonly #dataKey: Uint8Array;

  constructor(db: Db, { draw, mask, wrapped }: NamesKeyTable, manageKey: string) {
    this.mask = mask;
    this.#db = db;
    this.#draw = draw;
    this.#dataKey = unwrapKey(wrapped, draw, manageKey);
  }

  /** Other names of the same draw, encrypted as these are. */
  sealed({ chunks }: NewNames): string[] {
    return sealedChunks(this.#dataKey, this.#draw, chunks);
  }

  /** The names in a chunk of the list; none where it is erased. */
  async chunk(number: number): Promise<Revealed[]> {
    const rows = this.#db.selectFrom("names").select("sealed").where("draw", "=", this.#draw);
    const row = await rows.where("chunk", "=", number).executeTakeFirst();
    return row ? openNames(this.#dataKey, this.#draw, number, row.sealed) : [];
  }

  /** The names at positions of the list. */
  async at(positions: Iterable<number>): Promise<Map<number, Revealed>> {
    const names = new Map<number, Revealed>();
    for (const [number, wanted] of Map.groupBy(positions, (position) => Math.floor(position / CHUNK))) {
      const chunk = await this.chunk(number);
      for (const position of wanted) {
        const name = chunk[position % CHUNK];
        if (name) names.set(position, name);
      }
    }
    return names;
  }
}

/** The names of a draw for its organiser; undefined where core keeps none. */
export async function keptNames(db: Db, draw: string, manageKey: string): Promise<KeptNames | undefined> {
  const key = await findNamesKey(db, draw);
  return key && new KeptNames(db, key, manageKey);
}
