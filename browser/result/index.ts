// Prepares a result for a page: labels beside positions, long parts cut, each part under its heading.
import { type Entry, isObject, own, shownOf } from "@fairhat/protocol";
import type { Messages } from "../../packages/messages/index.ts";

type Result = Record<string, unknown>;

/** Maximum places shown per part; the record has them all. */
export const MOST_SHOWN = 1_000;

/** The result with the first MOST_SHOWN places of each part. */
export function cutResult(result: Result): { shown: Result; resultCut: boolean } {
  const rooms: Room[] = [];
  const shown = mapMembers(result, (part) => {
    const room = { left: MOST_SHOWN, full: false };
    rooms.push(room);
    return fitting(part, room);
  });
  return { shown, resultCut: rooms.some(({ full }) => full) };
}

interface Room {
  left: number;
  /** Whether something did not fit. */
  full: boolean;
}

function fitting(value: unknown, room: Room): unknown {
  if (typeof value === "number") room.left -= 1;
  if (isObject(value)) return mapMembers(value, (member) => fitting(member, room));
  if (!Array.isArray(value)) return value;
  const first: unknown[] = [];
  for (const member of value) {
    room.full ||= room.left === 0;
    if (room.full) break;
    first.push(fitting(member, room));
  }
  return first;
}

/** All positions in a result. */
export function* positionsIn(value: unknown): Generator<number> {
  if (typeof value === "number") yield value;
  else if (typeof value === "object" && value) for (const member of Object.values(value)) yield* positionsIn(member);
}

/** The result with {position, label} for each position, and its entry's tickets, if any. */
export function withLabels(result: Result, entryAt: (position: number) => Entry): Result {
  const labelled = (value: unknown): unknown => {
    if (typeof value === "number") return placeOf(value, entryAt(value));
    if (Array.isArray(value)) return value.map(labelled);
    return isObject(value) ? mapMembers(value, labelled) : value;
  };
  return mapMembers(result, labelled);
}

function placeOf(position: number, entry: Entry) {
  const { tickets } = entry;
  return { position, label: shownOf(entry) || `#${position + 1}`, ...(tickets !== undefined && { tickets }) };
}

function mapMembers(object: Result, change: (member: unknown) => unknown): Result {
  return Object.fromEntries(Object.entries(object).map(([name, member]) => [name, change(member)]));
}

/**
 * A place of a result: a position with its label, a drawn number without a list, giver and receiver, or opponents (null
 * for a bye).
 */
export type Place = number | { position: number; label: string } | (Place | null)[];

/** A part of a result under its heading. */
export interface ResultPart {
  kind: string;
  title: string;
  places: Place[];
}

/** The parts of a result in page order, alternates last. `result` has its labels. */
export function partsOf(words: Messages["draw"], { alternates = [], ...first }: Result): ResultPart[] {
  return Object.entries({ ...first, alternates }).flatMap(([kind, list]) => {
    if (!Array.isArray(list)) return [];
    if (kind === "groups") return list.map((places, at) => ({ kind, title: words.group(at + 1), places }));
    if (kind === "rounds") return list.map((places, at) => ({ kind, title: words.round(at + 1), places }));
    if (kind === "prizes") return list.map(({ name, winners }) => ({ kind, title: name, places: winners }));
    return list.length > 0 ? { kind, title: titleOf(words, kind), places: list } : [];
  });
}

function titleOf({ parts }: Messages["draw"], kind: string): string {
  return own(parts, kind) ?? kind;
}
