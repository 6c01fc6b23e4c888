import { describe, expect, test } from "bun:test";
import { splitTickets } from "./parts.ts";
import { readTickets, type TicketProblem } from "./tickets.ts";

test.each<[string, number]>([
  ["3", 3],
  ["9007199254740991", 9007199254740991],
  ["1 000", 1000],
  ["1\u00a0000", 1000],
  ["2\u202f500", 2500],
  ["12\u2009345\u2009678", 12345678],
  ["1'000", 1000],
  ["1\u2019000", 1000],
  ["1,000,000", 1000000],
  ["1.000.000", 1000000],
  ["1,000.00", 1000],
  ["1.000,0", 1000],
  ["3.00", 3],
  ["3,0", 3],
  ["3x", 3],
  ["x3", 3],
  ["\u00d73", 3],
  ["*3", 3],
  ["(3)", 3],
  ["[3]", 3],
  ["= 3", 3],
  ["3 tickets", 3],
  ["12 Lose", 12],
  ["1\u00a0000 billets", 1000],
  ["\uff13", 3],
  ["\uff11\uff12", 12],
  ["\u0663", 3],
  ["\u0661\u066c\u0660\u0660\u0660", 1000],
  ["\u096b", 5],
])("%j are %d tickets", (typed, value) => {
  expect(readTickets(typed)).toEqual({ ok: true, value });
});

test.each<[string, TicketProblem]>([
  ["", "no_number"],
  ["Ada", "no_number"],
  ["3rd", "no_number"],
  ["1,00,00", "no_number"],
  ["2026-01-01", "no_number"],
  ["1,000", "ambiguous"],
  ["2.500", "ambiguous"],
  ["1.5", "not_whole"],
  ["1,25", "not_whole"],
  ["1,000.50", "not_whole"],
  ["-3", "negative"],
  ["\u22122", "negative"],
  ["+3", "plus_sign"],
  ["+49 151 234 567", "plus_sign"],
  ["0", "zero"],
  ["-0", "negative"],
  ["50%", "per_cent"],
  ["04109", "leading_zero"],
  ["030 123 456", "leading_zero"],
  ["9007199254740992", "too_large"],
  ["9".repeat(100), "no_number"],
])("%j is refused: %s", (typed, problem) => {
  expect(readTickets(typed)).toEqual({ ok: false, problem });
});

test("an ambiguous number is read as specified", () => {
  expect(readTickets("1,000", "thousands")).toEqual({ ok: true, value: 1000 });
  expect(readTickets("1,000", "decimals")).toEqual({ ok: true, value: 1 });
  expect(readTickets("2.500", "decimals")).toEqual({ ok: false, problem: "not_whole" });
});

describe("a line is split", () => {
  test.each<[string, string, string | null]>([
    ["Ada, 3", "Ada", "3"],
    ["Ada;3", "Ada", "3"],
    ["Ada\t3", "Ada", "3"],
    ["Ada: 3", "Ada", "3"],
    ["Ada | 3", "Ada", "3"],
    ["王一，3", "王一", "3"],
    ["Lovelace, Ada, 3", "Lovelace, Ada", "3"],
    ["Lovelace, Ada; 1,000", "Lovelace, Ada", "1,000"],
    ["Ada, 1,000,000", "Ada", "1,000,000"],
    ["Ada, 1 000", "Ada", "1 000"],
    ["Ada, 50%", "Ada", "50%"],
    ["Ada, -2", "Ada", "-2"],
    ["Ada, 3 tickets", "Ada", "3 tickets"],
    ["Ada 3 tickets", "Ada", "3 tickets"],
    ["Ada*3", "Ada", "*3"],
    ["Ada x3", "Ada", "x3"],
    ["Ada 3x", "Ada", "3x"],
    ["Ada (3)", "Ada", "(3)"],
    ["Ada [3]", "Ada", "[3]"],
    ["محمد، ٣", "محمد", "٣"],
    ["Team 1,5", "Team 1", "5"],
    // Names
    ["Max3", "Max3", null],
    ["Malcolm X", "Malcolm X", null],
    ["Lovelace, Ada", "Lovelace, Ada", null],
    ["Meeting at 12:30", "Meeting at 12:30", null],
    ["Chris, 3rd", "Chris, 3rd", null],
    ["Ada 3", "Ada 3", null],
    [", 3", ", 3", null],
    ["3", "3", null],
    ["Ada,", "Ada,", null],
  ])("%j", (line, label, typed) => {
    expect(splitTickets(line, "separated")).toEqual({ label, typed });
  });

  test("at a number that comes first, or after a space, if specified", () => {
    expect(splitTickets("3, Ada", "leading")).toEqual({ label: "Ada", typed: "3" });
    expect(splitTickets("3x Ada", "leading")).toEqual({ label: "Ada", typed: "3" });
    expect(splitTickets("Ada 3", "spaced")).toEqual({ label: "Ada", typed: "3" });
    expect(splitTickets("Ada, 3", "none")).toEqual({ label: "Ada, 3", typed: null });
  });
});
