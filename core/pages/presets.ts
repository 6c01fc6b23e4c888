// Kinds of draws with their own page: the form, with a rule chosen and filled in.
import type { FormRule } from "./form.ts";

/** A page, /<slug>, and the values of its form, as in a link. */
export interface Preset {
  slug: string;
  rule: string;
  params: Record<string, string>;
}

export const PRESETS: readonly Preset[] = [
  { slug: "raffle", rule: "raffle/1", params: {} },
  { slug: "giveaway", rule: "winners/1", params: {} },
  { slug: "prize-draw", rule: "prizes/1", params: {} },
  { slug: "teams", rule: "groups/1", params: { groups: "2" } },
  { slug: "random-order", rule: "order/1", params: {} },
  { slug: "secret-santa", rule: "pairs/1", params: {} },
  { slug: "lottery-numbers", rule: "numbers/1", params: { from: "1", to: "49", count: "6" } },
  { slug: "dice", rule: "numbers/1", params: { from: "1", to: "6", count: "2", repeat: "on" } },
];

/** The presets whose rule exists. */
export function presetsFor(rules: FormRule[]): Preset[] {
  return PRESETS.filter(({ rule }) => rules.some(({ name }) => name === rule));
}
