import { describe, expect, test } from "bun:test";
import type { RandomGenerator } from "@fairhat/sealing";
import { kindNames, seededGenerator } from "./generators.ts";
import published from "./known-answers.json" with { type: "json" };

const { vectors } = published;
const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));
const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
const xor = (one: string, other: string) => bytes(one).map((byte, at) => byte ^ (bytes(other)[at] ?? 0));

/** Returns these bytes, one array per call. */
function scripted(...calls: Uint8Array[]): RandomGenerator {
  return {
    name: "scripted",
    bytes(length) {
      const next = calls.shift();
      if (next?.length !== length) throw new Error(`no ${length} bytes left`);
      return next;
    },
  };
}

/** Returns the same bytes on every start: a system generator that an attacker knows. */
function predictable(): RandomGenerator {
  let calls = 0;
  return { name: "predictable", bytes: (length) => new Uint8Array(length).fill(++calls) };
}

describe("CTR_DRBG with AES-256", () => {
  test.each(vectors.filter(({ from }) => ["drbgvectors_pr_true", "acvp"].includes(from)))(
    "reseeded before every request, it matches NIST's vectors with prediction resistance, $from",
    ({ entropyInput, personalization, calls, returned }) => {
      // Without a derivation function both optional inputs are XORed to the entropy (SP 800-90A, 10.2.1.3.1 and 10.2.1.4.1).
      const reseeds = calls.map(({ reseed }) => xor(reseed?.entropyInput ?? "", reseed?.additional ?? ""));
      const generator = seededGenerator("ctr-drbg", scripted(xor(entropyInput, personalization), ...reseeds), "");
      generator.bytes(returned.length / 2);
      expect(hex(generator.bytes(returned.length / 2))).toBe(returned);
    },
  );

  test("has known answers, and ChaCha20 has none", () => {
    expect(seededGenerator("ctr-drbg", predictable(), "").knownAnswers?.()).toBe(true);
    expect(seededGenerator("chacha20", predictable(), "").knownAnswers).toBeUndefined();
  });
});

describe.each(kindNames)("%s", (kind) => {
  const first = (system: RandomGenerator, added: string) => hex(seededGenerator(kind, system, added).bytes(32));

  test("gives other output for other dice with the same system", () => {
    const outputs = ["", "3 1 6", "3 1 5", "6".repeat(10_000)].map((added) => first(predictable(), added));
    expect(new Set(outputs).size).toBe(4);
  });

  test("gives the same output for the same system and dice", () => {
    expect(first(predictable(), "3 1 6")).toBe(first(predictable(), "3 1 6"));
  });

  test("gives other output for another system with the same dice, and at every request", () => {
    const system: RandomGenerator = { name: "system", bytes: (n) => crypto.getRandomValues(new Uint8Array(n)) };
    const one = seededGenerator(kind, system, "3 1 6");
    const other = seededGenerator(kind, system, "3 1 6");
    const outputs = [one, one, other, other].map((generator) => hex(generator.bytes(32)));
    expect(new Set(outputs).size).toBe(4);
  });

  test("additional input chosen to cancel the system's bytes does not reach them unchanged", () => {
    const length = kind === "ctr-drbg" ? 48 : 40;
    const cancelling = Buffer.from(new Uint8Array(length).fill(1)).toString("latin1");
    const zeros = scripted(new Uint8Array(length), new Uint8Array(length).fill(2));
    expect(first(predictable(), cancelling)).not.toBe(first(zeros, ""));
  });

  test("fails when the system gives no more bytes", () => {
    const generator = seededGenerator(kind, scripted(new Uint8Array(kind === "ctr-drbg" ? 48 : 40)), "");
    expect(() => generator.bytes(32)).toThrow();
  });
});
