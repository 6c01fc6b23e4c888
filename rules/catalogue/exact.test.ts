// The claims of the published texts, counted exactly over all choices: no statistics.
import { expect, test } from "bun:test";
import { byTickets, chance, fraction, type Odds, oddsOf } from "../testing/odds.ts";
import { bracket } from "./bracket.ts";
import { groups } from "./groups.ts";
import { numbers } from "./numbers.ts";
import { order } from "./order.ts";
import { pairs } from "./pairs.ts";
import { panel } from "./panel.ts";
import { prizes } from "./prizes.ts";
import { raffle } from "./raffle.ts";
import { roundrobin } from "./roundrobin.ts";
import type { List, Rule } from "./rule.ts";
import { winners } from "./winners.ts";

const COUNTS = [1, 2, 3, 4, 5];
const TICKETS = [[1], [7], [1, 1], [1, 2], [3, 1, 2], [1, 1, 1, 1], [2, 1, 4, 1], [1, 2, 1, 3, 1]];

test("order/1: each of the n! orders is equally likely", () => {
  for (const count of COUNTS) {
    expectEven(oddsOf(order, {}, plain(count)), factorial(count));
  }
});

test("winners/1: each sequence of winners and alternates is equally likely; an entry wins with winners in count", () => {
  forWinners(COUNTS.map(plain), (params, list) => {
    const drawn = params.winners + params.alternates;
    const odds = oddsOf(winners, params, list);
    expectEven(odds, factorial(list.count) / factorial(list.count - drawn));
    const wins = fraction(params.winners, list.count);
    for (let entry = 0; entry < list.count; entry++) {
      expect(chance(odds, (result) => (result.winners as number[]).includes(entry))).toBe(wins);
    }
  });
});

test("raffle/1: each step is proportional to the tickets left", () => {
  forWinners(TICKETS.map(ticketed), (params, list) => {
    expect(oddsOf(raffle, params, list)).toEqual(byTickets(list, params.winners + params.alternates, inTwo(params)));
  });
});

test("raffle/1 with one ticket each is as even as winners/1", () => {
  forWinners(COUNTS.map(plain), (params, list) => {
    expect(oddsOf(raffle, params, list)).toEqual(oddsOf(winners, params, list));
  });
});

test("prizes/1: as winners/1 without tickets, as raffle/1 with them", () => {
  const two = (drawn: number[]) => ({
    prizes: named(drawn.slice(0, 2), drawn.slice(2, 3)),
    alternates: drawn.slice(3),
  });
  const params = {
    prizes: [
      { name: "A", quantity: 2 },
      { name: "B", quantity: 1 },
    ],
    alternates: 1,
  };
  expectEven(oddsOf(prizes, { ...params, tickets: false }, plain(5)), 5 * 4 * 3 * 2);
  for (const list of [plain(4), ticketed([2, 1, 4, 1]), ticketed([1, 2, 1, 3, 1])]) {
    expect(oddsOf(prizes, { ...params, tickets: true }, list)).toEqual(byTickets(list, 4, two));
  }
});

test("groups/1: each way to deal is equally likely; an entry joins a group in proportion to its size", () => {
  for (const count of COUNTS) {
    for (const number of COUNTS.slice(0, count)) {
      expectEven(oddsOf(groups, { groups: null, size: number }, plain(count)), factorial(count));
      const odds = oddsOf(groups, { groups: number, size: null }, plain(count));
      expectEven(odds, factorial(count));
      const first = fraction(Math.ceil(count / number), count);
      const last = fraction(Math.floor(count / number), count);
      for (let entry = 0; entry < count; entry++) {
        expect(chance(odds, (result) => (result.groups as number[][])[0]?.includes(entry))).toBe(first);
        expect(chance(odds, (result) => (result.groups as number[][]).at(-1)?.includes(entry))).toBe(last);
      }
    }
  }
});

test("numbers/1: each sequence is equally likely, with and without repeats", () => {
  const list = plain(0);
  for (const width of COUNTS) {
    for (const count of COUNTS.filter((n) => n <= width)) {
      const params = { from: -2, to: width - 3, count };
      expectEven(oddsOf(numbers, { ...params, repeat: true }, list), width ** count);
      expectEven(oddsOf(numbers, { ...params, repeat: false }, list), factorial(width) / factorial(width - count));
    }
  }
});

test("bracket/1: each order of the unseeded entries is equally likely, and none is lost", () => {
  for (const count of [2, 3, 4, 5, 6]) {
    for (let seeds = 0; seeds <= count; seeds++) {
      const odds = oddsOf(bracket, { seeds }, plain(count));
      expectEven(odds, factorial(count - seeds));
      for (const result of odds.keys()) {
        const placed = (JSON.parse(result).bracket as (number | null)[][]).flat().filter((one) => one !== null);
        expect(placed.toSorted((a, b) => a - b)).toEqual(COUNTS.concat(6).slice(0, count).map((n) => n - 1)); // biome-ignore format: a line
      }
    }
  }
});

test("roundrobin/1: everyone meets everyone, and each order is equally likely", () => {
  for (const count of [2, 3, 4, 5, 6]) {
    const odds = oddsOf(roundrobin, { twice: false }, plain(count));
    expect(new Set(odds.values()).size).toBe(1);
    for (const result of odds.keys()) {
      const rounds = JSON.parse(result).rounds as (number | null)[][][];
      for (const matches of rounds) expect(new Set(matches.flat()).size).toBe(count + (count % 2));
      const met = rounds.flat().filter((match) => !match.includes(null)).map((match) => match.toSorted().join()); // biome-ignore format: a line
      expect(new Set(met).size).toBe((count * (count - 1)) / 2);
      expect(met.length).toBe(new Set(met).size);
    }
  }
});

