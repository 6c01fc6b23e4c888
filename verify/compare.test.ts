import { describe, expect, test } from "bun:test";
import { typed } from "@fairhat/protocol";
import { aroundDifference, excerpt, failureAt, firstDifference } from "./compare.ts";

test("the first differing pair is reported, and none if all are equal", () => {
  const same: [string, number, number] = ["count", 3, 3];
  expect(firstDifference([same, ["tickets", 5, 6], ["root", "a", "b"]])).toEqual({ expected: "tickets 5", found: "6" });
  expect(firstDifference([same])).toBeNull();
  expect(firstDifference([])).toBeNull();
});

test("a shape's problem as a failure", () => {
  expect(failureAt({ at: "a.b", expected: { code: "list" }, found: typed("y") })).toEqual({
    expected: "a.b: a list",
    found: "y",
  });
  expect(failureAt({ at: "", expected: { code: "list" }, found: typed("y") })).toEqual({
    expected: "a list",
    found: "y",
  });
});

describe("excerpt", () => {
  test.each([
    ["short", 0, "short"],
    ["short", 4, "short"],
    ["x".repeat(100), 99, "x".repeat(100)],
    ["x".repeat(101), 0, `${"x".repeat(100)}…`],
    [`${"a".repeat(100)}b`, 100, `…${"a".repeat(30)}b`],
    [`${"a".repeat(200)}b${"c".repeat(200)}`, 200, `…${"a".repeat(30)}b${"c".repeat(69)}…`],
  ])("%p around %p", (text, at, cut) => {
    expect(excerpt(text, at)).toBe(cut);
  });

  test("never splits a character", () => {
    expect(excerpt("😂".repeat(80), 65).isWellFormed()).toBe(true);
  });
});

test("both texts are cut around their difference", () => {
  const list = (last: number) => `[${"0,".repeat(100)}${last}]`;
  expect(aroundDifference(list(1), list(2))).toEqual({
    expected: `…${"0,".repeat(15)}1]`,
    found: `…${"0,".repeat(15)}2]`,
  });
});
