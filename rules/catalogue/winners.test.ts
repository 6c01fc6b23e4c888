import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { winners } from "./winners.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const of = (count: number) => ({ count, tickets: count });

test("says what it will do", () => {
  const sentence = (winner: number, alternates: number, count: number) =>
    winners.describe({ winners: winner, alternates }, of(count));
  const chance = "every entry has the same chance.";
  expect(sentence(3, 2, 300)).toBe(`3 winners and 2 alternates are drawn from 300 entries; ${chance}`);
  expect(sentence(1, 1, 2)).toBe(`1 winner and 1 alternate are drawn from 2 entries; ${chance}`);
  expect(sentence(1, 0, 1)).toBe(`1 winner is drawn from 1 entry; ${chance}`);
});

test("winners and alternates together may be all entries, but not one more", () => {
  const refuses = (winner: number, alternates: number, count: number) =>
    english(winners.refuses({ winners: winner, alternates }, of(count)));
  const expected = "at most 5 winners and alternates together, as many as there are entries";
  expect(refuses(3, 2, 5)).toBeNull();
  expect(refuses(3, 3, 5)).toEqual({ at: "params.alternates", expected, found: "3 winners and 3 alternates" });
  expect(refuses(6, 0, 5)).toEqual({ at: "params.winners", expected, found: "6 winners" });
  expect(refuses(MAX, 0, MAX)).toBeNull();
  expect(refuses(MAX, 1, MAX)?.at).toBe("params.alternates");
  expect(refuses(MAX, MAX, MAX)?.at).toBe("params.alternates");
});

test("the first drawn win, the next ones are alternates", () => {
  const result = winners.run({ winners: 2, alternates: 1 }, { count: 6, tickets: null }, (n) => n - 1);
  expect(result).toEqual({ winners: [5, 0], alternates: [1] });
});
