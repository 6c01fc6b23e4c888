// The equation of Ed25519 where the runtime has none that we know to leave out the cofactor: in browsers.
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE, concatBytes } from "@noble/curves/utils.js";
import { sha512 } from "@noble/hashes/sha2.js";

const { Point } = ed25519;
type CurvePoint = InstanceType<typeof Point>;

/** Whether [S]B = R + [k]A. Signature 64 bytes, key 32 bytes; the encodings are checked by the caller. */
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

// The library's multiplication refuses 0, which is a number like any other here.
function times(point: CurvePoint, scalar: bigint): CurvePoint {
  return scalar === 0n ? Point.ZERO : point.multiplyUnsafe(scalar);
}
