import { type Below, listOf, type Of, object, type Problem, typed } from "@fairhat/protocol";
import { type Allowed, allowedPairs, conflictIn, pairsIn, shufflesAtMost, waysLeft } from "./assignment.ts";
import { pair, pairsProblem } from "./positions.ts";
import type { Rule, Size } from "./rule.ts";
import { shuffled } from "./selection.ts";
import { counted } from "./wording.ts";

const params = object({ forbidden: listOf(pair) });
export type PairsParams = Of<typeof params>;

const MOST = 1_000; // entries
/** Up to this many entries, assignments are counted; beyond this many expected shuffles, one is chosen by counting. */
const COUNTED = 16;
const MOST_SHUFFLES = 1_000;
const NAMED = 10; // pairs of a conflict

export const pairs: Rule<PairsParams> = {
  name: "pairs/1",
  title: "Gift exchange",
  text:
    "Everybody gives to one other and receives from one other. The list is shuffled, and the person who lands on your place " +
    "receives from you. Where somebody would give to themselves, or a pair is excluded, the whole list is shuffled " +
    "again, until everything fits. So every assignment that is allowed has the same chance. An excluded pair says who " +
    "does not give to whom; two people who must not draw each other are two pairs. Where hardly any assignment is " +
    "allowed, shuffling would take too long: then the allowed ones are counted, and one of them is chosen, again with " +
    "the same chance for each. Like every result it is public: anyone with the link sees who gives to whom. This rule has no tickets. A name that stands in the list twice is two entries.",
  params,
  defaults: { forbidden: [] },
  takesList: true,
  takesTickets: () => false,
  refuses: ({ forbidden }, { count }) =>
    sizeProblem(count) ??
    pairsProblem("forbidden", forbidden, count) ??
    conflictProblem(allowedPairs(count, forbidden)),
  choices({ forbidden }, { count }) {
    const allowed = allowedPairs(count, forbidden);
    return count * (count <= COUNTED ? Math.min(MOST_SHUFFLES, shufflesAtMost(allowed)) : shufflesAtMost(allowed));
  },
  describe({ forbidden }, { count }: Size) {
    const excluded =
      forbidden.length === 0 ? "" : `, and ${counted(forbidden.length, "pair is", "pairs are")} excluded`;
    const give = `${counted(count, "entry gives", "entries give")} to one another, nobody to themselves${excluded}`;
    return `${give}; every allowed assignment has the same chance.`;
  },
  run({ forbidden }, { count }, below) {
    const allowed = allowedPairs(count, forbidden);
    const ways = count <= COUNTED ? waysLeft(allowed) : null;
    const byCounting = ways !== null && factorial(count) > MOST_SHUFFLES * (ways[0] as number);
    const receivers = byCounting ? chosen(allowed, ways, below) : shuffledUntilAllowed(allowed, below);
    return { pairs: receivers.map((receiver, giver) => [giver, receiver]) };
  },
  examples: [
    {
      params: {
        forbidden: [
          [0, 1],
          [1, 0],
          [2, 4],
        ],
      },
      list: { count: 5, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: {
        pairs: [
          [0, 4],
          [1, 3],
          [2, 1],
          [3, 0],
          [4, 2],
        ],
      },
    },
    {
      params: {
        forbidden: [
          [0, 3],
          [0, 4],
          [0, 5],
          [0, 6],
          [1, 0],
          [1, 4],
          [1, 5],
          [1, 6],
          [2, 0],
          [2, 1],
          [2, 5],
          [2, 6],
          [3, 0],
          [3, 1],
          [3, 2],
          [3, 6],
          [4, 0],
          [4, 1],
          [4, 2],
          [4, 3],
          [5, 1],
          [5, 2],
          [5, 3],
          [5, 4],
          [6, 2],
          [6, 3],
          [6, 4],
          [6, 5],
        ],
      },
      list: { count: 7, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: {
        pairs: [
          [0, 1],
          [1, 2],
          [2, 3],
          [3, 4],
          [4, 5],
          [5, 6],
          [6, 0],
        ],
      },
    },
  ],
};

function sizeProblem(count: number): Problem | null {
  if (count === 1) return { at: "entries.count", expected: { code: "two_entries" }, found: typed(1) };
  if (count <= MOST) return null;
  return { at: "entries.count", expected: { code: "entries_at_most", most: MOST }, found: typed(count) };
}

function conflictProblem(allowed: Allowed): Problem | null {
  const conflict = conflictIn(allowed);
  if (!conflict) return null;
  const pairs = pairsIn(conflict);
  const all = pairs.slice(0, NAMED).map(([giver, receiver]) => `[${giver},${receiver}]`);
  const named = all.join(", ");
  const more = pairs.length - NAMED;
  return {
    at: "params.forbidden",
    expected: { code: "possible_pairs" },
    found: more > 0 ? { code: "pairs", named, more } : typed(named),
  };
}

function shuffledUntilAllowed(allowed: Allowed, below: Below): number[] {
  const may = allowed.map((receivers) => new Set(receivers));
  for (;;) {
    const list = shuffled(allowed.length, below);
    if (list.every((receiver, giver) => may[giver]?.has(receiver))) return list;
  }
}

function chosen(allowed: Allowed, ways: Float64Array, below: Below): number[] {
  let taken = 0;
  return allowed.map((receivers) => {
    let left = below(ways[taken] as number);
    // One exists, because all receivers' ways add up to the counted total.
    const receiver = receivers.find((one) => {
      const next = taken | (1 << one);
      if (next === taken) return false;
      left -= ways[next] as number;
      return left < 0;
    }) as number;
    taken |= 1 << receiver;
    return receiver;
  });
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}
