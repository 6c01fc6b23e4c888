import { expect, test } from "bun:test";
import fc from "fast-check";
import { Fenwick } from "./fenwick.ts";

const MAX = Number.MAX_SAFE_INTEGER;

test("the boundaries of every range of tickets, up to 2^53-1", () => {
  const tickets = [3, 1, MAX - 6, 2];
  const taken = (t: number) => new Fenwick(tickets).take(t);
  expect([0, 2, 3, 4, MAX - 3, MAX - 2, MAX - 1].map(taken)).toEqual([0, 0, 1, 2, 2, 3, 3]);
});

test("an entry leaves with all its tickets", () => {
  const left = new Fenwick([3, 1, MAX - 6, 2]);
  expect(left.total).toBe(MAX);
  expect(left.take(4)).toBe(2);
  expect(left.total).toBe(6);
  expect(left.take(4)).toBe(3);
  expect(left.take(3)).toBe(1);
  expect(left.take(2)).toBe(0);
  expect(left.total).toBe(0);
});

test("it finds what a linear scan finds, whatever was taken before", () => {
  const lists = fc.array(
    fc.tuple(fc.integer({ min: 1, max: 2 ** 40 }), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })),
    { minLength: 1, maxLength: 70 },
  );
  fc.assert(
    fc.property(lists, (list) => {
      const left = new Fenwick(list.map(([tickets]) => tickets));
      const walked = list.map(([tickets]) => tickets);
      for (const [, part] of list) {
        const t = Math.floor(part * left.total);
        const k = walk(walked, t);
        expect(left.take(t)).toBe(k);
        walked[k] = 0;
      }
    }),
  );
});

function walk(tickets: number[], t: number): number {
  let upTo = 0;
  return tickets.findIndex((own) => {
    upTo += own;
    return t < upTo;
  });
}
