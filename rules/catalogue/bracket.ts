import { integer, type Of, object, typed } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { shuffled } from "./selection.ts";
import { counted } from "./wording.ts";

const params = object({ seeds: integer(0) });
export type BracketParams = Of<typeof params>;

const MOST = 512; // entries

export const bracket: Rule<BracketParams> = {
  name: "bracket/1",
  title: "Knockout bracket",
  text:
    "The entries are placed in a bracket for a knockout tournament: who loses is out. The first entries of the list " +
    "are seeded, as many as you say: they are placed so that the first and the second can meet only in the final, the " +
    "first four only in the semi-finals, and so on. All others are put into a random order in which every one has the " +
    "same chance of every place left. Where the entries are no power of two, some have no opponent in the first round. " +
    "Those byes go to the seeded first, in their order, then to the others by the draw. This rule has no tickets. A " +
    "name that stands in the list twice is two entries.",
  params,
  defaults: { seeds: 0 },
  takesList: true,
  takesTickets: () => false,
  refuses({ seeds }, { count }) {
    if (count < 2) return { at: "entries.count", expected: { code: "two_entries" }, found: typed(count) };
    if (count > MOST)
      return { at: "entries.count", expected: { code: "entries_at_most", most: MOST }, found: typed(count) };
    if (seeds <= count) return null;
    return { at: "params.seeds", expected: { code: "as_many_as_entries", most: count }, found: typed(seeds) };
  },
  describe({ seeds }, { count }) {
    const size = sizeOf(count);
    const byes = size === count ? "" : ` with ${counted(size - count, "bye")}`;
    const placed = `${counted(count, "entry is", "entries are")} placed in a bracket for ${size}${byes}`;
    if (seeds === 0) return `${placed}; every entry has the same chance of every place.`;
    const first = seeds === 1 ? "the first is" : `the first ${seeds} are`;
    return `${placed}; ${first} seeded, and every other entry has the same chance of every place left.`;
  },
  run({ seeds }, { count }, below) {
    const rest = shuffled(count - seeds, below).map((position) => seeds + position);
    const ranked = [...Array.from({ length: seeds }, (_, position) => position), ...rest];
    const lines = linesFor(sizeOf(count)).map((rank) => ranked[rank] ?? null);
    return { bracket: Array.from({ length: lines.length / 2 }, (_, match) => lines.slice(2 * match, 2 * match + 2)) };
  },
  examples: [
    {
      params: { seeds: 2 },
      list: { count: 6, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: {
        bracket: [
          [0, null],
          [3, 2],
          [1, null],
          [4, 5],
        ],
      },
    },
    {
      params: { seeds: 0 },
      list: { count: 4, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: {
        bracket: [
          [0, 1],
          [3, 2],
        ],
      },
    },
  ],
};

function sizeOf(count: number): number {
  return 2 ** Math.ceil(Math.log2(count));
}

/** The rank on each line from top to bottom: in each round the best meets the worst of the remaining. */
function linesFor(size: number): number[] {
  return size === 1 ? [0] : linesFor(size / 2).flatMap((rank) => [rank, size - 1 - rank]);
}
