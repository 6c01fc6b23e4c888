import { type Of, object } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { shuffled } from "./selection.ts";
import { counted } from "./wording.ts";

const params = object({});
export type OrderParams = Of<typeof params>;

export const order: Rule<OrderParams> = {
  name: "order/1",
  title: "Random order",
  text:
    "The whole list is put into a random order. One of all entries gets the first place, one of those left the " +
    "second, and so on; each time every entry left has the same chance. So every entry has the same chance of " +
    "every place. Every entry counts once: this rule has no tickets. A name that stands in the list twice is two " +
    "entries.",
  params,
  defaults: {},
  takesList: true,
  takesTickets: () => false,
  refuses: () => null,
  describe: (_, { count }) =>
    `${counted(count, "entry is", "entries are")} put into a random order; every entry has the same chance of every place.`,
  run: (_, { count }, below) => ({ order: shuffled(count, below) }),
  examples: [
    {
      params: {},
      list: { count: 5, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: { order: [1, 4, 3, 2, 0] },
    },
    {
      params: {},
      list: { count: 3, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: { order: [1, 0, 2] },
    },
  ],
};
