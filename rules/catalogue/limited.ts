// Version 2 of winners, raffle and prizes: entries that stay out, and a limit for each group. docs/protocol.md section 7.
import { type Below, hash, integer, listOf, nullable, object, type Problem, type Shape } from "@fairhat/protocol";
import { positionsProblem } from "./positions.ts";
import { type PrizesParams, prizes, prizesAmong, prizesMembers, quantityOf } from "./prizes.ts";
import { raffle } from "./raffle.ts";
import type { Example, Grouping, List, Rule, Size } from "./rule.ts";
import { raffling, type Step, selecting, ticketsIn } from "./selection.ts";
import { type WinnersParams, winners, winnersAmong, winnersMembers } from "./winners.ts";
import { counted, drawnFrom } from "./wording.ts";

const members = { limit: nullable(integer(1)), excluded: listOf(integer(0)), follows: nullable(hash) };

interface Limits {
  /** Places that a group has at most, those of excluded entries among them. */
  limit: number | null;
  excluded: number[];
  /** M of the draw that this one follows. */
  follows: string | null;
}

const NO_LIMITS: Limits = { limit: null, excluded: [], follows: null };

/** What version 2 has of version 1. */
interface First<P extends { alternates: number }> {
  rule: Rule<P>;
  params: Shape<P & Limits>;
  places(params: P): number;
  placed(drawn: number[], params: P): Record<string, unknown>;
  examples: Example<P & Limits>[];
}

function limited<P extends { alternates: number }>({
  rule: first,
  params,
  places,
  placed,
  examples,
}: First<P>): Rule<P & Limits> {
  return {
    name: first.name.replace("/1", "/2"),
    title: `${first.title}, with a limit or a follow-up draw`,
    text: `${first.text} ${TEXT}`,
    params,
    // Each default is one of a member that P or Limits has.
    defaults: { ...first.defaults, ...NO_LIMITS } as Partial<P & Limits>,
    takesList: true,
    takesTickets: first.takesTickets,
    takesGroups: ({ limit }) => limit !== null,
    refuses(params, size) {
      const misplaced = positionsProblem("params.excluded", params.excluded, size.count);
      return first.refuses(params, size) ?? misplaced ?? roomProblem(params, places(params), size);
    },
    describe(params, size) {
      const drawn = drawnFrom(size.count, places(params) - params.alternates, params.alternates);
      const unit = first.takesTickets(params) ? ["ticket", ` with ${counted(size.tickets, "ticket")}`] : ["entry", ""];
      const chance = `at each step every ${unit[0]} left has the same chance`;
      return `${drawn}${unit[1]}; ${chance}${limitsOf(params)}.`;
    },
    run(params, list, below) {
      const step = first.takesTickets(params) ? raffleOf(params, list, below) : selectionOf(params, list, below);
      return placed(withinLimit(params, places(params), list.groups ?? [], step), params);
    },
    examples,
  };
}

const TEXT =
  "Some entries can be excluded, for example those who won before: they cannot be drawn. A draw that follows another " +
  "one excludes whoever won there, and names the first draw, so that the list cannot be changed in between. If there " +
  "is a limit, a group, such as a household, a team or a club, gets no more places than that; an excluded entry takes " +
  "up one of them. Whoever is drawn when the group has all its places leaves without one, and the next is drawn. With " +
  "a limit, an entry of a large group has a smaller chance than an entry of a small one.";

function limitsOf({ excluded, limit }: Limits): string {
  const out = counted(excluded.length, "entry is excluded", "entries are excluded");
  const most = limit === null ? "" : `; no group gets more than ${counted(limit, "place")}`;
  return excluded.length === 0 ? most : `; ${out}${most}`;
}

/** The steps of winners/1 over the entries that are not excluded. */
function selectionOf({ excluded }: Limits, { count }: List, below: Below): Step {
  const step = selecting(count - excluded.length, below);
  return () => nthLeft(excluded, step());
}

/** The entry at a position among those that are not excluded. */
function nthLeft(excluded: readonly number[], position: number): number {
  let [from, to] = [0, excluded.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    // As many entries as that come before this excluded one.
    if ((excluded[middle] as number) - middle <= position) from = middle + 1;
    else to = middle;
  }
  return position + from;
}

function raffleOf({ excluded }: Limits, list: List, below: Below): Step {
  const tickets = [...ticketsIn(list)];
  for (const position of excluded) tickets[position] = 0;
  return raffling(tickets, list.count - excluded.length, below);
}

/** The places that a group has taken, those of excluded entries among them. */
function takenBy(groups: Grouping, excluded: readonly number[]): Map<number, number> {
  const taken = new Map<number, number>();
  for (const position of excluded) add(taken, groups[position] ?? 0);
  return taken;
}

