import { expect, test } from "bun:test";
import { order } from "./order.ts";

test("says what it will do", () => {
  const chance = "every entry has the same chance of every place.";
  expect(order.describe({}, { count: 1, tickets: 1 })).toBe(`1 entry is put into a random order; ${chance}`);
  expect(order.describe({}, { count: 300, tickets: 300 })).toBe(`300 entries are put into a random order; ${chance}`);
});

test("a million entries are ordered", () => {
  const count = 1_000_000;
  const { order: list } = order.run({}, { count, tickets: null }, (n) => n - 1) as { order: number[] };
  expect(list.slice(0, 3)).toEqual([count - 1, 0, 1]);
  expect(list).toHaveLength(count);
});
