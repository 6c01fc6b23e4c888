import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { fromHex } from "./hex.ts";
import { belowFrom, choices, mgf1 } from "./keystream.ts";
import vectors from "./vectors/kdf.json";

describe("mgf1", () => {
  test.each(vectors.mgf1)("of $seed", ({ seed, size, mask }) => {
    const next32 = mgf1(fromHex(seed));
    const words = Array.from({ length: Math.ceil(size / 4) }, () => next32().toString(16).padStart(8, "0"));
    expect(words.join("").slice(0, 2 * size)).toBe(mask);
  });

  test("block after block, the counter is big-endian", () => {
    const seed = new Uint8Array(32).fill(7);
    const next32 = mgf1(seed);
    for (let i = 0; i < 8 * 300; i += 1) next32();
    const block300 = createHash("sha256")
      .update(seed)
      .update(Buffer.of(0, 0, 1, 44))
      .digest();
    expect(next32()).toBe(block300.readUInt32BE(0));
  });
});

/** A stream of these 64-bit numbers that counts the 32-bit words read. */
function stream(...numbers: bigint[]) {
  const words = numbers.flatMap((v) => [Number(v >> 32n), Number(v & 0xffffffffn)]);
  const read = { words: 0 };
  const next32 = () => {
    const word = words[read.words++];
    if (word === undefined) throw new Error("read beyond the stream");
    return word;
  };
  return { read, below: belowFrom(next32) };
}

const WHOLE = 2n ** 64n;
const limit = (n: bigint) => (WHOLE / n) * n;

describe("below", () => {
  test.each([2n, 3n, 10n, 1000n, 2n ** 21n - 1n, 2n ** 21n, 2n ** 21n + 1n, 10n ** 9n + 7n, 2n ** 53n - 1n])(
    "below(%p) accepts floor(2^64/n)*n - 1, and reads again from there on",
    (n) => {
      const last = stream(limit(n) - 1n);
      expect(last.below(Number(n))).toBe(Number(n - 1n));
      if (limit(n) === WHOLE) return; // a power of two refuses nothing
      for (const refused of [limit(n), WHOLE - 1n]) {
        const { below, read } = stream(refused, refused, n + 1n);
        expect(below(Number(n))).toBe(1);
        expect(read.words).toBe(6);
      }
    },
  );

  test("below(1) is 0, and still reads eight bytes", () => {
    for (const v of [0n, WHOLE - 1n]) {
      const { below, read } = stream(v);
      expect([below(1), read.words]).toEqual([0, 2]);
    }
  });

  test("below(2^53) is the last 53 bits", () => {
    expect(stream(WHOLE - 1n).below(2 ** 53)).toBe(2 ** 53 - 1);
    expect(stream(2n ** 53n).below(2 ** 53)).toBe(0);
  });

  const n = fc.oneof(fc.integer({ min: 1, max: 2 ** 21 + 5 }), fc.integer({ min: 1, max: 2 ** 53 }));
  const v = fc.oneof(
    fc.bigInt({ min: 0n, max: WHOLE - 1n }),
    fc.bigInt({ min: WHOLE - 2n ** 22n, max: WHOLE - 1n }),
    fc.bigInt({ min: WHOLE - 2n ** 33n, max: WHOLE - 1n }),
  );

  test("with 53-bit arithmetic or without, it matches the definition", () => {
    fc.assert(
      fc.property(n, v, (n, v) => {
        const taken = v < limit(BigInt(n)) ? v : 5n;
        expect(stream(v, 5n).below(n)).toBe(Number(taken % BigInt(n)));
      }),
      { numRuns: 2000 },
    );
  });
});

test("choices are below over the keystream of the seed", () => {
  const seed = new Uint8Array(32).map((_, i) => i);
  const [over, direct] = [belowFrom(mgf1(seed)), choices(seed)];
  for (const n of [1, 2, 300, 2 ** 40, 2 ** 53]) expect(direct(n)).toBe(over(n));
});

test.each([0, -1, 2 ** 53 + 2, Number.NaN, Number.POSITIVE_INFINITY])("below(%d) is refused", (n) => {
  expect(() => choices(new Uint8Array(32))(n)).toThrow(RangeError);
});