function add(numbers: Map<number, number>, group: number): void {
  numbers.set(group, (numbers.get(group) ?? 0) + 1);
}

function withinLimit({ limit, excluded }: Limits, places: number, groups: Grouping, step: Step): number[] {
  const taken = takenBy(groups, excluded);
  const drawn: number[] = [];
  while (drawn.length < places) {
    const position = step();
    const group = groups[position] ?? 0;
    if (limit !== null && group > 0 && (taken.get(group) ?? 0) >= limit) continue;
    add(taken, group);
    drawn.push(position);
  }
  return drawn;
}

function roomProblem(params: Limits, places: number, { count, groups }: Size): Problem | null {
  const { limit, excluded } = params;
  if (limit !== null && groups?.every((group) => group === 0)) {
    return { at: "params.limit", expected: { code: "grouped_entries" }, found: { code: "none" } };
  }
  const room = limit === null || !groups ? count - excluded.length : roomWithin(limit, excluded, groups);
  if (places <= room) return null;
  return {
    at: limit === null ? "params.excluded" : "params.limit",
    expected: { code: "room", most: room },
    found: { code: "places", places },
  };
}

function roomWithin(limit: number, excluded: readonly number[], groups: Grouping): number {
  const taken = takenBy(groups, excluded);
  const members = new Map<number, number>();
  for (const group of groups) add(members, group);
  let room = 0;
  for (const [group, all] of members) {
    const out = taken.get(group) ?? 0;
    room += group === 0 ? all - out : Math.min(all - out, Math.max(0, limit - out));
  }
  return room;
}

const M = "c41b623549a5a0b1bbcf550fa67f917b28c30c91425fb5c0df55db81efcfc0be";
const ZERO = "0".repeat(64);
const COUNTING = "0123456789abcdef".repeat(4);
const bicycle = { name: "Bicycle", quantity: 1 };
const book = { name: "Book", quantity: 2 };

export const winners2 = limited<WinnersParams>({
  rule: winners,
  params: object({ ...winnersMembers, ...members }),
  places: ({ winners, alternates }) => winners + alternates,
  placed: (drawn, { winners }) => winnersAmong(drawn, winners),
  examples: [
    {
      params: { winners: 2, alternates: 1, limit: 1, excluded: [], follows: null },
      list: { count: 6, tickets: null, groups: [1, 1, 1, 2, 0, 0] },
      seed: ZERO,
      result: { winners: [2, 3], alternates: [5] },
    },
    {
      params: { winners: 1, alternates: 0, limit: null, excluded: [2, 5], follows: M },
      list: { count: 10, tickets: null },
      seed: COUNTING,
      result: { winners: [0], alternates: [] },
    },
  ],
});

export const raffle2 = limited<WinnersParams>({
  rule: raffle,
  params: object({ ...winnersMembers, ...members }),
  places: ({ winners, alternates }) => winners + alternates,
  placed: (drawn, { winners }) => winnersAmong(drawn, winners),
  examples: [
    {
      params: { winners: 1, alternates: 1, limit: 1, excluded: [], follows: null },
      list: { count: 4, tickets: [1, 5, 1, 3], groups: [1, 2, 1, 2] },
      seed: ZERO,
      result: { winners: [2], alternates: [1] },
    },
    {
      params: { winners: 1, alternates: 1, limit: null, excluded: [1], follows: M },
      list: { count: 3, tickets: [3, 2, 1] },
      seed: COUNTING,
      result: { winners: [0], alternates: [2] },
    },
  ],
});

export const prizes2 = limited<PrizesParams>({
  rule: prizes,
  params: object({ ...prizesMembers, ...members }),
  places: (params) => quantityOf(params) + params.alternates,
  placed: prizesAmong,
  examples: [
    {
      params: { prizes: [bicycle, book], tickets: false, alternates: 0, limit: 2, excluded: [3], follows: null },
      list: { count: 6, tickets: null, groups: [1, 1, 0, 1, 2, 2] },
      seed: ZERO,
      result: {
        prizes: [
          { name: "Bicycle", winners: [1] },
          { name: "Book", winners: [5, 4] },
        ],
        alternates: [],
      },
    },
    {
      params: { prizes: [bicycle], tickets: true, alternates: 1, limit: null, excluded: [1], follows: M },
      list: { count: 4, tickets: [1, 5, 1, 3] },
      seed: COUNTING,
      result: { prizes: [{ name: "Bicycle", winners: [3] }], alternates: [0] },
    },
  ],
});
