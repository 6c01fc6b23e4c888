import { integer, nullable, type Of, object, typed } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { shuffled } from "./selection.ts";
import { counted } from "./wording.ts";

const params = object({ groups: nullable(integer(1)), size: nullable(integer(1)) });
export type GroupsParams = Of<typeof params>;

export const groups: Rule<GroupsParams> = {
  name: "groups/1",
  title: "Groups",
  text:
    "The list is put into a random order in which every entry has the same chance of every place. Then it is " +
    "dealt like cards: one to the first group, one to the second, and so on, round and round. So two groups " +
    "differ by one entry at most, and every entry has the same chance as any other of coming into a given group. " +
    "You choose how many groups there are, or how large they may be; then there are as few as that allows. Every " +
    "entry counts once: this rule has no tickets. A name that stands in the list twice is two entries.",
  params,
  defaults: { groups: null, size: null },
  takesList: true,
  takesTickets: () => false,
  refuses({ groups, size }, { count }) {
    if ((groups === null) === (size === null)) {
      const found = { code: groups === null ? "none_of_them" : "both" } as const;
      return { at: "params.groups", expected: { code: "groups_or_size" }, found };
    }
    if (Number(groups ?? size) <= count) return null;
    const at = size === null ? "params.groups" : "params.size";
    return { at, expected: { code: "as_many_as_entries", most: count }, found: typed(Number(groups ?? size)) };
  },
  describe(params, { count }) {
    const number = numberOf(params, count);
    const small = Math.floor(count / number);
    const sizes = count % number === 0 ? small : `${small} or ${small + 1}`;
    const put = `${counted(count, "entry is", "entries are")} put into ${counted(number, "group")} of ${sizes}`;
    return `${put}; every entry has the same chance of every place.`;
  },
  run(params, { count }, below) {
    const dealt: number[][] = Array.from({ length: numberOf(params, count) }, () => []);
    shuffled(count, below).forEach((position, j) => {
      dealt[j % dealt.length]?.push(position);
    });
    return { groups: dealt };
  },
  examples: [
    {
      params: { groups: 2, size: null },
      list: { count: 5, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: {
        groups: [
          [1, 3, 0],
          [4, 2],
        ],
      },
    },
    {
      params: { groups: null, size: 3 },
      list: { count: 7, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: {
        groups: [
          [6, 5, 1],
          [3, 0],
          [4, 2],
        ],
      },
    },
  ],
};

function numberOf({ groups, size }: GroupsParams, count: number): number {
  return groups ?? Math.ceil(count / Number(size));
}