test("pairs/1: one shuffle gives each allowed assignment with the same probability, and no other", () => {
  for (const [count, forbidden] of EXCHANGES) {
    const all = assignments(count, forbidden);
    const odds = oddsOf({ run: oneShuffle }, { forbidden }, plain(count));
    odds.delete('"again"');
    expect([...odds.keys()].toSorted()).toEqual(all.toSorted());
    expect(new Set(odds.values())).toEqual(new Set([fraction(1, factorial(count))]));
  }
});

test("pairs/1: if assignments are counted, each is equally likely", () => {
  for (const [count, forbidden] of RARE) {
    const all = assignments(count, forbidden);
    expect(factorial(count)).toBeGreaterThan(1_000 * all.length);
    const odds = oddsOf(pairs, { forbidden }, plain(count));
    expectEven(odds, all.length);
    expect([...odds.keys()].toSorted()).toEqual(all.toSorted());
  }
});

test("panel/1: each panel comes with its weight, each entry with the weights of its panels", () => {
  const panels = [
    { positions: [0, 1], weight: 3 },
    { positions: [1, 2], weight: 1 },
    { positions: [3], weight: 7 },
  ];
  const odds = oddsOf(panel, { panels }, plain(4));
  expect(Object.fromEntries(odds)).toEqual({
    '{"panel":[0,1]}': "3/11",
    '{"panel":[1,2]}': "1/11",
    '{"panel":[3]}': "7/11",
  });
  expect(chance(odds, (result) => (result.panel as number[]).includes(1))).toBe("4/11");
});

test("the count itself can fail: a shuffle that swaps with any position is uneven", () => {
  const naive: Pick<Rule, "run"> = {
    run(_, { count }, below) {
      const list = [...Array(count).keys()];
      for (let i = 0; i < count; i++) {
        const r = below(count);
        [list[i], list[r]] = [list[r] as number, list[i] as number];
      }
      return { list };
    },
  };
  const odds = oddsOf(naive, {}, plain(3));
  expect(new Set(odds.values())).toEqual(new Set(["4/27", "5/27"]));
});

type Pair = [number, number];
const SOME: Pair[] = [
  [0, 1],
  [1, 0],
  [2, 3],
];
const EXCHANGES: [count: number, forbidden: Pair[]][] = [
  [2, []],
  [3, []],
  [3, [[0, 1]]],
  ...[4, 5, 6, 7].flatMap((count): [number, Pair[]][] => [
    [count, []],
    [count, SOME],
    [count, beyond(count, count - 2)],
  ]),
];
const RARE: [count: number, forbidden: Pair[]][] = [
  [7, beyond(7, 2)],
  [7, [...beyond(7, 2), [6, 1] as Pair].filter(([giver, receiver]) => giver !== 0 || receiver > 4)],
  [8, beyond(8, 2)],
  [9, beyond(9, 2).filter(([giver]) => giver > 0)],
];

/** Everyone may give only to this many next ones in the circle. */
function beyond(count: number, most: number): Pair[] {
  const all = Array.from({ length: count ** 2 }, (_, at): Pair => [Math.floor(at / count), at % count]);
  return all.filter(([giver, receiver]) => (receiver - giver + count) % count > most);
}

/** The results of all allowed assignments, found by brute force. */
function assignments(count: number, forbidden: Pair[]): string[] {
  const excluded = new Set(forbidden.map(String));
  const found: string[] = [];
  const follow = (given: Pair[]) => {
    if (given.length === count) found.push(JSON.stringify({ pairs: given }));
    for (let receiver = 0; receiver < count; receiver++) {
      const next: Pair = [given.length, receiver];
      const isTaken = given.some(([, taken]) => taken === receiver) || receiver === given.length;
      if (!isTaken && !excluded.has(String(next))) follow([...given, next]);
    }
  };
  follow([]);
  return found;
}

const AGAIN = new Error("another shuffle");

/** The result of the first shuffle: further choices belong to the next one, which repeats the first. */
const oneShuffle: typeof pairs.run = (params, list, below) => {
  let choices = 0;
  try {
    return pairs.run(params, list, (n) => {
      choices += 1;
      if (choices === list.count) throw AGAIN;
      return below(n);
    });
  } catch (error) {
    if (error === AGAIN) return "again" as never;
    throw error;
  }
};

function plain(count: number): List {
  return { count, tickets: null };
}

function ticketed(tickets: number[]): List {
  return { count: tickets.length, tickets };
}

interface Winners {
  winners: number;
  alternates: number;
}

function forWinners(lists: List[], law: (params: Winners, list: List) => void): void {
  for (const list of lists) {
    for (let drawn = 1; drawn <= list.count; drawn++) {
      for (let winners = 1; winners <= drawn; winners++) law({ winners, alternates: drawn - winners }, list);
    }
  }
}

function inTwo({ winners }: Winners): (drawn: number[]) => object {
  return (drawn) => ({ winners: drawn.slice(0, winners), alternates: drawn.slice(winners) });
}

function named(a: number[], b: number[]): object[] {
  return [
    { name: "A", winners: a },
    { name: "B", winners: b },
  ];
}

function expectEven(odds: Odds, outcomes: number): void {
  expect(odds.size).toBe(outcomes);
  expect(new Set(odds.values())).toEqual(new Set([fraction(1, outcomes)]));
}

function factorial(n: number): number {
  return product(Array.from({ length: n }, (_, k) => k + 1));
}

function product(factors: number[]): number {
  return factors.reduce((all, factor) => all * factor, 1);
}
