import { expect, test } from "bun:test";
import { answered } from "@fairhat/runtime";
import { typedTime, zoneOf } from "./when.ts";

test.each([
  ["2026-12-24T20:00", "Europe/Berlin", "2026-12-24T19:00:00.000Z"],
  ["2026-07-24T20:00", "Europe/Berlin", "2026-07-24T18:00:00.000Z"],
  ["2026-07-24T20:00", "America/St_Johns", "2026-07-24T22:30:00.000Z"],
  ["2026-07-24T20:00:30.500", "", "2026-07-24T20:00:30.000Z"],
  ["2026-03-29T01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
  ["2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
  ["2026-10-25T03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
  ["2026-03-29T02:30", "", "2026-03-29T02:30:00.000Z"],
])("%s on the clocks of %p is %s", (typed, zone, time) => {
  expect(typedTime(typed, zone)).toEqual(answered(time));
});

test.each([
  ["2026-03-29T02:30", "Europe/Berlin", "time_skipped", "there is no 02:30 in Europe/Berlin on that day"],
  ["2026-10-25T02:30", "Europe/Berlin", "time_twice", "02:30 comes twice in Europe/Berlin on that day"],
  ["2026-10-04T02:15", "Australia/Lord_Howe", "time_skipped", "there is no 02:15 in Australia/Lord_Howe"],
])("%s in %s is asked about", (typed, zone, reason, detail) => {
  const answer = typedTime(typed, zone);
  expect(answer).toMatchObject({ ok: false, refused: { reason } });
  expect(answer.ok ? "" : answer.refused.detail).toContain(detail);
});

test.each(["", "tomorrow", "2026-02-30T20:00", "2026-01-31", "2026-01-31T25:00", "1969-12-31T23:00"])(
  "%p is not a time",
  (typed) => {
    expect(typedTime(typed, "Europe/Berlin")).toMatchObject({
      ok: false,
      refused: { reason: "malformed", field: { at: "drawAfter" } },
    });
  },
);

test("an unknown zone is UTC", () => {
  expect(["", "Mars/Olympus", "Asia/Tokyo"].map(zoneOf)).toEqual(["UTC", "UTC", "Asia/Tokyo"]);
});
