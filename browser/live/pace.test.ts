import { expect, test } from "bun:test";
import { pauseAfter, revealPace } from "./pace.ts";

test("a reveal is over soon, however long the result", () => {
  for (const places of [0, 1, 2, 7, 8, 40, 41, 1_000, 10_000]) {
    const { first, apart } = revealPace(places);
    expect(first).toBeLessThanOrEqual(places);
    expect(first * apart).toBeLessThanOrEqual(7_000);
  }
  expect(revealPace(3)).toEqual({ first: 3, apart: 900 });
  expect(revealPace(40)).toEqual({ first: 40, apart: 175 });
  expect(revealPace(10_000)).toEqual({ first: 40, apart: 175 });
});

test("who lost the connection tries less and less often, each at another time", () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((failures) => pauseAfter(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
  ]);
  expect([0, 0.5, 1].map((chance) => pauseAfter(1, chance))).toEqual([500, 750, 1_000]);
});
