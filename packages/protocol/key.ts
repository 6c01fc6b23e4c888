// Public keys that may be published or pinned, docs/protocol.md section 1.
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromHex } from "./hex.ts";

const KEPT = 100; // cached results
const answers = new Map<string, boolean>();

/**
 * Whether an Ed25519 key (64 hex characters) canonically encodes a point of order L: neither of small order nor with a
 * component of small order, on which verifiers that reduce k mod L and those that do not would disagree.
 */
export function hasPrimeOrder(key: string): boolean {
  const known = answers.get(key);
  if (known !== undefined) return known;
  if (answers.size === KEPT) answers.clear();
  const answer = computed(key);
  answers.set(key, answer);
  return answer;
}

function computed(key: string): boolean {
  try {
    const point = ed25519.Point.fromBytes(fromHex(key));
    return !point.is0() && point.isTorsionFree();
  } catch {
    return false; // not a canonical encoding, or not on the curve
  }
}
