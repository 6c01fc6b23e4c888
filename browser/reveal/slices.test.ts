import { expect, test } from "bun:test";
import fc from "fast-check";
import { restOn, slicesOf, under } from "./slices.ts";

const entries = fc
  .array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 100 })
  .map((tickets) => tickets.map((count, at) => ({ entry: at + 1, label: `${at}`, tickets: count })));
const chance = fc.double({ min: 0, max: 1, noNaN: true });

test("a slice is as wide as its entry has tickets", () => {
  const given = [3, 1].map((tickets, at) => ({ entry: at + 1, label: "", tickets }));
  expect(slicesOf(given).map(({ from, to }) => [from, to])).toEqual([
    [0, 0.75],
    [0.75, 1],
  ]);
});

test("the wheel stops on the given slice, after some turns, from any position", () => {
  fc.assert(
    fc.property(entries, fc.nat(), chance, chance, (given, pick, now, where) => {
      const slices = slicesOf(given);
      const slice = slices[pick % slices.length];
      if (!slice) throw new Error("no slice");
      const rest = restOn(slice, now * 40, 4, where);
      expect(rest - now * 40).toBeGreaterThanOrEqual(4);
      expect(rest - now * 40).toBeLessThan(6.01);
      expect(under(slices, rest)?.entry).toBe(slice.entry);
    }),
  );
});
