import { type Of, object, typed, yesOrNo } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { shuffled } from "./selection.ts";
import { counted } from "./wording.ts";

const params = object({ twice: yesOrNo });
export type RoundRobinParams = Of<typeof params>;

type Match = (number | null)[];

const MOST = 22; // entries

export const roundrobin: Rule<RoundRobinParams> = {
  name: "roundrobin/1",
  title: "Round robin schedule",
  text:
    "Everybody meets everybody else, in rounds in which each plays once. The list is put into a random order in which " +
    "every entry has the same chance of every place. Then the order is seated around a table, the first one stays, " +
    "and the others move on by one seat from round to round; those who sit opposite meet. Where the number of entries " +
    "is odd, one of them has a break in each round. On request everybody meets twice, the second time with sides " +
    "swapped. This rule has no tickets. A name that stands in the list twice is two entries.",
  params,
  defaults: { twice: false },
  takesList: true,
  takesTickets: () => false,
  refuses(_, { count }) {
    if (count < 2) return { at: "entries.count", expected: { code: "two_entries" }, found: typed(count) };
    if (count <= MOST) return null;
    return { at: "entries.count", expected: { code: "entries_at_most", most: MOST }, found: typed(count) };
  },
  describe({ twice }, { count }) {
    const rounds = (count + (count % 2) - 1) * (twice ? 2 : 1);
    const meet = `${counted(count, "entry meets", "entries meet")} each other ${twice ? "twice" : "once"}`;
    return `${meet} in ${counted(rounds, "round")}; every entry has the same chance of every place in the schedule.`;
  },
  run({ twice }, { count }, below) {
    const seats = [...shuffled(count, below), ...(count % 2 === 0 ? [] : [null])];
    const first = Array.from({ length: seats.length - 1 }, (_, round) => matchesOf(seats, round));
    const second = twice ? first.map((matches) => matches.map(([one, other]) => sided(other, one))) : [];
    return { rounds: [...first, ...second] };
  },
  examples: [
    {
      params: { twice: false },
      list: { count: 5, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: {
        rounds: [
          [
            [1, null],
            [4, 0],
            [3, 2],
          ],
          [
            [4, 1],
            [3, null],
            [2, 0],
          ],
          [
            [1, 3],
            [2, 4],
            [0, null],
          ],
          [
            [2, 1],
            [0, 3],
            [4, null],
          ],
          [
            [1, 0],
            [2, null],
            [4, 3],
          ],
        ],
      },
    },
    {
      params: { twice: true },
      list: { count: 4, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: {
        rounds: [
          [
            [0, 1],
            [3, 2],
          ],
          [
            [3, 0],
            [2, 1],
          ],
          [
            [0, 2],
            [1, 3],
          ],
          [
            [1, 0],
            [2, 3],
          ],
          [
            [0, 3],
            [1, 2],
          ],
          [
            [2, 0],
            [3, 1],
          ],
        ],
      },
    },
  ],
};

function matchesOf([stays = null, ...ring]: Match, round: number): Match[] {
  const seated = [stays, ...ring.slice(round), ...ring.slice(0, round)];
  return Array.from({ length: seated.length / 2 }, (_, at) => {
    const [one = null, other = null] = [seated[at], seated[seated.length - 1 - at]];
    return at === 0 && round % 2 === 1 ? sided(other, one) : sided(one, other);
  });
}

/** If one of them has a bye, the other is named first. */
function sided(one: number | null = null, other: number | null = null): Match {
  return one === null ? [other, one] : [one, other];
}
