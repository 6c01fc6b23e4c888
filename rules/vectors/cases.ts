// The cases of each rule's frozen vectors. make.ts generates their seeds and answers.
import type { List, Size } from "../catalogue/index.ts";

/** Parameters to draw with, optionally from a given seed, or to refuse. */
export type Case = { params: object; list: List; seed?: string } | { params: object; size: Size };

const MAX = Number.MAX_SAFE_INTEGER;

const drawn = (params: object, count: number, tickets: number[] | null = null): Case => ({
  params,
  list: { count, tickets },
});
const refused = (params: object, count: number, tickets = count): Case => ({ params, size: { count, tickets } });

/** Tickets that vary from entry to entry, for a list of any length. */
const mixed = (count: number) => Array.from({ length: count }, (_, k) => ((k * k + 3 * k) % 97) + 1);

const winners = (winners: number, alternates = 0) => ({ winners, alternates });
const book = { name: "Book", quantity: 2 };
const bicycle = { name: "Bicycle", quantity: 1 };
const prizes = (prizes: object[], tickets: boolean, alternates = 0) => ({ prizes, tickets, alternates });
const limits = (limit: number | null, excluded: number[] = [], follows: string | null = null) => ({
  limit,
  excluded,
  follows,
});
/** Entries of groups of the same size, in turn; group 0, where it is asked for, is none. */
const inTurn = (count: number, groups: number, first = 1) =>
  Array.from({ length: count }, (_, k) => first + (k % groups));
const grouped = (params: object, groups: number[], tickets: number[] | null = null): Case => ({
  params,
  list: { count: groups.length, tickets, groups },
});
const apart = (params: object, groups: number[], tickets = groups.length): Case => ({
  params,
  size: { count: groups.length, tickets, groups },
});
const M = "ab".repeat(32);
const range = (from: number, to: number, count: number, repeat = false) => ({ from, to, count, repeat });

type Pair = [number, number];
/** All pairs with this property, nobody with themselves. */
const pairsWhere = (count: number, holds: (giver: number, receiver: number) => boolean): Pair[] =>
  Array.from({ length: count ** 2 }, (_, at): Pair => [Math.floor(at / count), at % count]).filter(
    ([giver, receiver]) => giver !== receiver && holds(giver, receiver),
  );
const forbidden = (...forbidden: number[][]) => ({ forbidden });
const households = (count: number, size: number) =>
  forbidden(...pairsWhere(count, (one, other) => Math.floor(one / size) === Math.floor(other / size)));
/** Everyone may give only to this many next ones in the circle. */
const circle = (count: number, most: number) =>
  forbidden(...pairsWhere(count, (giver, receiver) => (receiver - giver + count) % count > most));

const panel = (weight: number, ...positions: number[]) => ({ positions, weight });
const panels = (...panels: (object | string)[]) => ({ panels });
/** As many panels of neighbours in the circle, all with the same weight. */
const neighbours = (count: number, size: number, weight = 1) =>
  panels(
    ...Array.from({ length: count }, (_, first) => {
      const positions = Array.from({ length: size }, (_, next) => (first + next) % count);
      return panel(weight, ...positions.toSorted((a, b) => a - b));
    }),
  );

