import { anyInteger, integer, type Of, object, type Problem, typed, yesOrNo } from "@fairhat/protocol";
import type { Rule } from "./rule.ts";
import { selected } from "./selection.ts";

const params = object({ from: anyInteger, to: anyInteger, count: integer(1, 10_000), repeat: yesOrNo });
export type NumbersParams = Of<typeof params>;

export const numbers: Rule<NumbersParams> = {
  name: "numbers/1",
  title: "Numbers",
  text:
    "Whole numbers are drawn from a range, both ends included, one after the other, and shown in the order drawn. " +
    "Without repeats, a number that was drawn is out, and each time every number left has the same chance. With " +
    "repeats, every number of the range has the same chance each time, and one may come again. This rule needs no " +
    "list and has no tickets.",
  params,
  defaults: { repeat: false },
  takesList: false,
  takesTickets: () => false,
  refuses: (params) => rangeProblem(params) ?? countProblem(params),
  describe({ from, to, count, repeat }) {
    const range = `from ${from} to ${to}`;
    if (count === 1) return `1 number ${range} is drawn; every number has the same chance.`;
    if (!repeat) return `${count} different numbers ${range} are drawn; every number has the same chance.`;
    return `${count} numbers ${range} are drawn; each time every number has the same chance, and one may come again.`;
  },
  run({ from, to, count, repeat }, _, below) {
    const width = to - from + 1;
    const drawn = repeat ? Array.from({ length: count }, () => below(width)) : selected(width, count, below);
    return { numbers: drawn.map((offset) => from + offset) };
  },
  examples: [
    {
      params: { from: 1, to: 49, count: 6, repeat: false },
      list: { count: 0, tickets: null },
      seed: "0000000000000000000000000000000000000000000000000000000000000000",
      result: { numbers: [18, 29, 4, 40, 38, 17] },
    },
    {
      params: { from: 1, to: 6, count: 3, repeat: true },
      list: { count: 0, tickets: null },
      seed: "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
      result: { numbers: [5, 3, 3] },
    },
  ],
};

function rangeProblem({ from, to }: NumbersParams): Problem | null {
  if (to < from) return { at: "params.to", expected: { code: "from_range_on", min: from }, found: typed(to) };
  // Below the limit the difference is exact; above it, rounding never comes back down.
  if (to - from < Number.MAX_SAFE_INTEGER) return null;
  return { at: "params.to", expected: { code: "numbers_in_range" }, found: { code: "range", from, to } };
}

function countProblem({ from, to, count, repeat }: NumbersParams): Problem | null {
  const width = to - from + 1;
  if (repeat || count <= width) return null;
  return { at: "params.count", expected: { code: "as_many_as_range", most: width }, found: typed(count) };
}
