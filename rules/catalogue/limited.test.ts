// What a limit promises, counted exactly over all choices, and what is refused for it.
import { expect, test } from "bun:test";
import type { Problem } from "@fairhat/protocol";
import { chance, fraction, type Odds, oddsOf } from "../testing/odds.ts";
import { raffle2, winners2 } from "./limited.ts";
import { raffle } from "./raffle.ts";
import { winners } from "./winners.ts";

const none = { limit: null, excluded: [], follows: null };
const wins = (entry: number) => (result: Record<string, unknown>) => (result.winners as number[]).includes(entry);

test("without a limit, those who are not excluded are drawn as in version 1", () => {
  const left = [0, 2, 4];
  const named = (result: string) => JSON.stringify(JSON.parse(result), (_, one) => (typeof one === "number" ? left[one] : one)); // biome-ignore format: a line
  const params = { winners: 2, alternates: 0 };
  const first = oddsOf(winners, params, { count: 3, tickets: null });
  const second = oddsOf(winners2, { ...params, ...none, excluded: [1, 3] }, { count: 5, tickets: null });
  expect(Object.fromEntries(second)).toEqual(renamed(first, named));
  const byTickets = oddsOf(raffle, params, { count: 3, tickets: [3, 1, 2] });
  const list = { count: 5, tickets: [3, 9, 1, 9, 2] };
  const limited = oddsOf(raffle2, { ...params, ...none, excluded: [1, 3] }, list);
  expect(Object.fromEntries(limited)).toEqual(renamed(byTickets, named));
});

test("with a limit, no group gets more places, and groups of one size have one chance", () => {
  const groups = [1, 1, 2, 2, 0];
  const odds = oddsOf(winners2, { ...none, winners: 2, alternates: 0, limit: 1 }, { count: 5, tickets: null, groups });
  for (const result of odds.keys()) {
    const [one = 0, other = 0] = JSON.parse(result).winners.map((position: number) => groups[position]);
    expect(one === other && one > 0).toBe(false);
  }
  const chances = [0, 1, 2, 3].map((entry) => chance(odds, wins(entry)));
  expect(new Set(chances).size).toBe(1);
  // All orders of the list, by their first entry and then the first of another group.
  expect(chances[0]).toBe(fraction(23, 60));
  expect(chance(odds, wins(4))).toBe(fraction(7, 15));
});

test("an excluded entry takes a place of its group", () => {
  const params = { ...none, winners: 1, alternates: 0, limit: 1, excluded: [0] };
  const odds = oddsOf(winners2, params, { count: 4, tickets: null, groups: [1, 1, 2, 0] });
  expect(chance(odds, wins(1))).toBe(fraction(0, 1));
  expect(chance(odds, wins(2))).toBe(fraction(1, 2));
});

test("more places than there is room for are refused, and a limit without groups", () => {
  const refused = (limit: number, winners: number, groups: number[], excluded: number[] = []) =>
    winners2.refuses({ ...none, winners, alternates: 0, limit, excluded }, { count: 4, tickets: 4, groups });
  expect(refused(1, 2, [1, 1, 2, 2])).toBeNull();
  const problem: Problem = {
    at: "params.limit",
    expected: { code: "room", most: 2 },
    found: { code: "places", places: 3 },
  };
  expect(refused(1, 3, [1, 1, 2, 2])).toEqual(problem);
  expect(refused(2, 3, [1, 1, 1, 0])).toBeNull();
  expect(refused(1, 1, [1, 1, 1, 1], [0])?.at).toBe("params.limit");
  expect(refused(1, 1, [0, 0, 0, 0])).toMatchObject({ at: "params.limit", found: { code: "none" } });
});

const renamed = (odds: Odds, named: (result: string) => string) =>
  Object.fromEntries([...odds].map(([result, likely]) => [named(result), likely]));
