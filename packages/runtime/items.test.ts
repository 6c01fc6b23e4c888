import { expect, test } from "bun:test";
import { inEnglish, reading } from "@fairhat/protocol";
import { items } from "./items.ts";

test("accepts up to a thousand items of any type", () => {
  const things = [1, "two", { three: 3 }, null, ...Array.from({ length: 996 })];
  expect(items.read(things)).toBe(things);
  expect(items.read([])).toEqual([]);
});

test("refuses more, and anything that is not a list", () => {
  const problemOf = (value: unknown) => {
    const read = reading(items, value);
    return read.ok ? null : inEnglish(read.problem);
  };
  expect(problemOf(Array.from({ length: 1_001 }))).toEqual({ at: "", expected: "at most 1000 items", found: "1001" });
  expect(problemOf({ 0: "a" })).toEqual({ at: "", expected: "a list", found: '{"0":"a"}' });
});
