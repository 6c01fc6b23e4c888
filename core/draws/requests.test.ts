import { describe, expect, test } from "bun:test";
import { reading, type Shape } from "@fairhat/protocol";
import fc from "fast-check";
import { newList } from "./entries.ts";
import {
  composed,
  draftOf,
  emptyRequest,
  entriesRequest,
  lockRequest,
  makeRequest,
  utcTime,
  voidRequest,
} from "./requests.ts";

const LIST = newList([]);
const least = { title: "T", rule: "order/1", draw: "now" };

function placeOf(shape: Shape<unknown>, value: unknown): string | null {
  const read = reading(shape, value);
  return read.ok ? null : read.problem.at;
}

describe("a request that makes a draw", () => {
  test("may omit what has a default", () => {
    const read = reading(makeRequest, least);
    expect(read.ok && draftOf(read.value, LIST)).toEqual({
      ...{ title: "T", organiser: "", rule: "order/1", params: {}, list: LIST },
      ...{ draw: "now", listed: false },
    } as ReturnType<typeof draftOf>);
  });

  test("has no organiser if the text is invisible", () => {
    const read = reading(makeRequest, { ...least, organiser: "\u00a0\u200b" });
    expect(read.ok && draftOf(read.value, LIST).organiser).toBe("");
  });

  test("is accepted with everything", () => {
    const whole = {
      ...least,
      organiser: "O",
      params: { a: 1 },
      entries: ["Ada", { label: "Bob", tickets: 3 }],
      listed: true,
    };
    expect(placeOf(makeRequest, whole)).toBeNull();
  });

  test.each<[string, unknown]>([
    ["", null],
    ["", []],
    ["title", { ...least, title: "" }],
    ["title", { ...least, title: "x".repeat(201) }],
    ["title", { ...least, title: "two\nlines" }],
    ["title", { ...least, title: "\u00a0" }],
    ["title", { ...least, title: "\u3164 \u200b" }],
    ["entries[1]", { ...least, entries: ["Ada", "\u00a0"] }],
    ["entries[0].label", { ...least, entries: [{ label: "\u2060", tickets: 2 }] }],
    ["title", { rule: "order/1", draw: "now" }],
    ["organiser", { ...least, organiser: "x".repeat(201) }],
    ["rule", { ...least, rule: "order" }],
    ["rule", { ...least, rule: 1 }],
    ["params", { ...least, params: [] }],
    ["params", { ...least, params: null }],
    ["draw", { ...least, draw: "soon" }],
    ["listed", { ...least, listed: "yes" }],
    ["more", { ...least, more: 1 }],
    ["entries", { ...least, entries: "Ada" }],
    ["entries[1]", { ...least, entries: ["Ada", 17] }],
    ["entries[0]", { ...least, entries: [""] }],
    ["entries[0]", { ...least, entries: ["x".repeat(201)] }],
    ["entries[0]", { ...least, entries: ["a\u0000b"] }],
    ["entries[0]", { ...least, entries: ["\ud800"] }],
    ["entries[2].label", { ...least, entries: ["Ada", "Bob", { tickets: 2 }] }],
    ["entries[0].label", { ...least, entries: [{ label: "a\tb" }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: 0 }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: -1 }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: 1.5 }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: 2 ** 53 }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: "2" }] }],
    ["entries[0].tickets", { ...least, entries: [{ label: "Ada", tickets: null }] }],
    ["entries[0].name", { ...least, entries: [{ label: "Ada", name: "Ada" }] }],
  ])("is refused at %j", (at, request) => {
    expect(placeOf(makeRequest, request)).toBe(at);
  });
});

test("the other requests accept their fields and nothing else", () => {
  expect(placeOf(emptyRequest, {})).toBeNull();
  expect(placeOf(emptyRequest, { now: true })).toBe("now");
  expect(placeOf(lockRequest, {})).toBeNull();
  expect(placeOf(lockRequest, { drawAfter: null })).toBeNull();
  expect(placeOf(lockRequest, { drawAfter: "2026-02-30T00:00:00.000Z" })).toBe("drawAfter");
  expect(placeOf(voidRequest, { reason: "too few came" })).toBeNull();
  expect(placeOf(voidRequest, {})).toBe("reason");
  expect(placeOf(voidRequest, { reason: "" })).toBe("reason");
  expect(placeOf(voidRequest, { reason: "\u200b" })).toBe("reason");
  expect(placeOf(entriesRequest, {})).toBe("entries");
});

describe("a time to draw", () => {
  test.each([
    ["2027-07-01T18:00:00+02:00", "2027-07-01T16:00:00.000Z"],
    ["2027-07-01T18:00:00Z", "2027-07-01T18:00:00.000Z"],
    ["2027-07-01t18:00:00.5z", "2027-07-01T18:00:00.500Z"],
    ["2027-01-01T00:30-09:30", "2027-01-01T10:00:00.000Z"],
    ["2027-01-01T00:00:00.000+05:45", "2026-12-31T18:15:00.000Z"],
  ])("%s is %s", (given, utc) => {
    expect(placeOf(lockRequest, { drawAfter: given })).toBeNull();
    expect(utcTime(given)).toBe(utc);
  });

  test.each([
    "2027-02-29T18:00:00+02:00",
    "2027-07-01T24:00:00Z",
    "2027-07-01T18:00:00",
    "2027-07-01T18:00:00+24:00",
    "2027-07-01T18:00:00.0001Z",
    "1970-01-01T00:00:00+02:00",
    "9999-12-31T23:00:00-02:00",
    "2027-07-01",
  ])("is not %s", (given) => {
    expect(placeOf(lockRequest, { drawAfter: given })).toBe("drawAfter");
  });
});

describe("composed", () => {
  test("normalises all text to NFC, at any depth, and nothing else", () => {
    const e = "e\u0301";
    expect(composed({ a: e, b: [e, { c: e }], d: 1, f: null, g: true })).toEqual({
      ...{ a: "é", b: ["é", { c: "é" }] },
      ...{ d: 1, f: null, g: true },
    });
  });

  test("is idempotent, and keeps member names", () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: "binary" }), (value) => {
        const once = composed(value);
        expect(composed(once)).toEqual(once);
      }),
    );
    expect(Object.keys(composed(JSON.parse('{"e\u0301":1,"__proto__":2}')) as object)).toEqual([
      "e\u0301",
      "__proto__",
    ]);
  });
});
