import { describe, expect, test } from "bun:test";
import { createCipheriv } from "node:crypto";
import { rngAesCtrDrbg256 } from "@noble/ciphers/aes.js";
import fc from "fast-check";
import published from "./known-answers.json" with { type: "json" };
import { givesKnownAnswers, type Instantiate } from "./known-answers.ts";

test("the library gives NIST's answers for every file of the standard's vectors", () => {
  expect(new Set(published.vectors.map(({ from }) => from))).toEqual(new Set(Object.keys(published.sources)));
  expect(published.vectors).toHaveLength(6);
  expect(givesKnownAnswers(rngAesCtrDrbg256)).toBe(true);
});

describe("a generator with one broken function does not", () => {
  type Drbg = ReturnType<Instantiate>;
  /** The library's generator with one function replaced. */
  const broken = (change: (drbg: Drbg) => object): Instantiate => {
    return (seed, personalization) => {
      const drbg = rngAesCtrDrbg256(seed, personalization);
      return Object.assign(Object.create(drbg), change(drbg));
    };
  };
  const flip = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

  test.each<[string, Instantiate]>([
    ["ignores its personalization", (seed) => rngAesCtrDrbg256(seed)],
    ["ignores part of its seed", (seed, info) => rngAesCtrDrbg256(flip(seed), info)],
    ["never reseeds", broken(() => ({ addEntropy: () => {} }))],
    ["reseeds without what is added", broken((drbg) => ({ addEntropy: (seed: Uint8Array) => drbg.addEntropy(seed) }))],
    [
      "generates without what is added",
      broken((drbg) => ({ randomBytes: (length: number) => drbg.randomBytes(length) })),
    ],
    [
      "gives one bit that is wrong",
      broken((drbg) => ({ randomBytes: (length: number, info?: Uint8Array) => flip(drbg.randomBytes(length, info)) })),
    ],
    ["gives nothing", broken(() => ({ randomBytes: () => new Uint8Array() }))],
  ])("%s", (_, instantiate) => {
    expect(givesKnownAnswers(instantiate)).toBe(false);
  });
});

// An independent implementation of SP 800-90A section 10.2.1 on the runtime's AES.
const SEED = 48; // bytes: AES-256's key and one block

function referenceDrbg(seed: Uint8Array, personalization = new Uint8Array()) {
  let key = Buffer.alloc(32);
  let v = 0n;
  const blocks = (count: number) => {
    const cipher = createCipheriv("aes-256-ecb", key, null).setAutoPadding(false);
    return Buffer.concat(
      Array.from({ length: count }, () => {
        v = (v + 1n) % 2n ** 128n;
        return cipher.update(Buffer.from(v.toString(16).padStart(32, "0"), "hex"));
      }),
    );
  };
  const update = (provided: Uint8Array) => {
    const next = blocks(3).map((byte, at) => byte ^ (provided[at] ?? 0));
    key = Buffer.from(next.subarray(0, 32));
    v = BigInt(`0x${Buffer.from(next.subarray(32)).toString("hex")}`);
  };
  const mixed = (one: Uint8Array, other: Uint8Array) => one.map((byte, at) => byte ^ (other[at] ?? 0));
  update(mixed(seed, personalization));
  return {
    reseed: (entropy: Uint8Array, additional: Uint8Array) => update(mixed(entropy, additional)),
    generate(length: number, additional: Uint8Array) {
      if (additional.length > 0) update(additional);
      const given = blocks(Math.ceil(length / 16)).subarray(0, length);
      update(additional);
      return given;
    },
  };
}

test("library and second implementation agree on any request", () => {
  const entropy = fc.uint8Array({ minLength: SEED, maxLength: SEED });
  const added = fc.uint8Array({ maxLength: SEED });
  const step = fc.oneof(fc.record({ entropy, added }), fc.record({ length: fc.integer({ min: 0, max: 200 }), added }));
  const run = fc.property(entropy, added, fc.array(step, { maxLength: 6 }), (seed, personalization, steps) => {
    const library = rngAesCtrDrbg256(seed, personalization);
    const reference = referenceDrbg(seed, personalization);
    for (const one of steps) {
      if ("entropy" in one) {
        library.addEntropy(one.entropy, one.added);
        reference.reseed(one.entropy, one.added);
      } else {
        const given = library.randomBytes(one.length, one.added.length > 0 ? one.added : undefined);
        expect(Buffer.from(given)).toEqual(Buffer.from(reference.generate(one.length, one.added)));
      }
    }
  });
  fc.assert(run, { numRuns: 200 });
});
