import { expect, test } from "bun:test";
import fc from "fast-check";
import { seeds } from "../testing/fitting.ts";
import { plainBelow, plainRaffle, plainShuffle } from "../testing/plain.ts";
import { raffled, selected, shuffled } from "./selection.ts";

const SEED = "5e".repeat(32);
const counts = fc.integer({ min: 1, max: 60 });

test("shuffled is the loop of order/1, a permutation", () => {
  fc.assert(
    fc.property(counts, seeds, (count, seed) => {
      const order = shuffled(count, plainBelow(seed));
      expect(order).toEqual(plainShuffle(count, count, plainBelow(seed)));
      expect(order.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
    }),
  );
});

test("selected is the beginning of shuffled", () => {
  fc.assert(
    fc.property(counts, counts, seeds, (count, wanted, seed) => {
      const steps = Math.min(count, wanted);
      const drawn = selected(count, steps, plainBelow(seed));
      expect(drawn).toEqual(shuffled(count, plainBelow(seed)).slice(0, steps));
    }),
  );
});

test("selected takes time and memory proportional to the steps: 3 of 10^9 and of 2^53-1", () => {
  for (const count of [1_000_000_000, Number.MAX_SAFE_INTEGER]) {
    let asked = 0;
    const below = plainBelow(SEED);
    const drawn = selected(count, 3, (n) => {
      asked += 1;
      return below(n);
    });
    expect(asked).toBe(3);
    expect(new Set(drawn).size).toBe(3);
    for (const position of drawn) expect(position).toBeWithin(0, count);
  }
});

test("selected keeps what was moved: always taking the first remaining gives 0, 1, 2; always the last reverses the rest", () => {
  expect(selected(5, 5, () => 0)).toEqual([0, 1, 2, 3, 4]);
  expect(selected(5, 5, (n) => n - 1)).toEqual([4, 0, 1, 2, 3]);
});

test("the last remaining one is taken without a choice", () => {
  const widths: number[] = [];
  const below = (n: number) => {
    widths.push(n);
    return 0;
  };
  shuffled(4, below);
  selected(4, 4, below);
  raffled({ count: 3, tickets: [5, 2, 1] }, 3, below);
  raffled({ count: 1, tickets: null }, 1, below);
  expect(widths).toEqual([4, 3, 2, 4, 3, 2, 8, 3]);
});

test("raffled draws by remaining tickets, in list order", () => {
  const tickets = fc.array(fc.integer({ min: 1, max: 2 ** 46 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(tickets, counts, seeds, (tickets, wanted, seed) => {
      const steps = Math.min(tickets.length, wanted);
      const drawn = raffled({ count: tickets.length, tickets }, steps, plainBelow(seed));
      expect(drawn).toEqual(plainRaffle(tickets, steps, plainBelow(seed)));
    }),
  );
});

test("raffled without tickets is raffled with one ticket each", () => {
  fc.assert(
    fc.property(counts, seeds, (count, seed) => {
      const one = raffled({ count, tickets: Array(count).fill(1) }, count, plainBelow(seed));
      expect(raffled({ count, tickets: null }, count, plainBelow(seed))).toEqual(one);
      expect(one.toSorted((a, b) => a - b)).toEqual([...Array(count).keys()]);
    }),
  );
});
