import { expect, test } from "bun:test";
import { inEnglish } from "@fairhat/protocol";
import { check, complete, type Size } from "./index.ts";

const five: Size = { count: 5, tickets: 5 };

function refusal(...asked: Parameters<typeof check>) {
  const checked = check(...asked);
  return checked.ok ? null : { reason: checked.reason, problem: inEnglish(checked.problem) };
}

test("an unknown rule is refused by name", () => {
  for (const name of ["winners/9", "winner/1", "", "constructor", "__proto__"]) {
    const problem = {
      at: "rule",
      expected: expect.stringContaining("winners/1, raffle/1"),
      found: JSON.stringify(name),
    };
    expect(refusal(name, {}, five)).toEqual({ reason: "unknown_rule", problem });
  }
});

test("parameters are read strictly: all of them, no others, nothing converted", () => {
  const whole = "a whole number at least 1 and at most 2^53-1";
  const cases: [unknown, string, string, string][] = [
    [null, "params", "an object", "null"],
    [[], "params", "an object", "[]"],
    [{}, "params.winners", "a value", "nothing"],
    [{ winners: 1 }, "params.alternates", "a value", "nothing"],
    [{ winners: 1, alternates: 0, seed: "00" }, "params.seed", "no member of this name", '"00"'],
    [JSON.parse('{"winners": 1, "alternates": 0, "__proto__": 1}'), "params.__proto__", "no member of this name", "1"],
    [{ winners: "1", alternates: 0 }, "params.winners", whole, '"1"'],
    [{ winners: 1.5, alternates: 0 }, "params.winners", whole, "1.5"],
    [{ winners: true, alternates: 0 }, "params.winners", whole, "true"],
    [{ winners: 2 ** 53, alternates: 0 }, "params.winners", whole, "9007199254740992"],
  ];
  for (const [params, at, expected, found] of cases) {
    expect(refusal("winners/1", params, five)).toEqual({
      reason: "malformed",
      problem: { at, expected, found },
    });
  }
});

test("parameters that cannot work for the list are refused with field and limit", () => {
  const cases: [string, object, Size, object][] = [
    ["order/1", {}, { count: 0, tickets: 0 }, { at: "entries.count", expected: "at least one entry", found: "none" }],
    [
      "order/1",
      {},
      { count: 3, tickets: 4 },
      { at: "entries.tickets", expected: "3, for this rule has no tickets", found: "4" },
    ],
    ["raffle/1", { winners: 6, alternates: 0 }, { count: 5, tickets: 9 }, { at: "params.winners", found: "6 winners" }],
    [
      "prizes/1",
      { prizes: [{ name: "Book", quantity: 1 }], tickets: false, alternates: 0 },
      { count: 3, tickets: 4 },
      { at: "entries.tickets" },
    ],
    [
      "numbers/1",
      { from: 1, to: 6, count: 1, repeat: true },
      five,
      { at: "entries.count", expected: "no entries, for this rule draws without a list", found: "5" },
    ],
  ];
  for (const [name, params, size, problem] of cases) {
    expect(refusal(name, params, size)).toMatchObject({ reason: "does_not_fit", problem });
  }
});

test("tickets are accepted if the rule or its parameters use them", () => {
  const size = { count: 3, tickets: 4 };
  expect(check("raffle/1", { winners: 1, alternates: 0 }, size)).toMatchObject({ ok: true });
  const prizes = [{ name: "Book", quantity: 1 }];
  expect(check("prizes/1", { prizes, tickets: true, alternates: 0 }, size)).toMatchObject({ ok: true });
});

test("a request may omit what has a default, and nothing else changes", () => {
  const none = { winners: 2, alternates: 0 };
  expect(complete("winners/1", { winners: 2 })).toEqual(none);
  expect(complete("winners/1", { winners: 2, alternates: 3 })).toEqual({ winners: 2, alternates: 3 });
  expect(complete("groups/1", { size: 3 })).toEqual({ groups: null, size: 3 });
  expect(complete("numbers/1", { count: 1 })).toEqual({ count: 1, repeat: false });
  expect(complete("winners/9", { winners: 2 })).toEqual({ winners: 2 });
});
