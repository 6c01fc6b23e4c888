import { expect, test } from "bun:test";
import { createHash } from "node:crypto";
import { type DrawRecord, fromHex, hasPrimeOrder, type Signed, signatureHolds, signedBytes } from "@fairhat/protocol";
import { ed25519 } from "@noble/curves/ed25519.js";
import { bytesToNumberLE, concatBytes } from "@noble/curves/utils.js";
import reduced from "./holds-key-of-mixed-order.json";
import { MIXED_ORDER } from "./mixed-order.ts";
import notReduced from "./signatures-k-not-reduced.json";

const { Point } = ed25519;
const statements = ({ seals, bindings, openings }: DrawRecord) =>
  [seals.a, bindings.a, openings.a] as Signed<{ service: string }>[];

// [S]B = R + [k]A with the unreduced SHA-512 as k. Point orders divide 8L, so k mod 8L is equivalent.
function holdsLiterally({ statement, signature }: Signed<{ service: string }>): boolean {
  const [R, S] = [fromHex(signature).subarray(0, 32), fromHex(signature).subarray(32)];
  const key = fromHex(statement.service);
  const digest = createHash("sha512")
    .update(concatBytes(R, key, signedBytes(statement)))
    .digest();
  const k = bytesToNumberLE(new Uint8Array(digest));
  const A = Point.fromBytes(key);
  const eighths = A.multiplyUnsafe(8n).multiplyUnsafe((k / 8n) % Point.Fn.ORDER); // [8]A has order L
  const right = Point.fromBytes(R)
    .add(eighths)
    .add(A.multiplyUnsafe(k % 8n));
  return Point.BASE.multiplyUnsafe(bytesToNumberLE(S)).equals(right);
}

test.each([
  ["reduced", reduced, true],
  ["not reduced", notReduced, false],
])("with k %s the other interpretation disagrees on every signature of side a", (_, record, holds) => {
  for (const signed of statements(record as never)) {
    expect([signatureHolds(signed), holdsLiterally(signed)]).toEqual([holds, !holds]);
  }
});

test("such a key may not be published", () => {
  expect(reduced.seals.a.statement.service).toBe(MIXED_ORDER);
  expect([hasPrimeOrder(MIXED_ORDER), hasPrimeOrder(reduced.seals.b.statement.service)]).toEqual([false, true]);
});
