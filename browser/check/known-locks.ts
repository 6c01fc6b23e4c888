// The locks that this browser has seen, as a browser's user keeps the keys of known hosts: the first sight of each draw counts.
import { isObject } from "@fairhat/protocol";

export interface KnownLock {
  draw: string;
  /** M */
  M: string;
  /** When it was seen first, by this device's clock: milliseconds since 1970. */
  at: number;
  /** Whether the draw was still waiting then, its numbers not out. */
  waiting: boolean;
}

/** The most that are kept; a draw takes about 130 bytes. */
export const MOST_KNOWN = 500;

/** The list with a lock that is seen now. One of a draw that is known stays as it was seen first; the oldest makes room. */
export function withLock(known: readonly KnownLock[], seen: KnownLock): KnownLock[] {
  if (known.some(({ draw }) => draw === seen.draw)) return [...known];
  return [...known, seen].sort((one, other) => one.at - other.at).slice(-MOST_KNOWN);
}

/** The list from the text in which it was kept; what is malformed in it is left out. */
export function readLocks(text: string | null): KnownLock[] {
  try {
    const read: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(read) ? read.filter(isKnownLock) : [];
  } catch {
    return [];
  }
}

function isKnownLock(value: unknown): value is KnownLock {
  if (!isObject(value)) return false;
  const { draw, M, at, waiting } = value;
  const isHex = (text: unknown, length: number) =>
    typeof text === "string" && /^[0-9a-f]+$/.test(text) && text.length === length;
  return isHex(draw, 32) && isHex(M, 64) && Number.isFinite(at) && typeof waiting === "boolean";
}

/** Whether the lock was seen before the draw that was first opened at this time. */
export function seenBefore({ at, waiting }: KnownLock, openedAt: number): boolean {
  return waiting && at <= openedAt;
}
