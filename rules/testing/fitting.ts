// Random parameters and short lists that fit each other, for property tests.
import fc from "fast-check";
import type { List } from "../catalogue/index.ts";

export interface Fitting {
  params: object;
  list: List;
}

export const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString("hex"));

const even = fc.integer({ min: 1, max: 40 }).map((count): List => ({ count, tickets: null }));
const ticketed = fc
  .array(fc.integer({ min: 1, max: 2 ** 47 }), { minLength: 1, maxLength: 40 })
  .map((tickets): List => ({ count: tickets.length, tickets }));
const anyList = fc.oneof(even, ticketed);

const upTo = (max: number, min = 0) => fc.integer({ min, max });

function winnersOf(list: List): fc.Arbitrary<Fitting> {
  return upTo(list.count, 1).chain((winners) =>
    upTo(list.count - winners).map((alternates) => ({ params: { winners, alternates }, list })),
  );
}

function prizesOf(list: List): fc.Arbitrary<Fitting> {
  const tickets = list.tickets ? fc.constant(true) : fc.boolean();
  return fc.tuple(fc.array(upTo(3, 1), { minLength: 1 }), tickets, upTo(list.count)).map(([wanted, tickets, last]) => {
    let left = list.count;
    const prizes = [];
    for (const quantity of [1, ...wanted]) {
      if (quantity > left) break;
      left -= quantity;
      prizes.push({ name: `Prize ${prizes.length + 1}`, quantity });
    }
    return { params: { prizes, tickets, alternates: Math.min(left, last) }, list };
  });
}

/** What fits version 1, with entries that are excluded and groups behind those that it needs, so that it still fits. */
function limited(first: fc.Arbitrary<Fitting>): fc.Arbitrary<Fitting> {
  const more = fc.record({
    excluded: fc.array(fc.boolean(), { maxLength: 5 }),
    limit: fc.option(upTo(3, 1)),
    mates: fc.array(upTo(3), { minLength: 1, maxLength: 12 }),
    follows: fc.option(seeds),
  });
  return fc.tuple(first, more).map(([{ params, list }, { excluded, limit, mates, follows }]) => {
    const out = excluded.flatMap((isOut, at) => (isOut ? [list.count + at] : []));
    // Groups 1 to 3 are of entries that the places do not need; one of them takes part for certain.
    const behind = Array.from({ length: Math.max(excluded.length, mates.length) }, (_, at) => mates[at] ?? 0);
    const groups = [...Array<number>(list.count).fill(0), ...behind.slice(0, -1), 1];
    const tickets = list.tickets && [...list.tickets, ...behind.map((mate) => mate + 1)];
    const grouped = limit === null ? {} : { groups };
    const fitting = { count: groups.length, tickets, ...grouped };
    return { params: { ...params, limit, excluded: out, follows }, list: fitting };
  });
}

function groupsOf(list: List): fc.Arbitrary<Fitting> {
  return fc.tuple(upTo(list.count, 1), fc.boolean()).map(([number, bySize]) => ({
    params: bySize ? { groups: null, size: number } : { groups: number, size: null },
    list,
  }));
}

const numbers = fc.tuple(upTo(2 ** 40, -(2 ** 40)), upTo(200, 1), fc.boolean()).chain(([from, width, repeat]) =>
  upTo(repeat ? 300 : width, 1).map(
    (count): Fitting => ({
      params: { from, to: from + width - 1, count, repeat },
      list: { count: 0, tickets: null },
    }),
  ),
);

/** A gift exchange with at least one assignment: the next in a random circle. */
const pairs = fc.oneof(upTo(9, 2), upTo(40, 17)).chain((count) =>
  fc
    .tuple(
      fc.shuffledSubarray([...Array(count).keys()], { minLength: count }),
      fc.array(fc.tuple(upTo(count - 1), upTo(count - 1)), { maxLength: count <= 9 ? count * count : count }),
    )
    .map(([circle, wanted]): Fitting => {
      const next = new Map(circle.map((giver, at) => [giver, circle[(at + 1) % count]]));
      const kept = wanted.filter(([giver, receiver]) => giver !== receiver && next.get(giver) !== receiver);
      const each = new Map(kept.map((pair) => [pair.join(), pair]));
      const forbidden = [...each.values()].toSorted(([a, b], [c, d]) => a - c || b - d);
      return { params: { forbidden }, list: { count, tickets: null } };
    }),
);

const panels = upTo(30, 1).chain((count) =>
  fc
    .array(
      fc.record({
        positions: fc
          .subarray([...Array(count).keys()], { minLength: 1 })
          .map((positions) => positions.toSorted((a, b) => a - b)),
        weight: fc.oneof(upTo(3, 1), upTo(2 ** 45, 1)),
      }),
      { minLength: 1, maxLength: 12 },
    )
    .map((panels): Fitting => ({ params: { panels }, list: { count, tickets: null } })),
);

/** By rule. */
export const FITTING: Record<string, fc.Arbitrary<Fitting>> = {
  "order/1": even.map((list) => ({ params: {}, list })),
  "winners/1": even.chain(winnersOf),
  "raffle/1": anyList.chain(winnersOf),
  "prizes/1": anyList.chain(prizesOf),
  "winners/2": limited(even.chain(winnersOf)),
  "raffle/2": limited(anyList.chain(winnersOf)),
  "prizes/2": limited(anyList.chain(prizesOf)),
  "groups/1": even.chain(groupsOf),
  "bracket/1": upTo(40, 2).chain((count) =>
    upTo(count).map((seeds) => ({ params: { seeds }, list: { count, tickets: null } })),
  ),
  "roundrobin/1": fc
    .tuple(upTo(22, 2), fc.boolean())
    .map(([count, twice]) => ({ params: { twice }, list: { count, tickets: null } })),
  "pairs/1": pairs,
  "panel/1": panels,
  "numbers/1": numbers,
};
