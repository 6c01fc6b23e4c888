import { describe, expect, test } from "bun:test";
import { reading } from "@fairhat/protocol";
import { PUBLISHED, REPLAYS } from "./index.ts";

function run(rule: string, params: unknown) {
  const replay = REPLAYS.get(rule);
  if (!replay) throw new Error(`there is no ${rule}`);
  return replay.run(params);
}

/** The params with one digit of one number or text changed, each in turn. */
function* wrongDigits(params: Record<string, unknown>): Generator<Record<string, unknown>> {
  const { sources, seed } = params;
  const random = sources ? { sources } : { seed };
  const text = JSON.stringify(random);
  for (const { index, 0: digit } of text.matchAll(/\d/g)) {
    const other = digit === "9" ? "8" : String(Number(digit) + 1);
    const changed = JSON.parse(text.slice(0, index) + other + text.slice(index + 1));
    yield { ...params, ...changed };
  }
}

describe.each(PUBLISHED.map((one) => [one.title, one] as const))("%s", (_, { rule, params, picks }) => {
  test("gives the published result", () => {
    expect(run(rule, params).picks).toEqual(picks);
  });

  test("gives another result with any one digit of a source changed", () => {
    // A leading zero does not count, and among 18 or 2 candidates another input may give the same one.
    const few = params.pool ** params.picks < 100;
    const same = Array.from(wrongDigits(params)).filter((wrong) => `${run(rule, wrong).picks}` === `${picks}`);
    if (!few) expect(same).toEqual([]);
    else expect(same.length).toBeLessThan(Array.from(wrongDigits(params)).length);
  });
});

// RFC 3797 section 6 prints key, hashes and picks; the remainders were divided by hand: 0x990D..59 mod 25 = 16.
test("the steps are those of RFC 3797 section 6", () => {
  const { key, steps } = run("rfc3797/1", {
    pool: 25,
    picks: 2,
    sources: [[9319], [2, 5, 8, 10, 12], [9, 18, 26, 34, 41, 45]],
  });
  expect(key).toBe("9319./2.5.8.10.12./9.18.26.34.41.45./");
  expect(steps).toEqual([
    {
      hashed: `\\x00\\x00${key}\\x00\\x00`,
      hash: "990DD0A5692A029A98B5E01AA28F3459",
      divisor: 25,
      remainder: 16,
      pick: 17,
    },
    {
      hashed: `\\x00\\x01${key}\\x00\\x01`,
      hash: "3691E55CB63FCC37914430B2F70B5EC6",
      divisor: 24,
      remainder: 6,
      pick: 7,
    },
  ]);
});

test.each<[string, unknown[][], string]>([
  ["leading zeros go, a zero alone stays", [["007"], ["000"]], "7./0./"],
  ["trailing zeros go only behind the period", [["1.250", 3.5, "20"], ["0.0"]], "1.25" + "3.5" + "20./0./"],
  [
    "order by size, not by text",
    [[10, 9, "9007199254740993", "9007199254740992"]],
    "9.10.9007199254740992.9007199254740993./",
  ],
])("%s", (_, sources, key) => {
  expect(run("rfc3797/1", { pool: 5, picks: 1, sources }).key).toBe(key);
});

test.each<[string, string, unknown, string]>([
  ["no source", "rfc3797/1", { pool: 5, picks: 1, sources: [] }, "sources"],
  ["an empty source", "rfc3797/1", { pool: 5, picks: 1, sources: [[1], []] }, "sources[1]"],
  ["no number", "rfc3797/1", { pool: 5, picks: 1, sources: [[1, "x"]] }, "sources[0][1]"],
  ["a number below zero", "rfc3797/1", { pool: 5, picks: 1, sources: [[-1]] }, "sources[0][0]"],
  ["a number that JSON rounds", "rfc3797/1", { pool: 5, picks: 1, sources: [[2 ** 53]] }, "sources[0][0]"],
  ["more picks than the pool has", "rfc3797/1", { pool: 5, picks: 6, sources: [[1]] }, "picks"],
  ["a pool that two bytes do not count", "rfc3797/1", { pool: 65_536, picks: 1, sources: [[1]] }, "pool"],
  ["a pool that one byte does not count", "rfc2777/1", { pool: 256, picks: 1, sources: [[1]] }, "pool"],
  ["too many sources", "rfc3797/1", { pool: 5, picks: 1, sources: Array(17).fill([1]) }, "sources"],
  ["an empty seed", "rivest/1", { pool: 5, picks: 1, seed: "" }, "seed"],
  ["more than half of a pool without repeats", "rivest/1", { pool: 5, picks: 3, seed: "0", repeat: false }, "picks"],
])("%s is refused with its field", (_, rule, params, at) => {
  const read = reading(REPLAYS.get(rule)?.params ?? expect.unreachable(), params);
  expect(read.ok ? null : read.problem.at).toBe(at);
});
