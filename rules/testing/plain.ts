// A second, slow implementation of the rules, transcribed from docs/protocol.md, to test the catalogue against.
import { createHash } from "node:crypto";
import type { Below } from "@fairhat/protocol";
import type { List } from "../catalogue/index.ts";

/** Section 6: below(n) on the keystream of `seed`, 64 hex characters. */
export function plainBelow(seed: string): Below {
  const values = keystream(Buffer.from(seed, "hex"));
  return (n) => {
    const limit = (2n ** 64n / BigInt(n)) * BigInt(n);
    let v = values.next().value;
    while (v >= limit) v = values.next().value;
    return Number(v % BigInt(n));
  };
}

function* keystream(seed: Buffer): Generator<bigint, never> {
  for (let counter = 0; ; counter++) {
    const block = createHash("sha256")
      .update(seed)
      .update(Buffer.from([counter >> 24, counter >> 16, counter >> 8, counter]));
    const hash = block.digest();
    for (const at of [0, 8, 16, 24]) yield hash.readBigUInt64BE(at);
  }
}

/** The loop of order/1, for this many steps. */
export function plainShuffle(count: number, steps: number, below: Below): number[] {
  const list = [...Array(count).keys()];
  for (let i = 0; i < steps; i++) {
    const r = i === count - 1 ? i : i + below(count - i);
    [list[i], list[r]] = [list[r] as number, list[i] as number];
  }
  return list.slice(0, steps);
}

/** Tickets laid out in list order, one drawn per step. */
export function plainRaffle(tickets: readonly number[], steps: number, below: Below): number[] {
  const left = [...tickets.entries()];
  return Array.from({ length: steps }, () => {
    const sum = left.reduce((all, [, own]) => all + own, 0);
    let t = left.length === 1 ? 0 : below(sum);
    const at = left.findIndex(([, own]) => {
      t -= own;
      return t < 0;
    });
    return left.splice(at, 1)[0]?.[0] as number;
  });
}

interface Params {
  winners: number;
  alternates: number;
  limit: number | null;
  excluded: number[];
  prizes: { name: string; quantity: number }[];
  tickets: boolean;
  groups: number | null;
  size: number | null;
  from: number;
  to: number;
  count: number;
  repeat: boolean;
  forbidden: [number, number][];
  seeds: number;
  twice: boolean;
  panels: { positions: number[]; weight: number }[];
}

type PlainRule = (params: Params, list: List, below: Below) => object;

const PLAIN: Record<string, PlainRule> = {
  "order/1": (_, { count }, below) => ({ order: plainShuffle(count, count, below) }),
  "winners/1": (params, { count }, below) =>
    inTwo(params.winners, plainShuffle(count, params.winners + params.alternates, below)),
  "raffle/1": (params, list, below) =>
    inTwo(params.winners, plainRaffle(ticketsOf(list), params.winners + params.alternates, below)),
  "prizes/1": plainPrizes,
  "winners/2": (params, list, below) => inTwo(params.winners, plainLimited(params, list, false, below)),
  "raffle/2": (params, list, below) => inTwo(params.winners, plainLimited(params, list, true, below)),
  "prizes/2": (params, list, below) => handedOut(params, plainLimited(params, list, params.tickets, below)),
  "groups/1": plainGroups,
  "bracket/1": plainBracket,
  "roundrobin/1": plainRoundRobin,
  "pairs/1": plainPairs,
  "panel/1": plainPanel,
  "numbers/1": plainNumbers,
};

/** Section 7: the rule's result. The parameters fit the list, which is short enough to lay out. */
export function plainResult(rule: string, params: object, list: List, below: Below): object | undefined {
  return PLAIN[rule]?.(params as Params, list, below);
}

const ticketsOf = ({ count, tickets }: List) => tickets ?? Array(count).fill(1);

function inTwo(winners: number, drawn: number[]): object {
  return { winners: drawn.slice(0, winners), alternates: drawn.slice(winners) };
}

function plainPrizes(params: Params, list: List, below: Below): object {
  const steps = placesOf(params);
  const drawn = params.tickets ? plainRaffle(ticketsOf(list), steps, below) : plainShuffle(list.count, steps, below);
  return handedOut(params, drawn);
}

const placesOf = ({ winners = 0, prizes = [], alternates }: Params) =>
  prizes.reduce((sum, { quantity }) => sum + quantity, winners + alternates);

