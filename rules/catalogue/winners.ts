import { integer, type Of, object } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { selected } from "./selection.ts";
import { drawnFrom } from "./wording.ts";

export const winnersMembers = { winners: integer(1), alternates: integer(0) };
const params = object(winnersMembers);
export type WinnersParams = Of<typeof params>;

export const winners: Rule<WinnersParams> = {
  name: "winners/1",
  title: "Winners",
  text:
    "Winners are drawn one after the other. Each time every entry left has the same chance, and an entry that was " +
    "drawn is out, so none wins twice. With 3 winners among 300 entries, each entry wins with a chance of 3 in " +
    "300. Alternates are drawn after the winners in the same way: they have not won, but are next in line when a " +
    "winner drops out, the first drawn first. Every entry counts once: this rule has no tickets. A name that " +
    "stands in the list twice is two entries.",
  params,
  defaults: { alternates: 0 },
  takesList: true,
  takesTickets: () => false,
  refuses({ winners, alternates }, { count }) {
    if (winners + alternates <= count) return null;
    return {
      at: winners > count ? "params.winners" : "params.alternates",
      expected: { code: "winners_at_most", most: count },
      found: { code: "winners", winners, alternates },
    };
  },
  describe: ({ winners, alternates }, { count }) =>
    `${drawnFrom(count, winners, alternates)}; every entry has the same chance.`,
  run({ winners, alternates }, { count }, below) {
    return winnersAmong(selected(count, winners + alternates, below), winners);
  },
  examples: [
    {
      params: { winners: 2, alternates: 1 },
      list: { count: 6, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: { winners: [2, 1], alternates: [0] },
    },
    {
      params: { winners: 1, alternates: 0 },
      list: { count: 10, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: { winners: [2], alternates: [] },
    },
  ],
};

/** The first of those drawn win; the others are alternates. */
export function winnersAmong(drawn: number[], winners: number): Record<string, unknown> {
  return { winners: drawn.slice(0, winners), alternates: drawn.slice(winners) };
}
