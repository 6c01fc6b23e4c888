import { expect, test } from "bun:test";
import { calibrated, median, percentile, ratios, spread } from "./statistics.ts";

test("a median is the middle, regardless of the order", () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([10, 9, 1, 2])).toBe(5.5);
  expect(() => median([])).toThrow();
});

test("a percentile is one of the numbers, and no more than its share lies below", () => {
  const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
  expect([0, 0.5, 0.99, 1].map((share) => percentile(hundred, share))).toEqual([1, 50, 99, 100]);
  expect(percentile([7], 0.99)).toBe(7);
  expect(() => percentile([], 0.5)).toThrow();
});

test("a spread is half the range, as a share of the median", () => {
  expect(spread([90, 100, 110])).toBeCloseTo(0.1);
  expect(spread([5])).toBe(0);
  expect(spread([0, 0])).toBe(0);
});

test("each measurement is compared with its neighbour", () => {
  expect(ratios([10, 30], [5, 10])).toEqual([2, 3]);
  expect(() => ratios([1], [])).toThrow("neighbour");
});

test("a cost is scaled by how slowly the machine verifies a signature", () => {
  expect(calibrated(2_000, 102)).toBe(1_000);
});
