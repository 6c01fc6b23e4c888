import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { groups } from "./groups.ts";

const of = (count: number) => ({ count, tickets: count });

test("says what it will do", () => {
  const sentence = (number: number | null, size: number | null, count: number) =>
    groups.describe({ groups: number, size }, of(count));
  const chance = "every entry has the same chance of every place.";
  expect(sentence(6, null, 40)).toBe(`40 entries are put into 6 groups of 6 or 7; ${chance}`);
  expect(sentence(null, 5, 40)).toBe(`40 entries are put into 8 groups of 5; ${chance}`);
  expect(sentence(null, 3, 7)).toBe(`7 entries are put into 3 groups of 2 or 3; ${chance}`);
  expect(sentence(1, null, 1)).toBe(`1 entry is put into 1 group of 1; ${chance}`);
});

test("either the number of groups or their size, and no more than entries", () => {
  const refuses = (number: number | null, size: number | null) =>
    english(groups.refuses({ groups: number, size }, of(5)));
  const either = { at: "params.groups", expected: "either groups or size, and null for the other" };
  expect(refuses(null, null)).toEqual({ ...either, found: "none of them" });
  expect(refuses(2, 2)).toEqual({ ...either, found: "both" });
  expect(refuses(5, null)).toBeNull();
  expect(refuses(null, 5)).toBeNull();
  const expected = "at most 5, as many as there are entries";
  expect(refuses(6, null)).toEqual({ at: "params.groups", expected, found: "6" });
  expect(refuses(null, 7)).toEqual({ at: "params.size", expected, found: "7" });
});

test("the order is dealt round-robin; a size gives the fewest groups that hold everyone", () => {
  const deal = (number: number | null, size: number | null, count: number) =>
    groups.run({ groups: number, size }, { count, tickets: null }, () => 0).groups;
  expect(deal(2, null, 5)).toEqual([
    [0, 2, 4],
    [1, 3],
  ]);
  expect(deal(null, 3, 7)).toEqual([
    [0, 3, 6],
    [1, 4],
    [2, 5],
  ]);
  expect(deal(null, 7, 7)).toEqual([[0, 1, 2, 3, 4, 5, 6]]);
});
