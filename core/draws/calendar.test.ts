import { expect, test } from "bun:test";
import { calendarOf, isAnnounced } from "./calendar.ts";

const URL = "https://draws.example/draws/aa";
const LOCKED = "2026-12-01T08:00:00.000Z";
const draw = { id: "aa", title: "Prizes; books, and\nmore", locked_at: LOCKED, draw_after: "2026-12-24T18:30:00.000Z" };

test("a scheduled draw is an event at its time", () => {
  const text = calendarOf(draw, URL);
  expect(text).toContain("\r\nDTSTART:20261224T183000Z\r\n");
  expect(text).toContain("\r\nSUMMARY:Prizes\\; books\\, and\\nmore\r\n");
  expect(text).toContain("\r\nUID:aa@draws.example\r\n");
  expect(text.split("\r\n").at(-1)).toBe("");
});

test("a long title is folded between characters, at 75 octets", () => {
  const title = "Ä😀".repeat(100);
  const text = calendarOf({ ...draw, title }, URL);
  for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll("\r\n ", "")).toContain(`SUMMARY:${title}\r\n`);
});

test("only a locked draw with a time is scheduled", () => {
  const locked = { state: "locked", ...draw } as const;
  expect(isAnnounced(locked)).toBe(true);
  expect(isAnnounced({ ...locked, draw_after: LOCKED })).toBe(false);
  expect(isAnnounced({ ...locked, draw_after: null })).toBe(false);
  expect(isAnnounced({ ...locked, state: "drawn" })).toBe(false);
});
