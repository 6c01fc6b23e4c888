// Ed25519 verification, RFC 8032 section 5.1.7, in the strictest common interpretation (docs/protocol.md, section 1).
import { equationHolds } from "#ed25519";
import { toHex } from "./hex.ts";

const P = 2n ** 255n - 19n;
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

// The y coordinates of the eight points of small order: of order 1, 2, 4 and twice 8.
const Y8 = 2707385501144840649318225287225658788936804267575313519463743609750303402022n;
const SMALL_ORDER = new Set([1n, P - 1n, 0n, Y8, P - Y8]);

/**
 * Whether `signature` (64 bytes) over `message` is valid for `key` (32 bytes): key and R canonical and not of small
 * order, S < L, and [S]B = R + [k]A without the cofactor, so that no two verifiers can disagree.
 */
export function verifies(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  const R = signature.subarray(0, 32);
  const S = littleEndian(signature.subarray(32));
  return S < L && encodingHolds(key) && encodingHolds(R) && equationHolds(signature, message, key);
}

// A point is its y, little-endian, with the sign of x in the highest bit. x = 0 only at y = 1 and y = -1, of small order.
function encodingHolds(point: Uint8Array): boolean {
  const y = littleEndian(point) & (2n ** 255n - 1n);
  return y < P && !SMALL_ORDER.has(y);
}

function littleEndian(bytes: Uint8Array): bigint {
  return BigInt(`0x${toHex(bytes.toReversed())}`);
}
