// The locks that this browser has seen. Where it keeps nothing, or has no room, it knows none.
import { type KnownLock, readLocks, withLock } from "../check/known-locks.ts";

const NAME = "fairhat locks";

/** The lock of a draw as this browser saw it first. */
export function knownLock(draw: string): KnownLock | null {
  return locks().find((known) => known.draw === draw) ?? null;
}

/** Keeps a lock that is seen now, unless its draw is known; answers whether the draw is known from now on. */
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
