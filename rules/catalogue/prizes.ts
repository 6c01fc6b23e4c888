import { integer, listOf, type Of, object, text, yesOrNo } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { raffled, selected } from "./selection.ts";
import { counted, drawnFrom } from "./wording.ts";

const prize = object({ name: text(1, 200), quantity: integer(1) });
export const prizesMembers = { prizes: listOf(prize, 1), tickets: yesOrNo, alternates: integer(0) };
const params = object(prizesMembers);
export type PrizesParams = Of<typeof params>;

export const prizes: Rule<PrizesParams> = {
  name: "prizes/1",
  title: "Prizes",
  text:
    "One winner is drawn for each prize there is, one after the other. The prizes are given out in the order in " +
    "which they are listed: the first drawn get the first prize until there are no more of it, the next drawn the " +
    "second, and so on. Each time every entry left has the same chance; in a draw with tickets, every ticket left " +
    "has the same chance, and an entry leaves with all its tickets. None wins twice. Alternates are drawn after " +
    "the winners in the same way: they have not won, but are next in line when a winner drops out, the first " +
    "drawn first. Without tickets every entry counts once. A name that stands in the list twice is two entries.",
  params,
  defaults: { tickets: false, alternates: 0 },
  takesList: true,
  takesTickets: ({ tickets }) => tickets,
  refuses(params, { count }) {
    const winners = quantityOf(params);
    if (winners + params.alternates <= count) return null;
    return {
      at: winners > count ? "params.prizes" : "params.alternates",
      expected: { code: "prizes_at_most", most: count },
      found: { code: "winners", winners, alternates: params.alternates },
    };
  },
  describe(params, { count, tickets }) {
    const drawn = drawnFrom(count, quantityOf(params), params.alternates);
    const chance = params.tickets ? ` with ${counted(tickets, "ticket")}; every ticket` : "; every entry";
    const order = params.prizes.length > 1 ? ", and the prizes are given out in their order" : "";
    return `${drawn}${chance} has the same chance${order}.`;
  },
  run(params, list, below) {
    const steps = quantityOf(params) + params.alternates;
    const drawn = params.tickets ? raffled(list, steps, below) : selected(list.count, steps, below);
    return prizesAmong(drawn, params);
  },
  examples: [
    {
      params: {
        prizes: [
          { name: "Bicycle", quantity: 1 },
          { name: "Book", quantity: 2 },
        ],
        tickets: false,
        alternates: 1,
      },
      list: { count: 6, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: {
        prizes: [
          { name: "Bicycle", winners: [2] },
          { name: "Book", winners: [1, 0] },
        ],
        alternates: [3],
      },
    },
    {
      params: {
        prizes: [
          { name: "Bicycle", quantity: 1 },
          { name: "Book", quantity: 1 },
        ],
        tickets: true,
        alternates: 0,
      },
      list: { count: 4, tickets: [1, 5, 1, 3] },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: {
        prizes: [
          { name: "Bicycle", winners: [1] },
          { name: "Book", winners: [3] },
        ],
        alternates: [],
      },
    },
  ],
};

/** Those drawn get the prizes in their order; the others are alternates. */
export function prizesAmong(drawn: number[], { prizes }: PrizesParams): Record<string, unknown> {
  let at = 0;
  const given = prizes.map(({ name, quantity }) => {
    at += quantity;
    return { name, winners: drawn.slice(at - quantity, at) };
  });
  return { prizes: given, alternates: drawn.slice(at) };
}

export function quantityOf({ prizes }: PrizesParams): number {
  return prizes.reduce((sum, { quantity }) => sum + quantity, 0);
}
