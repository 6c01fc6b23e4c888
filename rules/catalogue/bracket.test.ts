import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { bracket } from "./bracket.ts";

const of = (count: number) => ({ count, tickets: count });
const drawn = (seeds: number, count: number) => bracket.run({ seeds }, { count, tickets: null }, () => 0).bracket;

test("says what it will do", () => {
  expect(bracket.describe({ seeds: 0 }, of(16))).toBe(
    "16 entries are placed in a bracket for 16; every entry has the same chance of every place.",
  );
  expect(bracket.describe({ seeds: 4 }, of(13))).toBe(
    "13 entries are placed in a bracket for 16 with 3 byes; the first 4 are seeded, and every other entry has the same chance of every place left.",
  );
});

test("seeded entries meet late, and get the byes", () => {
  expect(drawn(8, 8)).toEqual([[0, 7], [3, 4], [1, 6], [2, 5]]); // biome-ignore format: one line per bracket
  expect(drawn(5, 5)).toEqual([[0, null], [3, 4], [1, null], [2, null]]); // biome-ignore format: likewise
});

test("no more seeded entries than entries, and from 2 to 512", () => {
  expect(english(bracket.refuses({ seeds: 5 }, of(4)))).toMatchObject({ at: "params.seeds", found: "5" });
  expect(bracket.refuses({ seeds: 0 }, of(1))).toMatchObject({ at: "entries.count" });
  expect(bracket.refuses({ seeds: 0 }, of(513))).toMatchObject({ at: "entries.count" });
});
