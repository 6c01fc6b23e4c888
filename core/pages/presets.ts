// Kinds of draws with a page of their own: the one form, with a rule chosen and filled.
import type { FormRule } from "./form.ts";

/** A page, /<slug>, and what its form is filled with, as a link would. */
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

/** Those whose rule is there. */
export function presetsFor(rules: FormRule[]): Preset[] {
  return PRESETS.filter(({ rule }) => rules.some(({ name }) => name === rule));
}