/** Section 7, version 2: the whole list is drawn, and an entry whose group is full gets no place. */
function plainLimited(params: Params, list: List, byTickets: boolean, below: Below): number[] {
  const { limit, excluded } = params;
  const left = [...Array(list.count).keys()].filter((position) => !excluded.includes(position));
  let choices = 0;
  const places: number[] = [];
  const isFull = (group: number) =>
    limit !== null && group > 0 && [...excluded, ...places].filter((one) => groupOf(one) === group).length >= limit;
  const groupOf = (position: number) => list.groups?.[position] ?? 0;
  while (places.length < placesOf(params)) {
    const own = left.map((position) => (byTickets ? (ticketsOf(list)[position] as number) : 1));
    const position = byTickets ? (left.splice(plainRaffle(own, 1, below)[0] as number, 1)[0] as number) : next();
    if (!isFull(groupOf(position))) places.push(position);
  }
  return places;

  // The loop swaps: what stood first goes to where the drawn one stood.
  function next(): number {
    const r = choices === left.length - 1 ? choices : choices + below(left.length - choices);
    [left[choices], left[r]] = [left[r] as number, left[choices] as number];
    choices += 1;
    return left[choices - 1] as number;
  }
}

function handedOut({ prizes }: Params, drawn: number[]): object {
  const handed = prizes.map(({ name, quantity }) => ({ name, winners: drawn.splice(0, quantity) }));
  return { prizes: handed, alternates: drawn };
}

function plainGroups({ groups, size }: Params, { count }: List, below: Below): object {
  const order = plainShuffle(count, count, below);
  const number = groups ?? Math.ceil(count / (size as number));
  return { groups: [...Array(number).keys()].map((group) => order.filter((_, j) => j % number === group)) };
}

function plainNumbers({ from, to, count, repeat }: Params, _: List, below: Below): object {
  const width = to - from + 1;
  const drawn = repeat ? [...Array(count)].map(() => below(width)) : plainShuffle(width, count, below);
  return { numbers: drawn.map((number) => from + number) };
}

function plainPanel({ panels }: Params, _: List, below: Below): object {
  let t = below(sum(panels.map(({ weight }) => weight)));
  const drawn = panels.find(({ weight }) => {
    t -= weight;
    return t < 0;
  });
  return { panel: drawn?.positions };
}

function plainBracket({ seeds }: Params, { count }: List, below: Below): object {
  const rest = plainShuffle(count - seeds, count - seeds, below);
  const ranked = [...Array(seeds).keys(), ...rest.map((position) => seeds + position)];
  let size = 1;
  while (size < count) size *= 2;
  const rank = (line: number, lines: number): number => {
    if (lines === 1) return 0;
    const above = rank(Math.floor(line / 2), lines / 2);
    return line % 2 === 0 ? above : lines - 1 - above;
  };
  const on = (line: number) => ranked[rank(line, size)] ?? null;
  return { bracket: [...Array(size / 2).keys()].map((match) => [on(2 * match), on(2 * match + 1)]) };
}

function plainRoundRobin({ twice }: Params, { count }: List, below: Below): object {
  const list: (number | null)[] = plainShuffle(count, count, below);
  if (count % 2 === 1) list.push(null);
  const last = list.length - 1;
  const breakLast = (match: (number | null | undefined)[]) => (match[0] === null ? match.toReversed() : match);
  const rounds = [...Array(last).keys()].map((round) => {
    const seat = (k: number) => list[k === 0 ? 0 : 1 + ((k - 1 + round) % last)];
    return [...Array(list.length / 2).keys()].map((k) => {
      const match = [seat(k), seat(last - k)];
      return breakLast(k === 0 && round % 2 === 1 ? match.toReversed() : match);
    });
  });
  const again = rounds.map((matches) => matches.map((match) => breakLast(match.toReversed())));
  return { rounds: twice ? [...rounds, ...again] : rounds };
}

function plainPairs({ forbidden }: Params, { count }: List, below: Below): object {
  const excluded = new Set(forbidden.map(String));
  const may = (giver: number, receiver: number) => giver !== receiver && !excluded.has(`${giver},${receiver}`);
  const counted = new Map<string, number>();
  const ways = (giver: number, left: number[]): number => {
    if (left.length === 0) return 1;
    const key = left.join();
    const known =
      counted.get(key) ?? sum(left.map((one) => (may(giver, one) ? ways(giver + 1, without(left, one)) : 0)));
    counted.set(key, known);
    return known;
  };
  const all = [...Array(count).keys()];
  if (count > 16 || all.reduce((product, one) => product * (one + 1), 1) <= 1_000 * ways(0, all)) {
    let list = plainShuffle(count, count, below);
    while (!list.every((receiver, giver) => may(giver, receiver))) list = plainShuffle(count, count, below);
    return { pairs: [...list.entries()] };
  }
  let left = all;
  const receivers = all.map((giver) => {
    let t = below(ways(giver, left));
    const taken = left.find((one) => {
      t -= may(giver, one) ? ways(giver + 1, without(left, one)) : 0;
      return t < 0;
    });
    left = without(left, taken);
    return taken;
  });
  return { pairs: [...receivers.entries()] };
}

const sum = (numbers: number[]) => numbers.reduce((all, one) => all + one, 0);
const without = (list: number[], out: number | undefined) => list.filter((one) => one !== out);
