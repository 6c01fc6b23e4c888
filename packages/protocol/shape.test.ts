import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import {
  anyInteger,
  anyObject,
  constant,
  hex,
  inEnglish,
  integer,
  isObject,
  listOf,
  Malformed,
  nullable,
  object,
  oneOf,
  pattern,
  reading,
  type Shape,
  text,
  time,
  yesOrNo,
} from "./shape.ts";

const ok = (shape: Shape<unknown>, value: unknown) => reading(shape, value).ok;
const problemOf = (shape: Shape<unknown>, value: unknown) => {
  const result = reading(shape, value);
  return result.ok ? null : inEnglish(result.problem);
};

const MAX = 2 ** 53 - 1;
const NOTHINGS = [null, undefined, true, 1, "x", [], {}];

/** What a shape takes, and what it refuses beyond what is of another type altogether. */
const LIMITS: [string, Shape<unknown>, unknown[], unknown[]][] = [
  ["integer(0)", integer(0), [0, 1, MAX], [-1, 0.5, MAX + 1, Number.NaN, Number.POSITIVE_INFINITY, "1", true]],
  ["integer(1, 5)", integer(1, 5), [1, 5], [0, 6, 1.5, null]],
  ["anyInteger", anyInteger, [-MAX, 0, MAX], [-MAX - 1, MAX + 1, 1.5]],
  ["yesOrNo", yesOrNo, [true, false], [0, 1, "true", null]],
  ["constant(a)", constant("a"), ["a"], ["A", "", null, ["a"]]],
  ["constant(null)", constant(null), [null], [undefined, 0, "", "null", {}]],
  ["oneOf", oneOf("a", "b"), ["a", "b"], ["c", "", "ab", 0, null]],
  ["pattern", pattern(/^a+$/, { code: "ascii" }), ["a", "aaa"], ["", "b", "a\n", null, 0]],
  ["hex(2)", hex(2), ["0123", "cdef"], ["", "012", "01234", "CDEF", "gggg", "0123\n", " 123", 123]],
  [
    "text(1, 3)",
    text(1, 3),
    ["a", "abc", "😂😂😂", " ", "\u0080", "\u2028"],
    ["", "abcd", "😂😂😂😂", "a\u0000", "\u001f", "\u007f", "\n", "\ud83d", "\ude02", null, 1],
  ],
  ["text(0, 3)", text(0, 3), ["", "abc"], ["abcd", null]],
  [
    "time",
    time,
    ["1970-01-01T00:00:00.000Z", "2024-02-29T23:59:59.999Z", "9999-12-31T23:59:59.999Z"],
    [
      "1969-12-31T23:59:59.999Z",
      "2023-02-29T00:00:00.000Z",
      "2024-13-01T00:00:00.000Z",
      "2024-00-01T00:00:00.000Z",
      "2024-04-31T00:00:00.000Z",
      "2024-01-01T24:00:00.000Z",
      "2024-01-01T00:60:00.000Z",
      "2016-12-31T23:59:60.000Z",
      "2024-01-01T00:00:00Z",
      "2024-01-01T00:00:00.00Z",
      "2024-01-01T00:00:00.000+00:00",
      "2024-01-01 00:00:00.000Z",
      "2024-01-01t00:00:00.000z",
      "+010000-01-01T00:00:00.000Z",
      0,
      null,
    ],
  ],
  ["nullable", nullable(integer(0)), [null, 0], [undefined, "", -1]],
  ["listOf", listOf(integer(0)), [[], [1, 2]], [[-1], {}, "12", null, new Array(1)]],
  ["listOf at least 2", listOf(integer(0), 2), [[1, 2]], [[], [1]]],
  ["anyObject", anyObject, [{}, { a: [] }], [[], null, "x"]],
];

describe.each(LIMITS)("%s", (_, shape, taken, refused) => {
  test.each(taken.map((value) => [value]))("takes %j, as it is", (value) => {
    expect(shape.read(value)).toBe(value);
  });

  test.each(refused.map((value) => [value]))("refuses %j", (value) => {
    expect(ok(shape, value)).toBe(false);
  });
});

const person = object(
  { name: text(1, 5), born: nullable(integer(1800)) },
  { tags: listOf(object({ tag: text(1, 5) })) },
);

