import { expect, test } from "bun:test";
import { answerCheck } from "./checks.ts";

const five = { count: 5, tickets: 5 };

test("describes the draw, with all parameters filled in", () => {
  expect(answerCheck({ rule: "winners/1", params: { winners: 2 }, entries: five })).toEqual({
    ok: true,
    value: {
      params: { winners: 2, alternates: 0 },
      takesList: true,
      takesTickets: false,
      sentence: "2 winners are drawn from 5 entries; every entry has the same chance.",
    },
  });
  const entries = { count: 0, tickets: 0 };
  expect(answerCheck({ rule: "numbers/1", params: { from: 1, to: 6, count: 1 }, entries })).toMatchObject({
    value: { params: { from: 1, to: 6, count: 1, repeat: false }, takesList: false, takesTickets: false },
  });
  const weighted = { rule: "raffle/1", params: { winners: 1 }, entries: { count: 5, tickets: 9 } };
  expect(answerCheck(weighted)).toMatchObject({ value: { takesTickets: true } });
});

test("refuses with the field and the limit", () => {
  const cases: [unknown, string, string][] = [
    [{ rule: "winners/9", params: {}, entries: five }, "unknown_rule", "rule"],
    [{ rule: "winners", params: {}, entries: five }, "malformed", "rule"],
    [{ rule: "winners/1", params: { winner: 2 }, entries: five }, "malformed", "params.winner"],
    [{ rule: "winners/1", params: null, entries: five }, "malformed", "params"],
    [{ rule: "winners/1", params: { winners: 6 }, entries: five }, "does_not_fit", "params.winners"],
    [{ rule: "groups/1", params: { groups: 6 }, entries: five }, "does_not_fit", "params.groups"],
    [
      { rule: "numbers/1", params: { from: 1, to: 3, count: 4 }, entries: { count: 0, tickets: 0 } },
      "does_not_fit",
      "params.count",
    ],
    [
      { rule: "winners/1", params: { winners: 1 }, entries: { count: 5, tickets: 6 } },
      "does_not_fit",
      "entries.tickets",
    ],
    [
      { rule: "winners/1", params: { winners: 1 }, entries: { count: 5, tickets: 2 ** 53 } },
      "malformed",
      "entries.tickets",
    ],
    [
      { rule: "winners/1", params: { winners: 1 }, entries: { count: 1_000_001, tickets: 1_000_001 } },
      "too_large",
      "entries.count",
    ],
    [{ rule: "winners/1", params: { winners: 1 }, entries: five, seed: "00" }, "malformed", "seed"],
  ];
  for (const [item, reason, at] of cases) {
    expect(answerCheck(item)).toMatchObject({ ok: false, refused: { reason, field: { at } } });
  }
});
