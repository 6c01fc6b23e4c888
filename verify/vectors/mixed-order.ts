// A key with a component of small order, A = aB + T, and signatures on which verifiers that reduce k mod L and those
// that do not disagree. docs/protocol.md, section 1: k is reduced.
import { createHash } from "node:crypto";
import { type DrawRecord, type Signed, signedBytes, toHex } from "@fairhat/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE, concatBytes, numberToBytesLE } from "@noble/curves/utils.js";

const { Point } = ed25519;
const L = Point.Fn.ORDER;
const ORDER_OF_T = 8n;
const T = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");

const sha512 = (...parts: Uint8Array[]) =>
  new Uint8Array(
    createHash("sha512")
      .update(concatBytes(...parts))
      .digest(),
  );
const a = bytesToNumberLE(sha512(Buffer.from("a key of mixed order"))) % L;
const A = Point.BASE.multiply(a).add(T).toBytes();

/** The key, 64 hex characters. */
export const MIXED_ORDER = toHex(A);

/** The record with side a signed by that key: valid with reduced k, or with unreduced k. */
export function signedWithMixedOrder(record: DrawRecord, reduced: boolean): DrawRecord {
  const pair = <T extends Signed<object> | null>({ a, b }: { a: T; b: T }) => ({
    a: a && { ...a, signature: toHex(signature(signedBytes(a.statement), reduced)) },
    b,
  });
  return { ...record, seals: pair(record.seals), bindings: pair(record.bindings), openings: pair(record.openings) };
}

// With R = rB and S = r + ka, the equation is true if the k that multiplies A is a multiple of 8, because kT is then
// neutral.
function signature(message: Uint8Array, reduced: boolean): Uint8Array {
  for (let attempt = 0n; ; attempt += 1n) {
    const r = bytesToNumberLE(sha512(numberToBytesLE(attempt, 32), message)) % L;
    const R = Point.BASE.multiply(r).toBytes();
    const k = bytesToNumberLE(sha512(R, A, message));
    const [good, bad] = reduced ? [k % L, k] : [k, k % L];
    if (good % ORDER_OF_T !== 0n || bad % ORDER_OF_T === 0n) continue;
    return concatBytes(R, numberToBytesLE((r + k * a) % L, 32));
  }
}
