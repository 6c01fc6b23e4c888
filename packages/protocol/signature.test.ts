import { describe, expect, test } from "bun:test";
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import fc from "fast-check";
import { equationHolds as native } from "./ed25519.native.ts";
import { equationHolds as portable } from "./ed25519.portable.ts";
import { fromHex } from "./hex.ts";
import { hex, reading } from "./shape.ts";
import { verifies } from "./signature.ts";
import vectors from "./vectors/ed25519.json";

const published = [...vectors.rfc8032, ...vectors.wycheproof, ...vectors.cctv];
type Vector = (typeof published)[number];

// A signature of another length never reaches `verifies`: the shape of S refuses it.
const wellFormed = ({ signature }: Vector) => reading(hex(64), signature).ok;
const bytesOf = ({ signature, message, key }: Vector) => [fromHex(signature), fromHex(message), fromHex(key)] as const;

describe("published vectors", () => {
  test.each(published)("$name", (vector) => {
    expect(wellFormed(vector) && verifies(...bytesOf(vector))).toBe(vector.accepted);
  });

  // BoringSSL accepts a non-canonical key encoding; `verifies` refuses it first.
  test("both equations agree on every canonical key encoding", () => {
    const compared = published.filter((v) => wellFormed(v) && !v.name.includes("non_canonical_A"));
    expect(compared.length).toBeGreaterThan(90);
    for (const vector of compared)
      expect([vector.name, native(...bytesOf(vector))]).toEqual([vector.name, portable(...bytesOf(vector))]);
  });
});

const L = 2n ** 252n + 27742317777372353535851937790883648493n;
const P = 2n ** 255n - 19n;
const bytes = (n: bigint) => fromHex(n.toString(16).padStart(64, "0")).reverse();
const rawKey = (key: KeyObject) => new Uint8Array(key.export({ format: "der", type: "spki" }).subarray(-32));

const { privateKey, publicKey } = generateKeyPairSync("ed25519");
const key = rawKey(publicKey);

test("a changed bit of signature, message or key is refused, by both equations", () => {
  const message = fc.uint8Array({ minLength: 1, maxLength: 50 });
  fc.assert(
    fc.property(message, fc.constantFrom(0, 1, 2), fc.nat(), (message, which, bit) => {
      const parts = [new Uint8Array(sign(null, message, privateKey)), message, key] as const;
      expect([verifies(...parts), portable(...parts)]).toEqual([true, true]);
      const changed = parts[which].slice();
      const at = bit % (8 * changed.length);
      changed[at >> 3] = (changed[at >> 3] as number) ^ (1 << (at & 7));
      const [signature, said, by] = parts.with(which, changed) as [Uint8Array, Uint8Array, Uint8Array];
      expect([verifies(signature, said, by), portable(signature, said, by)]).toEqual([false, false]);
    }),
    { numRuns: 60 },
  );
});

test("the signature of another key is refused", () => {
  const signature = new Uint8Array(sign(null, Buffer.of(1), privateKey));
  expect(verifies(signature, Buffer.of(1), rawKey(generateKeyPairSync("ed25519").publicKey))).toBe(false);
});

// With R = [S]B - [k]A, each of these would satisfy an equation with one check missing.
describe("edges of the encodings", () => {
  const message = Buffer.from("edge");
  const good = new Uint8Array(sign(null, message, privateKey));
  const R = good.subarray(0, 32);
  const S = good.subarray(32);
  const scalar = BigInt(`0x${Buffer.from(S).reverse().toString("hex")}`);
  const withS = (n: bigint) => Buffer.concat([R, bytes(n)]);

  test.each([
    ["S + L", scalar + L],
    ["L", L],
    ["2^256 - 1", 2n ** 256n - 1n],
  ])("S = %s", (_, n) => {
    expect(verifies(withS(n), message, key)).toBe(false);
  });

  test.each([
    ["0", 0n],
    ["1", 1n],
    ["p - 1", P - 1n],
    ["p", P],
    ["p + 1", P + 1n],
    ["2^255 - 1", 2n ** 255n - 1n],
    ["0 and the sign", 2n ** 255n],
    ["1 and the sign", 2n ** 255n + 1n],
    ["p - 1 and the sign", 2n ** 255n + P - 1n],
    ["2, which is not on the curve", 2n],
  ])("y = %s, as R and as the key", (_, y) => {
    expect(verifies(Buffer.concat([bytes(y), S]), message, key)).toBe(false);
    expect(verifies(good, message, bytes(y))).toBe(false);
  });

  test("S = 0 is a scalar, and a key may be off the curve: both equations just fail", () => {
    const basePoint = fromHex(`58${"66".repeat(31)}`);
    const zero = Buffer.concat([basePoint, bytes(0n)]);
    for (const equation of [native, portable]) {
      expect([equation(zero, message, key), equation(good, message, bytes(2n))]).toEqual([false, false]);
    }
  });
});
