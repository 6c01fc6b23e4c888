// The locks that this browser has seen, trusted on first use like SSH's known hosts.
import { isObject } from "@fairhat/protocol";

export interface KnownLock {
  draw: string;
  /** M */
  M: string;
  /** When it was first seen, by this device's clock: milliseconds since 1970. */
  at: number;
  /** Whether the draw was still waiting then, its numbers secret. */
  waiting: boolean;
}

/** Maximum entries; each takes about 130 bytes. */
export const MOST_KNOWN = 500;

/** Adds a lock. The first lock of a draw is kept; the oldest entry is dropped. */
export function withLock(known: readonly KnownLock[], seen: KnownLock): KnownLock[] {
  if (known.some(({ draw }) => draw === seen.draw)) return [...known];
  return [...known, seen].sort((one, other) => one.at - other.at).slice(-MOST_KNOWN);
}

/** Parses the stored list; malformed entries are dropped. */
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

/** Whether the lock was seen before its draw, which was first opened at this time. */
export function seenBefore({ at, waiting }: KnownLock, openedAt: number): boolean {
  return waiting && at <= openedAt;
}
