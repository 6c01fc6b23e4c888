import { expect, test } from "bun:test";
import { roundrobin } from "./roundrobin.ts";

const of = (count: number) => ({ count, tickets: count });
const drawn = (twice: boolean, count: number) =>
  roundrobin.run({ twice }, { count, tickets: null }, () => 0).rounds as (number | null)[][][];

test("says what it will do", () => {
  const end = "every entry has the same chance of every place in the schedule.";
  expect(roundrobin.describe({ twice: false }, of(5))).toBe(`5 entries meet each other once in 5 rounds; ${end}`);
  expect(roundrobin.describe({ twice: true }, of(2))).toBe(`2 entries meet each other twice in 2 rounds; ${end}`);
});

test("an entry with a bye comes first in the match, also in the second leg", () => {
  expect(drawn(false, 3)[0]).toEqual([[0, null], [1, 2]]); // biome-ignore format: one line
  const rounds = drawn(true, 4);
  expect(rounds.slice(3)).toEqual(rounds.slice(0, 3).map((matches) => matches.map((match) => match.toReversed())));
  expect(
    drawn(true, 5)
      .flat()
      .every(([one]) => one !== null),
  ).toBe(true);
});

test("accepts 2 to 22 entries, so that every page shows the whole schedule", () => {
  expect(roundrobin.refuses({ twice: false }, of(1))).toMatchObject({ at: "entries.count" });
  expect(roundrobin.refuses({ twice: true }, of(22))).toBeNull();
  expect(roundrobin.refuses({ twice: true }, of(23))).toMatchObject({ at: "entries.count" });
});