describe("object", () => {
  test.each([
    [{ name: "Ada", born: 1815 }],
    [{ born: null, name: "Ada", tags: [] }],
    [{ name: "Ada", born: null, tags: [{ tag: "x" }] }],
  ])("takes %j", (value) => {
    expect(ok(person, value)).toBe(true);
  });

  test.each([
    ["", [], "an object", "[]"],
    ["", null, "an object", "null"],
    ["", undefined, "an object", "nothing"],
    ["born", { name: "Ada" }, "a value", "nothing"],
    ["born", { name: "Ada", born: "1815" }, "a whole number at least 1800 and at most 2^53-1", '"1815"'],
    ["age", { name: "Ada", born: null, age: 1 }, "no member of this name", "1"],
    ["toString", { name: "Ada", born: null, toString: 1 }, "no member of this name", "1"],
    ["__proto__", JSON.parse('{"name":"Ada","born":null,"__proto__":1}'), "no member of this name", "1"],
    ["tags", { name: "Ada", born: null, tags: undefined }, "a list", "nothing"],
    [
      "tags[1].tag",
      { name: "Ada", born: null, tags: [{ tag: "x" }, { tag: "" }] },
      "text of 1 to 5 characters, without control characters",
      '""',
    ],
    ["tags[0]", { name: "Ada", born: null, tags: [[]] }, "an object", "[]"],
  ])("refuses at %p: %j", (at, value, expected, found) => {
    expect(problemOf(person, value)).toEqual({ at, expected, found });
  });

  test("a member that is only inherited is missing", () => {
    expect(problemOf(object({ toString: anyInteger }), {})).toMatchObject({ at: "toString", found: "nothing" });
  });
});

describe("paths", () => {
  const deep = object({
    params: anyObject,
    entries: listOf(object({ label: text(1, 5) })),
    table: listOf(listOf(integer(0))),
  });
  const value = { params: {}, entries: [{ label: "a" }], table: [[0]] };

  test.each([
    ["entries[3].label", { ...value, entries: [...Array(3).fill({ label: "a" }), { label: 1 }] }],
    ["table[1][2]", { ...value, table: [[], [1, 2, -3]] }],
    ["params", { ...value, params: null }],
  ])("%s", (at, value) => {
    expect(problemOf(deep, value)?.at).toBe(at);
  });
});

test("a long value is cut short in what was found", () => {
  const found = problemOf(integer(0), "x".repeat(100))?.found ?? "";
  expect([found.length, found.at(-1)]).toEqual([61, "…"]);
});

test("the message says where, what had to stand there and what did", () => {
  expect(() => integer(0, 9).read(10)).toThrow("value: expected a whole number from 0 to 9, found 10");
  expect(() => person.read({ name: "", born: 1 })).toThrow(/^name: expected text of/);
  expect(new Malformed({ at: "x", expected: { code: "list" }, found: { code: "both" } })).toBeInstanceOf(Error);
});

test("what is not Malformed is a bug and goes through", () => {
  const broken: Shape<never> = {
    schema: {},
    read: () => {
      throw new RangeError("bug");
    },
  };
  expect(() => reading(listOf(broken), [1])).toThrow(RangeError);
});

test("the schema says to readers outside what the shape demands", () => {
  expect(person.schema).toEqual({
    type: "object",
    properties: {
      name: { type: "string", minLength: 1, maxLength: 5 },
      born: { anyOf: [{ type: "integer", minimum: 1800, maximum: MAX }, { type: "null" }] },
      tags: {
        type: "array",
        minItems: 0,
        items: {
          type: "object",
          properties: { tag: { type: "string", minLength: 1, maxLength: 5 } },
          required: ["tag"],
          additionalProperties: false,
        },
      },
    },
    required: ["name", "born"],
    additionalProperties: false,
  });
});

test("isObject", () => {
  expect(NOTHINGS.filter(isObject)).toEqual([{}]);
});

test("lengths are counted in code points, regardless of the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("a", "é", "😂", "\u0301"), maxLength: 12 }), (value) => {
      expect(ok(text(1, 6), value)).toBe(value !== "" && [...value].length <= 6);
    }),
  );
});

test("every time that exists is taken", () => {
  const times = fc.date({ min: new Date(0), max: new Date("9999-12-31T23:59:59.999Z"), noInvalidDate: true });
  fc.assert(fc.property(times, (date) => ok(time, date.toISOString())));
});
