import { expect, test } from "bun:test";
import { pauseAfter } from "./pace.ts";

test("reconnects with growing, randomised pauses", () => {
  expect([1, 2, 3, 4, 5, 6, 50].map((failures) => pauseAfter(failures, 1))).toEqual([
    1_000, 2_000, 4_000, 8_000, 15_000, 15_000, 15_000,
  ]);
  expect([0, 0.5, 1].map((chance) => pauseAfter(1, chance))).toEqual([500, 750, 1_000]);
});
