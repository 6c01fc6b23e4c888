// Which public keys may be published or pinned, docs/protocol.md section 1.
import { ed25519 } from "@noble/curves/ed25519.js";
import { fromHex } from "./hex.ts";

const KEPT = 100; // answers
const answers = new Map<string, boolean>();

/**
 * Whether an Ed25519 key (64 hex characters) is the canonical encoding of a point whose order is L: not of small order, and
 * without a part of it, on which readers who reduce k mod L and those who do not would disagree.
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
    return false; // no canonical encoding, or not on the curve
  }
}
