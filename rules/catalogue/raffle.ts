import type { Rule } from "./rule.ts";
import { raffled } from "./selection.ts";
import { type WinnersParams, winners, winnersAmong } from "./winners.ts";
import { counted, drawnFrom } from "./wording.ts";

export const raffle: Rule<WinnersParams> = {
  name: "raffle/1",
  title: "Raffle with tickets",
  text:
    "Every entry has one ticket or more. For each winner one ticket is drawn from all that are left, and every " +
    "ticket has the same chance: who has twice as many is twice as likely to be drawn next. The entry of that " +
    "ticket wins and leaves with all its tickets, so none wins twice. Alternates are drawn after the winners in " +
    "the same way: they have not won, but are next in line when a winner drops out, the first drawn first. A name " +
    "that stands in the list twice is two entries.",
  params: winners.params,
  defaults: winners.defaults,
  takesList: true,
  takesTickets: () => true,
  refuses: winners.refuses,
  describe: ({ winners, alternates }, { count, tickets }) =>
    `${drawnFrom(count, winners, alternates)} with ${counted(tickets, "ticket")}; every ticket has the same chance.`,
  run({ winners, alternates }, list, below) {
    return winnersAmong(raffled(list, winners + alternates, below), winners);
  },
  examples: [
    {
      params: { winners: 1, alternates: 1 },
      list: { count: 4, tickets: [1, 5, 1, 3] },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: { winners: [2], alternates: [0] },
    },
    {
      params: { winners: 2, alternates: 1 },
      list: { count: 3, tickets: [3, 2, 1] },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: { winners: [1, 0], alternates: [2] },
    },
  ],
};
