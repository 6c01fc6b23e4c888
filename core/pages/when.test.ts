import { expect, test } from "bun:test";
import { timeOf, zoneOf } from "./when.ts";

test.each([
  ["2026-12-24T20:00", "Europe/Berlin", "2026-12-24T19:00:00.000Z"],
  ["2026-07-24T20:00", "Europe/Berlin", "2026-07-24T18:00:00.000Z"],
  ["2026-07-24T20:00", "America/St_Johns", "2026-07-24T22:30:00.000Z"],
  ["2026-07-24T20:00:30.500", "", "2026-07-24T20:00:30.000Z"],
  // The clocks go from 2:00 to 3:00, and back from 3:00 to 2:00.
  ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
  ["2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
])("%s on the clocks of %p is %s", (typed, zone, time) => {
  expect(timeOf(typed, zone)).toBe(time);
});

test.each(["", "tomorrow", "2026-02-30T20:00", "2026-01-31", "2026-01-31T25:00"])(
  "%p is not a time, and is kept",
  (typed) => {
    expect(timeOf(typed, "Europe/Berlin")).toBe(typed);
  },
);

test("an unknown zone is UTC", () => {
  expect(["", "Mars/Olympus", "Asia/Tokyo"].map(zoneOf)).toEqual(["UTC", "UTC", "Asia/Tokyo"]);
});
