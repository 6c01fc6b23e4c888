// The locks that this browser has seen; none without storage.
import { type KnownLock, readLocks, withLock } from "../check/known-locks.ts";

const NAME = "fairhat locks";

/** The lock of a draw that this browser saw first. */
export function knownLock(draw: string): KnownLock | null {
  return locks().find((known) => known.draw === draw) ?? null;
}

/** Keeps a lock, unless its draw is known; returns whether the draw is now known. */
export function keepLock(seen: KnownLock): boolean {
  try {
    localStorage.setItem(NAME, JSON.stringify(withLock(locks(), seen)));
    return true;
  } catch {
    return false;
  }
}

function locks(): KnownLock[] {
  try {
    return readLocks(localStorage.getItem(NAME));
  } catch {
    return [];
  }
}
