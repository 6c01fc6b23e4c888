// Finds names in a list of any length: "am I on it?"
import { type Entry, object, shownOf, text } from "@fairhat/protocol";
import { read, yieldToOthers } from "@fairhat/runtime";
import type { Db } from "../db/schema.ts";
import { CHUNK, entriesOf } from "./entries.ts";
import { allChunks } from "./list.ts";
import type { Draw } from "./repository.ts";

/** The search query. */
const wanted = object({ find: text(1, 200) });

/** The searched name; null if there is none. Throws HttpRefusal 422. */
export function wantedOf({ find }: Record<string, unknown>): string | null {
  const given = typeof find === "string" ? find.trim() : "";
  return given === "" ? null : read(wanted, { find: given }).find;
}

export interface Found {
  position: number;
  entry: Entry;
}

/** The first `most` entries whose labels contain the text, ignoring case and accents. */
export async function findEntries(db: Db, draw: Draw, find: string, most: number): Promise<Found[]> {
  const needle = folded(find);
  const found: Found[] = [];
  let from = 0;
  for await (const chunk of allChunks(db, draw)) {
    // Checking a chunk's text first is faster than parsing it.
    if (folded(chunk).includes(quoted(needle))) found.push(...foundIn(entriesOf(chunk), from, needle));
    if (found.length >= most) break;
    from += CHUNK;
    await yieldToOthers();
  }
  return found.slice(0, most);
}

function foundIn(entries: Entry[], from: number, needle: string): Found[] {
  const all = entries.map((entry, at) => ({ position: from + at, entry }));
  return all.filter(({ entry }) => folded(shownOf(entry)).includes(needle));
}

const folded = (label: string) => label.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

// As escaped in a JSON string.
const quoted = (needle: string) => JSON.stringify(needle).slice(1, -1);
