// The result of a draw as CSV (RFC 4180) for spreadsheets: one line per place.
import { BYTE_ORDER_MARK, csvLine } from "@fairhat/lists";
import { type Entry, isObject, shownOf } from "@fairhat/protocol";
import type { Db } from "../db/schema.ts";
import { disclosuresOf } from "./after-draw.ts";
import { CHUNK, entriesOf } from "./entries.ts";
import { type Draw, findChunks } from "./repository.ts";

const HEAD = ["place", "kind", "name", "position", "label"];
const LINES = 1_000; // per piece
const CHUNKS = 20; // read at a time

const KINDS: Record<string, string> = {
  winners: "winner",
  alternates: "alternate",
  order: "order",
  groups: "group",
  pairs: "pair",
  bracket: "match",
  panel: "panel",
  prizes: "prize",
  numbers: "number",
};

/** One place of a result. */
interface Place {
  kind: string;
  /** The prize, or the number of the group; otherwise empty. */
  name: string;
  /** Counted from 1, within its winners, group, prize and so on. */
  place: number;
  /** A list position from 0; without a list, the drawn number. */
  drawn: number;
}

/** The file in pieces. `result` is the rule's, positions counted from 0. */
export async function* resultCsv(db: Db, draw: Draw, result: Record<string, unknown>): AsyncGenerator<string> {
  const places = placesOf(result);
  const hasList = draw.entry_count > 0;
  const labels = hasList ? await labelsOf(db, draw.id, places) : new Map<number, string>();
  yield BYTE_ORDER_MARK + csvLine(HEAD);
  for (let from = 0; from < places.length; from += LINES) {
    const some = places.slice(from, from + LINES);
    yield some.map((place) => csvLine(cellsOf(place, hasList ? (labels.get(place.drawn) ?? "") : null))).join("");
  }
}

// People count from one.
function cellsOf({ kind, name, place, drawn }: Place, label: string | null): (string | number)[] {
  return label === null ? [place, kind, name, "", drawn] : [place, kind, name, drawn + 1, label];
}

/** Winners before alternates, as on the pages. */
function placesOf({ alternates = [], ...first }: Record<string, unknown>): Place[] {
  return Object.entries({ ...first, alternates }).flatMap(([part, value]) => {
    const kind = KINDS[part] ?? part;
    return part === "rounds" && Array.isArray(value) ? value.flatMap(matchPlaces) : partPlaces(kind, value);
  });
}

// The first match of round 2 is 2.1.
function matchPlaces(matches: (number | null)[][], round: number): Place[] {
  return matches.flatMap((match, at) => numbered("match", `${round + 1}.${at + 1}`, match));
}

function partPlaces(kind: string, part: unknown): Place[] {
  if (!Array.isArray(part)) return [];
  if (part.every((one) => typeof one === "number")) return numbered(kind, "", part);
  return part.flatMap((one, at) => (isObject(one) ? prizePlaces(kind, one) : numbered(kind, String(at + 1), one)));
}

function prizePlaces(kind: string, { name, winners }: Record<string, unknown>): Place[] {
  return numbered(kind, String(name), winners as number[]);
}

// A bye is not a place.
function numbered(kind: string, name: string, drawn: (number | null)[]): Place[] {
  return drawn.flatMap((one, at) => (one === null ? [] : { kind, name, place: at + 1, drawn: one }));
}

// Each chunk is read once, and only drawn labels stay in memory.
async function labelsOf(db: Db, draw: string, places: Place[]): Promise<Map<number, string>> {
  const wanted = Map.groupBy(places, ({ drawn }) => Math.floor(drawn / CHUNK));
  const numbers = [...wanted.keys()];
  const labels = new Map<number, string>();
  for (let from = 0; from < numbers.length; from += CHUNKS) {
    for (const { chunk, data } of await findChunks(db, draw, numbers.slice(from, from + CHUNKS))) {
      const entries = entriesOf(data);
      for (const { drawn } of wanted.get(chunk) ?? []) labels.set(drawn, labelIn(entries[drawn % CHUNK]));
    }
  }
  for (const { position, label } of await disclosuresOf(db, draw))
    if (labels.has(position)) labels.set(position, label);
  return labels;
}

const labelIn = (entry: Entry | undefined) => (entry ? shownOf(entry) : "");
