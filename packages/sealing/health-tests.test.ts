import { describe, expect, test } from "bun:test";
import { type FailedTest, healthTests, proportionCutoff, repetitionCutoff } from "./health-tests.ts";

describe("cutoffs", () => {
  test.each([
    [1, 30, 31],
    [1, 60, 61],
    [8, 20, 4],
    [8, 30, 5],
    [8, 40, 6],
  ])("of repetitions at %d bits a sample and alpha 2^-%d: %d", (entropy, alpha, cutoff) => {
    expect(repetitionCutoff(entropy, alpha)).toBe(cutoff);
  });

  // A quarter to one bit as in the Linux kernel's jitterentropy; eight bits computed with exact fractions.
  test.each([
    [1, 30, 325],
    [1, 60, 355],
    [1 / 2, 30, 422],
    [1 / 2, 60, 447],
    [1 / 4, 30, 477],
    [4, 30, 71],
    [8, 20, 13],
    [8, 30, 16],
    [8, 40, 19],
    [8, 60, 25],
  ])("of proportions in 512 samples at %d bits and alpha 2^-%d: %d", (entropy, alpha, cutoff) => {
    expect(proportionCutoff(512, entropy, alpha)).toBe(cutoff);
  });
});

const random = (length: number) => {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  return bytes;
};
const made = (length: number, sample: (at: number) => number) => Uint8Array.from({ length }, (_, at) => sample(at));

describe("a broken source is found within 1024 samples", () => {
  const chance = random(4096);
  test.each<[string, Uint8Array, FailedTest]>([
    ["one value", made(1024, () => 0), "repetition_count"],
    ["six equal samples among good ones", made(1024, (at) => (at > 99 && at < 106 ? 7 : at % 256)), "repetition_count"],
    ["two values in turn", made(1024, (at) => at % 2), "adaptive_proportion"],
    ["eight bytes again and again", made(1024, (at) => at % 8), "adaptive_proportion"],
    ["four random bits in eight", made(1024, (at) => (chance[at] as number) & 0x0f), "adaptive_proportion"],
    ["every other sample stuck", made(1024, (at) => (at % 2 ? (chance[at] as number) : 0x55)), "adaptive_proportion"],
  ])("%s", (_, samples, failure) => {
    expect(healthTests()(samples)).toBe(failure);
    // In pieces of any size.
    const one = healthTests();
    const found = Array.from(samples, (sample) => one(Uint8Array.of(sample)));
    expect(found.find((failed) => failed !== null)).toBe(failure);
  });
});

describe("no failure is found", () => {
  test("in five equal samples, or in 18 of 512 that equal the first", () => {
    expect(healthTests()(made(1024, (at) => (at > 99 && at < 105 ? 7 : at % 256)))).toBeNull();
    const spread = (often: number) => made(512, (at) => (at % 28 === 0 && at / 28 < often ? 0 : 1 + (at % 255)));
    expect(healthTests()(spread(18))).toBeNull();
    expect(healthTests()(spread(19))).toBe("adaptive_proportion");
  });

  test("in the system generator's output", () => {
    expect(healthTests()(random(4 * 2 ** 20))).toBeNull();
  });

  test("in predictable bytes that look random: such tests cannot detect them", () => {
    expect(healthTests()(made(4096, (at) => at % 256))).toBeNull();
  });
});
