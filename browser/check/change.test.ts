import { describe, expect, test } from "bun:test";
import { type Change, changed, type Json, oneOff, typedFor, valueAt } from "./change.ts";

const RECORD: Json = { list: [{ label: "Ada" }, { label: "Bo" }], seals: { a: { key: "k" }, b: null } };

test.each<[string, Change[], Json]>([
  ["nothing", [], RECORD],
  [
    "an item's member",
    [{ path: ["list", 1, "label"], to: "Cy" }],
    { ...RECORD, list: [{ label: "Ada" }, { label: "Cy" }] },
  ],
  ["an item left out", [{ path: ["list", 0] }], { ...RECORD, list: [{ label: "Bo" }] }],
  ["a member left out", [{ path: ["seals", "a"] }], { ...RECORD, seals: { b: null } }],
  ["null in its place", [{ path: ["seals", "a"], to: null }], { ...RECORD, seals: { a: null, b: null } }],
  ["the whole of it", [{ path: [], to: 7 }], 7],
  ["nothing in the place of the whole", [{ path: [] }], null],
  ["one after the other", [{ path: ["list", 0] }, { path: ["list", 0], to: "x" }], { ...RECORD, list: ["x"] }],
  [
    "what is not there",
    [
      { path: ["list", 7], to: 1 },
      { path: ["seals", "b", "key"], to: 1 },
      { path: ["c"], to: 1 },
    ],
    RECORD,
  ],
])("%s", (_, changes, expected) => {
  const before = structuredClone(RECORD);
  expect(changed(RECORD, changes)).toEqual(expected);
  expect(RECORD).toEqual(before);
});

test("a value by its path", () => {
  expect(valueAt(RECORD, ["list", 0, "label"])).toBe("Ada");
  expect(valueAt(RECORD, [])).toBe(RECORD);
  expect(valueAt(RECORD, ["seals", "b"])).toBeNull();
  expect(valueAt(RECORD, ["seals", "b", "key"])).toBeUndefined();
  expect(valueAt(RECORD, ["list", 2])).toBeUndefined();
  expect(valueAt(RECORD, ["toString"])).toBeUndefined();
});

describe("one character changed", () => {
  test.each<[null | boolean | number | string, Json]>([
    ["0123456789abcdef0123456789abcde9", "0123456789abcdef0123456789abcdea"],
    ["0123456789abcdef0123456789abcdef0", "0123456789abcdef0123456789abcdef1"],
    ["2026-01-31T12:05:00.009Z", "2026-01-31T12:05:00.000Z"],
    ["winners/1", "winners/2"],
    ["Ada", "Adx"],
    ["Max", "May"],
    ["Ada 😂", "Ada x"],
    ["", "x"],
    [null, "x"],
    [7, 8],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER - 1],
    [true, false],
  ])("%p becomes %p", (value, expected) => {
    expect(oneOff(value)).toBe(expected);
  });
});

test.each<[Json, string, Json]>([
  [7, "8", 8],
  [7, "-0", 0],
  [7, "8.5", "8.5"],
  [7, "9007199254740993", "9007199254740993"],
  [7, "", ""],
  [true, "false", false],
  [false, "true", true],
  [true, "yes", "yes"],
  [null, "null", null],
  [null, "x", "x"],
  ["7", "8", "8"],
  ["x", "null", "null"],
  ["x", "\ud800", "\ufffd"],
])("instead of %p, %p is read as %p", (value, typed, expected) => {
  expect(typedFor(value, typed)).toBe(expected);
});
