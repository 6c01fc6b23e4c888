// Ed25519 verification, RFC 8032 section 5.1.7, in the strictest common interpretation (docs/protocol.md, section 1).
import { equationHolds } from "#ed25519";
import { fromHex } from "./hex.ts";

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

// The y coordinates of the eight points of small order: of order 1, 2, 4 and twice 8.
const Y8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const SMALL_ORDER = [1n, P - 1n, 0n, Y8, P - Y8].map(littleEndian);

// Numbers are compared as bytes: that takes a tenth of the time of making big integers of them.
const P_BYTES = littleEndian(P);
const L_BYTES = littleEndian(L);

/**
 * Whether `signature` (64 bytes) over `message` is valid for `key` (32 bytes): key and R canonical and not of small
 * order, S < L, and [S]B = R + [k]A without the cofactor, so that no two verifiers can disagree.
 */
export function verifies(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  const R = signature.subarray(0, 32);
  const S = signature.subarray(32);
  return isBelow(S, L_BYTES) && encodingHolds(key) && encodingHolds(R) && equationHolds(signature, message, key);
}

// A point is its y, little-endian, with the sign of x in the highest bit. x = 0 only at y = 1 and y = -1, of small order.
function encodingHolds(point: Uint8Array): boolean {
  const y = point.with(31, (point[31] as number) & 0x7f);
  return isBelow(y, P_BYTES) && !SMALL_ORDER.some((small) => compare(small, y) === 0);
}

function littleEndian(number: bigint): Uint8Array {
  return fromHex(number.toString(16).padStart(64, "0")).reverse();
}

function isBelow(one: Uint8Array, other: Uint8Array): boolean {
  return compare(one, other) < 0;
}

// From the highest byte; negative, zero or positive.
function compare(one: Uint8Array, other: Uint8Array): number {
  for (let at = 31; at >= 0; at--) {
    const difference = (one[at] as number) - (other[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
