import { expect, test } from "bun:test";
import { duration } from "./duration.ts";

const HOUR = 3_600_000;

test.each([
  [0, "0.00 s"],
  [9, "0.00 s"],
  [49, "0.04 s"],
  [59_999, "59.99 s"],
  [60_000, "1 min"],
  [61_999, "1 min 1 s"],
  [HOUR - 1, "59 min 59 s"],
  [HOUR, "1 h"],
  [HOUR + 59_999, "1 h"],
  [3 * HOUR + 12 * 60_000 + 59_999, "3 h 12 min"],
  [24 * HOUR - 1, "23 h 59 min"],
  [24 * HOUR, "1 d"],
  [1_000 * 24 * HOUR + HOUR, "1000 d 1 h"],
])("%p ms: %s", (span, words) => {
  expect(duration(span)).toBe(words);
});
