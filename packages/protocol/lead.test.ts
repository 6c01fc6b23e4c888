import { describe, expect, test } from "bun:test";
import { ANNOUNCED_LEAD, leadOf, wasAnnounced } from "./lead.ts";

const at = (time: string) => `2026-01-31T${time}Z`;
const statements = (bound: [string, string], opened: [string, string]) => ({
  bindings: {
    a: { statement: { boundAt: at(bound[0]) } },
    b: { statement: { boundAt: at(bound[1]) } },
  },
  openings: {
    a: { statement: { openedAt: at(opened[0]) } },
    b: { statement: { openedAt: at(opened[1]) } },
  },
});

describe("the lead", () => {
  test.each<[[string, string], [string, string], number]>([
    [["12:00:00.000", "12:00:00.000"], ["12:00:00.000", "12:00:00.000"], 0],
    [["12:00:00.000", "12:00:00.010"], ["12:01:00.011", "12:01:00.010"], 60_000],
    [["12:00:00.010", "12:00:00.000"], ["12:01:00.010", "12:01:00.011"], 60_000],
    [["12:00:00.000", "12:00:05.000"], ["12:00:00.000", "12:00:05.000"], -5_000],
  ])("bound at %p, opened at %p", (bound, opened, lead) => {
    expect(leadOf(statements(bound, opened))).toBe(lead);
  });

  test.each(["bindings", "openings"] as const)("is unknown without both %s", (kind) => {
    const all = statements(["12:00:00.000", "12:00:00.000"], ["12:10:00.000", "12:10:00.000"]);
    for (const side of ["a", "b"]) expect(leadOf({ ...all, [kind]: { ...all[kind], [side]: null } })).toBeNull();
  });
});

test.each([
  [at("12:00:00.000"), ANNOUNCED_LEAD, true],
  [at("12:00:00.000"), ANNOUNCED_LEAD - 1, false],
  [at("12:00:00.000"), -1, false],
  [null, ANNOUNCED_LEAD, false],
  [at("12:00:00.000"), null, null],
  [null, null, null],
])("due at %p with a lead of %p ms: announced %p", (drawAfter, lead, announced) => {
  expect(wasAnnounced(drawAfter, lead)).toBe(announced);
});
