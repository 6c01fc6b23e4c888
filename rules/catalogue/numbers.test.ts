import { expect, test } from "bun:test";
import { english } from "../testing/english.ts";
import { numbers } from "./numbers.ts";

const MAX = Number.MAX_SAFE_INTEGER;
const none = { count: 0, tickets: 0 };
const range = (from: number, to: number, count: number, repeat = false) => ({ from, to, count, repeat });

test("says what it will do", () => {
  const same = "every number has the same chance";
  const sentence = (...asked: Parameters<typeof range>) => numbers.describe(range(...asked), none);
  expect(sentence(1, 49, 6)).toBe(`6 different numbers from 1 to 49 are drawn; ${same}.`);
  expect(sentence(-3, 3, 1)).toBe(`1 number from -3 to 3 is drawn; ${same}.`);
  expect(sentence(1, 6, 2, true)).toBe(`2 numbers from 1 to 6 are drawn; each time ${same}, and one may come again.`);
});

test("the range is ascending and has at most 2^53-1 numbers", () => {
  const refuses = (from: number, to: number) => english(numbers.refuses(range(from, to, 1), none));
  const downwards = { at: "params.to", expected: "at least 3, where the range begins", found: "2" };
  expect(refuses(3, 2)).toEqual(downwards);
  expect(refuses(1, MAX)).toBeNull();
  expect(refuses(-1, MAX - 2)).toBeNull();
  const expected = "at most 2^53-1 numbers in the range";
  expect(refuses(0, MAX)).toEqual({ at: "params.to", expected, found: `the range from 0 to ${MAX}` });
  expect(refuses(-1, MAX - 1)?.at).toBe("params.to");
  expect(refuses(-MAX, MAX)?.at).toBe("params.to");
});

test("without repeats there are no more numbers than in the range", () => {
  const expected = "at most 5, as many as there are in the range";
  expect(english(numbers.refuses(range(1, 5, 6), none))).toEqual({ at: "params.count", expected, found: "6" });
  expect(numbers.refuses(range(1, 5, 5), none)).toBeNull();
  expect(numbers.refuses(range(1, 5, 6, true), none)).toBeNull();
});

test("both ends of the range can be drawn, whatever its width", () => {
  const drawn = (low: boolean, ...asked: Parameters<typeof range>) =>
    numbers.run(range(...asked), { count: 0, tickets: null }, (n) => (low ? 0 : n - 1)).numbers;
  expect(drawn(true, 1, MAX, 2)).toEqual([1, 2]);
  expect(drawn(false, 1, MAX, 2)).toEqual([MAX, 1]);
  expect(drawn(false, -MAX, -1, 1)).toEqual([-1]);
  expect(drawn(true, -MAX, -1, 2, true)).toEqual([-MAX, -MAX]);
  expect(drawn(false, 7, 7, 3, true)).toEqual([7, 7, 7]);
});