export const CASES: Record<string, Case[]> = {
  "order/1": [
    ...[1, 2, 3, 4, 5, 7, 10, 33, 100].map((count) => drawn({}, count)),
    drawn({}, 3, [1, 1, 1]),
    refused({}, 0),
    refused({}, 3, 4),
    refused({ count: 3 }, 3),
  ],
  "winners/1": [
    drawn(winners(1), 1),
    drawn(winners(1), 2),
    drawn(winners(1, 1), 2),
    drawn(winners(2), 2),
    drawn(winners(3, 2), 10),
    drawn(winners(10), 10),
    drawn(winners(1, 9), 10),
    drawn(winners(5, 5), 300),
    drawn(winners(40), 100),
    drawn(winners(3), 1_000_000_000),
    drawn(winners(3, 3), MAX),
    refused(winners(1), 0),
    refused(winners(4), 3),
    refused(winners(2, 2), 3),
    refused(winners(MAX, MAX), MAX),
    refused(winners(0, 1), 3),
    refused(winners(1, -1), 3),
    refused({ winners: 1 }, 3),
    refused({ ...winners(1), size: 2 }, 3),
    refused(winners(1), 3, 5),
  ],
  "raffle/1": [
    drawn(winners(1), 1),
    drawn(winners(1), 1, [MAX]),
    drawn(winners(1), 2, [1, 1]),
    drawn(winners(1, 1), 2, [1, 9]),
    drawn(winners(2, 1), 3, [MAX - 2, 1, 1]),
    drawn(winners(1), 2, [1, MAX - 1]),
    drawn(winners(2, 1), 5, [2 ** 51, 2 ** 51, 2 ** 51, 2 ** 50, 2 ** 50 - 1]),
    drawn(winners(4), 4, [1, 2, 3, 4]),
    drawn(winners(3, 2), 7),
    drawn(winners(3, 2), 7, [1, 1, 1, 1, 1, 1, 1]),
    drawn(winners(5, 3), 10, [10, 1, 5, 1, 1, 20, 2, 2, 3, 1]),
    drawn(winners(20, 5), 100, mixed(100)),
    drawn(winners(33), 33, mixed(33)),
    refused(winners(1), 0),
    refused(winners(2, 2), 3, 100),
    refused(winners(4), 3, 3),
    refused({ ...winners(1), tickets: true }, 3),
  ],
  "prizes/1": [
    drawn(prizes([bicycle], false), 1),
    drawn(prizes([bicycle], true), 1, [7]),
    drawn(prizes([bicycle, book], false), 3),
    drawn(prizes([bicycle, book], false, 2), 10),
    drawn(prizes([book, bicycle], false, 2), 10),
    drawn(prizes([bicycle, book], true, 2), 10, mixed(10)),
    drawn(prizes([bicycle, book], true), 10),
    drawn(prizes([bicycle, bicycle, book], false, 1), 20),
    drawn(prizes([{ name: "Büchergutschein 🎁", quantity: 5 }], true, 5), 12, mixed(12)),
    drawn(prizes([bicycle], true, 1), 3, [MAX - 2, 1, 1]),
    drawn(prizes([{ name: "Ticket", quantity: 3 }], false), 1_000_000_000),
    refused(prizes([], false), 3),
    refused(prizes([book, book], false), 3),
    refused(prizes([book], false, 2), 3),
    refused(prizes([book], false), 3, 4),
    refused(prizes([book], true), 0),
    refused(prizes([{ name: "", quantity: 1 }], false), 3),
    refused(prizes([{ name: "Book", quantity: 0 }], false), 3),
    refused({ prizes: [book], alternates: 0 }, 3),
  ],
  "winners/2": [
    drawn({ ...winners(1), ...limits(null) }, 1),
    drawn({ ...winners(3, 2), ...limits(null) }, 10),
    drawn({ ...winners(1), ...limits(null, [0, 1, 3], M) }, 4),
    drawn({ ...winners(2, 1), ...limits(null, [1, 4, 5, 9], M) }, 10),
    drawn({ ...winners(3, 3), ...limits(null, [0, 5, MAX - 1]) }, MAX),
    grouped({ ...winners(1), ...limits(1) }, [1, 1]),
    grouped({ ...winners(3), ...limits(1) }, inTurn(12, 3)),
    grouped({ ...winners(4, 2), ...limits(2) }, inTurn(12, 3)),
    grouped({ ...winners(5, 2), ...limits(1) }, inTurn(30, 6, 0)),
    grouped({ ...winners(2, 1), ...limits(1, [0, 1], M) }, [1, 0, 1, 2, 2, 3, 0, 3]),
    grouped({ ...winners(2), ...limits(2, [0]) }, [1, 1, 1, 0]),
    grouped({ ...winners(20, 20), ...limits(3) }, inTurn(100, 20)),
    refused({ ...winners(1), ...limits(null) }, 0),
    refused({ ...winners(2, 2), ...limits(null) }, 3),
    refused({ ...winners(3), ...limits(null, [1]) }, 3),
    refused({ ...winners(1), ...limits(null, [3]) }, 3),
    refused({ ...winners(1), ...limits(null, [1, 1]) }, 3),
    refused({ ...winners(1), ...limits(null, [1, 0]) }, 3),
    refused({ ...winners(1), ...limits(0) }, 3),
    refused({ ...winners(1), ...limits(null, [], "AB".repeat(32)) }, 3),
    refused(winners(1), 3),
    refused({ ...winners(1), ...limits(null) }, 3, 5),
    apart({ ...winners(1), ...limits(1) }, [0, 0, 0]),
    apart({ ...winners(3), ...limits(1) }, [1, 1, 2, 2]),
    apart({ ...winners(1, 1), ...limits(1, [0]) }, [1, 1, 1, 2]),
    apart({ ...winners(1), ...limits(1, [0, 1]) }, [1, 1, 1]),
  ],
  "raffle/2": [
    drawn({ ...winners(1), ...limits(null) }, 1, [MAX]),
    drawn({ ...winners(2, 1), ...limits(null, [1], M) }, 4, [MAX - 12, 9, 1, 2]),
    drawn({ ...winners(3, 2), ...limits(null, [0, 6]) }, 7),
    grouped({ ...winners(2), ...limits(1) }, [1, 1, 2, 2], [1, 5, 1, 3]),
    grouped({ ...winners(3, 2), ...limits(1) }, inTurn(20, 5), mixed(20)),
    grouped({ ...winners(5, 2), ...limits(2, [3, 4], M) }, inTurn(20, 5, 0), mixed(20)),
    grouped({ ...winners(2), ...limits(1) }, inTurn(4, 2)),
    refused({ ...winners(4), ...limits(null, [1]) }, 4, 9),
    apart({ ...winners(2), ...limits(1) }, [1, 1, 1], 9),
  ],
  "prizes/2": [
    drawn({ ...prizes([bicycle, book], false), ...limits(null) }, 3),
    drawn({ ...prizes([bicycle, book], true, 1), ...limits(null, [2, 3], M) }, 10, mixed(10)),
    grouped({ ...prizes([bicycle, book], false, 1), ...limits(1) }, inTurn(12, 4)),
    grouped({ ...prizes([book, bicycle], true), ...limits(1, [5]) }, inTurn(12, 4), mixed(12)),
    refused({ ...prizes([bicycle, book], false), ...limits(null, [0]) }, 3),
    refused({ ...prizes([], false), ...limits(null) }, 3),
    refused({ ...prizes([book], false), ...limits(null) }, 3, 4),
    apart({ ...prizes([bicycle, book], false), ...limits(1) }, [1, 1, 2, 2]),
  ],
  "groups/1": [
    drawn({ groups: 1, size: null }, 1),
    drawn({ groups: null, size: 1 }, 1),
    drawn({ groups: 1, size: null }, 5),
    drawn({ groups: 5, size: null }, 5),
    drawn({ groups: 2, size: null }, 5),
    drawn({ groups: 3, size: null }, 10),
    drawn({ groups: null, size: 1 }, 4),
    drawn({ groups: null, size: 4 }, 4),
    drawn({ groups: null, size: 3 }, 7),
    drawn({ groups: null, size: 3 }, 9),
    drawn({ groups: null, size: 4 }, 30),
    drawn({ groups: 7, size: null }, 60),
    refused({ groups: null, size: null }, 5),
    refused({ groups: 2, size: 2 }, 5),
    refused({ groups: 6, size: null }, 5),
    refused({ groups: null, size: 6 }, 5),
    refused({ groups: 0, size: null }, 5),
    refused({ groups: 1, size: null }, 0),
    refused({ groups: 2, size: null }, 5, 6),
    refused({ groups: 2 }, 5),
  ],
  "bracket/1": [
    ...[2, 3, 4, 5, 7, 8, 13, 16, 33].map((count) => drawn({ seeds: 0 }, count)),
    drawn({ seeds: 1 }, 3),
    drawn({ seeds: 4 }, 13),
    drawn({ seeds: 8 }, 8),
    drawn({ seeds: 12 }, 13),
    drawn({ seeds: 32 }, 128),
    drawn({ seeds: 0 }, 512),
    refused({ seeds: 0 }, 0),
    refused({ seeds: 0 }, 1),
    refused({ seeds: 0 }, 513),
    refused({ seeds: 5 }, 4),
    refused({ seeds: -1 }, 4),
    refused({ seeds: 0 }, 4, 5),
    refused({}, 4),
  ],
  "roundrobin/1": [
    ...[2, 3, 4, 5, 8, 13, 22].map((count) => drawn({ twice: false }, count)),
    ...[2, 3, 7, 12, 22].map((count) => drawn({ twice: true }, count)),
    refused({ twice: false }, 0),
    refused({ twice: false }, 1),
    refused({ twice: false }, 23),
    refused({ twice: false }, 4, 5),
    refused({ twice: 1 }, 4),
    refused({}, 4),
  ],
  "pairs/1": [
    drawn(forbidden(), 2),
    drawn(forbidden(), 3),
    drawn(forbidden([0, 1]), 3),
    drawn(forbidden([0, 1], [1, 0]), 4),
    drawn(forbidden([0, 1], [0, 2], [0, 3]), 5),
    drawn(households(9, 3), 9),
    drawn(households(12, 2), 12),
    drawn(households(16, 4), 16),
    drawn(households(17, 4), 17),
    drawn(households(40, 4), 40),
    drawn(forbidden(), 1_000),
    // chosen by counting
    drawn(circle(7, 2), 7),
    drawn(circle(8, 3), 8),
    drawn(circle(12, 4), 12),
    drawn(circle(16, 5), 16),
    refused(forbidden(), 0),
    refused(forbidden(), 1),
    refused(forbidden(), 1_001),
    refused(forbidden(), 3, 4),
    refused(forbidden([0, 1]), 2),
    refused(forbidden([0, 1], [0, 2]), 3),
    refused(forbidden([1, 0], [2, 0]), 3),
    refused(households(5, 3), 5),
    refused(circle(5, 0), 5),
    refused(forbidden([0, 3]), 3),
    refused(forbidden([1, 1]), 3),
    refused(forbidden([1, 0], [0, 1]), 4),
    refused(forbidden([0, 1], [0, 1]), 4),
    refused(forbidden([0, 1, 2]), 4),
    refused(forbidden([0]), 4),
    refused({ forbidden: ["Ada - Grace"] }, 4),
    refused({}, 4),
  ],
  "panel/1": [
    drawn(panels(panel(1, 0)), 1),
    drawn(panels(panel(MAX, 0, 2)), 3),
    drawn(panels(panel(1, 0, 1), panel(1, 2, 3)), 4),
    drawn(panels(panel(2, 0, 1), panel(1, 1, 2), panel(3, 0, 3)), 4),
    drawn(panels(panel(1, 0), panel(MAX - 1, 1)), 2),
    drawn(panels(panel(2 ** 52, 0, 3), panel(2 ** 51, 1, 2), panel(2 ** 51 - 1, 2, 3)), 5),
    drawn(panels(panel(1, 0, 1), panel(1, 0, 1), panel(1, 0, 1, 2)), 3),
    drawn(neighbours(40, 12), 40),
    drawn(neighbours(60, 20, 5), 60),
    refused(panels(panel(1, 0)), 0),
    refused(panels(), 3),
    refused(panels(panel(0, 0)), 3),
    refused(panels(panel(1, 0), panel(-1, 1)), 3),
    refused(panels(panel(MAX, 0), panel(1, 1)), 3),
    refused(panels(panel(1)), 3),
    refused(panels(panel(1, 0), panel(1, 3)), 3),
    refused(panels(panel(1, 1, 0)), 3),
    refused(panels(panel(1, 1, 1)), 3),
    refused(panels({ positions: [0] }), 3),
    refused(panels("3: Ada"), 3),
    refused(panels(panel(1, 0)), 3, 4),
    refused({}, 3),
  ],
  "numbers/1": [
    drawn(range(1, 1, 1), 0),
    drawn(range(1, 1, 3, true), 0),
    drawn(range(1, 49, 6), 0),
    drawn(range(1, 6, 10, true), 0),
    drawn(range(0, 9, 10), 0),
    drawn(range(-5, 5, 4), 0),
    drawn(range(-5, 5, 20, true), 0),
    drawn(range(0, MAX - 1, 3), 0),
    drawn(range(1, MAX, 3, true), 0),
    drawn(range(-MAX, -1, 3), 0),
    drawn(range(-(2 ** 52), 2 ** 52 - 2, 5), 0),
    drawn(range(1, 1_000_000, 50), 0),
    // found by search: with this seed, one of the choices must be read again
    {
      ...drawn(range(1, 9_002_803_354_665_472, 3), 0),
      seed: "47c66c5f2bcfcd304e6bddc305ed47b83c82ee20fba5843cf51dc95d58ce5433",
    },
    refused(range(2, 1, 1), 0),
    refused(range(0, MAX, 1), 0),
    refused(range(-MAX, MAX, 1), 0),
    refused(range(1, 5, 6), 0),
    refused(range(1, 5, 0, true), 0),
    refused(range(1, 5, 10_001, true), 0),
    refused(range(1, 5, 1), 1),
    refused({ from: 1, to: 5, count: 1 }, 0),
  ],
};
