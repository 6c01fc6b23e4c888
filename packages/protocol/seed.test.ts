import { describe, expect, test } from "bun:test";
import { hkdfSync } from "node:crypto";
import fc from "fast-check";
import { fromHex, toHex } from "./hex.ts";
import { hkdf as native } from "./hkdf.native.ts";
import { hkdf as portable } from "./hkdf.portable.ts";
import { seedOf } from "./seed.ts";
import vectors from "./vectors/kdf.json";

describe("the HKDF matches RFC 5869", () => {
  test.each(vectors.hkdf)("appendix $name", ({ ikm, salt, info, size, okm }) => {
    for (const hkdf of [native, portable])
      expect(toHex(hkdf(fromHex(ikm), fromHex(salt), fromHex(info), size))).toBe(okm);
  });
});

const hex32 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(toHex);

test("the seed is the HKDF with M as the salt over both secrets, a before b", () => {
  fc.assert(
    fc.property(hex32, hex32, hex32, (M, a, b) => {
      const expected = hkdfSync("sha256", Buffer.from(a + b, "hex"), Buffer.from(M, "hex"), "fairhat/1/seed", 32);
      expect(seedOf(M, a, b)).toBe(Buffer.from(expected).toString("hex"));
    }),
  );
});

test("each of the three inputs changes it", () => {
  fc.assert(
    fc.property(fc.uniqueArray(hex32, { minLength: 4, maxLength: 4 }), (all) => {
      const [M, a, b, other] = all as [string, string, string, string];
      const seeds = [seedOf(M, a, b), seedOf(other, a, b), seedOf(M, other, b), seedOf(M, a, other), seedOf(M, b, a)];
      expect(new Set(seeds).size).toBe(5);
    }),
  );
});
