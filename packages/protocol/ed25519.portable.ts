// The Ed25519 equation for runtimes without a native one that is known to be cofactorless: browsers.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE, concatBytes } from "@noble/curves/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";

const { Point } = ed25519;
type CurvePoint = InstanceType<typeof Point>;

/** Whether [S]B = R + [k]A. Signature 64 bytes, key 32 bytes; the caller checks the encodings. */
export function equationHolds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  const R = signature.subarray(0, 32);
  const k = Point.Fn.create(bytesToNumberLE(sha512(concatBytes(R, key, message))));
  try {
    const left = times(Point.BASE, bytesToNumberLE(signature.subarray(32)));
    return left.equals(Point.fromBytes(R).add(times(Point.fromBytes(key), k)));
  } catch {
    return false; // not on the curve
  }
}

// The library's multiplication refuses 0, which is valid here.
function times(point: CurvePoint, scalar: bigint): CurvePoint {
  return scalar === 0n ? Point.ZERO : point.multiplyUnsafe(scalar);
}
