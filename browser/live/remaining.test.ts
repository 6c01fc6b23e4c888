import { describe, expect, test } from "bun:test";
import { clockOf, passesMark, wordsOf } from "./remaining.ts";

const seconds = (number: number) => 1_000 * number;
const minutes = (number: number) => seconds(60 * number);
const hours = (number: number) => minutes(60 * number);

describe("remaining time", () => {
  test.each([
    [0, "00:00"],
    [1, "00:01"],
    [seconds(59), "00:59"],
    [seconds(59) + 1, "01:00"],
    [minutes(59) + seconds(59), "59:59"],
    [hours(1), "1:00:00"],
    [hours(23) + minutes(5) + seconds(9), "23:05:09"],
    [hours(24), "1 day 00:00:00"],
    [hours(51) + seconds(1), "2 days 03:00:01"],
  ])("of %d ms is on a clock %s", (left, text) => {
    expect(clockOf(left, "en")).toBe(text);
  });

  test.each([
    [1, "in 10 seconds"],
    [seconds(95), "in 100 seconds"],
    [minutes(2), "in 2 minutes"],
    [minutes(119), "in 119 minutes"],
    [hours(2), "in 2 hours"],
    [hours(47), "in 47 hours"],
    [hours(49), "in 2 days"],
  ])("of %d ms is %s", (left, words) => {
    expect(wordsOf(left, "en")).toBe(words);
  });

  test("is in the visitor's language", () => {
    expect([clockOf(hours(50), "de"), wordsOf(minutes(5), "de")]).toEqual(["2 Tage 02:00:00", "in 5 Minuten"]);
  });
});

test("is announced to screen readers ten minutes, one minute and ten seconds before", () => {
  const told: number[] = [];
  for (let left = minutes(15); left > 0; left -= seconds(1)) if (passesMark(left, left - seconds(1))) told.push(left);
  expect(told).toEqual([minutes(10), minutes(1), seconds(10)].map((mark) => mark + seconds(1)));
});
