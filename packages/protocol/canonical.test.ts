import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { canonical, digest } from "./canonical.ts";
import { fromHex } from "./hex.ts";
import vectors from "./vectors/rfc8785.json";

describe("published vectors", () => {
  test.each(vectors.cases)("$name", ({ input, output }) => {
    expect(canonical(JSON.parse(input))).toBe(output);
  });

  test.each(vectors.refused)("$name has no canonical form here", ({ input }) => {
    expect(() => canonical(JSON.parse(input))).toThrow(TypeError);
  });

  test.each(vectors.numbers)("appendix B: $ieee754 is $text", ({ ieee754, text, accepted }) => {
    const number = new DataView(fromHex(ieee754).buffer).getFloat64(0);
    if (accepted) expect(canonical(number)).toBe(text);
    else expect(() => canonical(number)).toThrow(`${number} is not an integer`);
  });
});

test.each([
  [null, "null"],
  [true, "true"],
  [false, "false"],
  [2 ** 53 - 1, "9007199254740991"],
  [-(2 ** 53) + 1, "-9007199254740991"],
  ["", '""'],
  ["\u2028\u2029/<é😂", '"\u2028\u2029/<é😂"'],
  ['"\\\b\t\n\f\r\u0000\u001f\u007f', '"\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\u007f"'],
  [[], "[]"],
  [{}, "{}"],
  [Object.create(null), "{}"],
  // U+FF61 sorts after U+1F602 by UTF-16 units (d83d), before it by code points.
  [{ "\uff61": 1, "\u{1f602}": 2 }, '{"\u{1f602}":2,"\uff61":1}'],
  [JSON.parse('{"b":[{"d":1,"c":2}],"__proto__":3}'), '{"__proto__":3,"b":[{"c":2,"d":1}]}'],
])("the canonical form of %j", (value, form) => {
  expect(canonical(value)).toBe(form);
});

test.each([
  ["a fraction", 0.5],
  ["2^53", 2 ** 53],
  ["not a number", Number.NaN],
  ["undefined", undefined],
  ["a missing value", { a: undefined }],
  ["a hole in a list", new Array(1)],
  ["a lone surrogate", "\ud83d"],
  ["a name with a lone surrogate", { "\ude02": 1 }],
  ["a BigInt", 1n],
  ["a Date", new Date(0)],
  ["bytes", new Uint8Array(2)],
  ["a function", () => 1],
])("%s has no canonical form", (_, value) => {
  expect(() => canonical(value)).toThrow(TypeError);
});

const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false),
    fc.maxSafeInteger(),
    fc.string({ unit: "grapheme" }),
    fc.array(tie("value"), { maxLength: 5 }),
    fc.dictionary(fc.string({ unit: "binary" }), tie("value"), { maxKeys: 5 }),
  ),
})).value;

test("it is equivalent JSON, and its own canonical form", () => {
  fc.assert(
    fc.property(json, (value) => {
      const form = canonical(value);
      expect(JSON.parse(form)).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(JSON.parse(form))).toBe(form);
    }),
  );
});

test("the order of insertion does not matter", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (object) => {
      expect(digest(Object.fromEntries(Object.entries(object).reverse()))).toBe(digest(object));
    }),
  );
});

test("a digest is the SHA-256 of the canonical form in UTF-8", () => {
  const hash = new Bun.CryptoHasher("sha256").update('{"label":"é"}').digest("hex");
  expect(digest({ label: "é" })).toBe(hash);
});
