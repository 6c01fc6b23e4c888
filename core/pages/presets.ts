// Kinds of draws with a page of their own: the one form, with a rule chosen and filled.
import type { Preset } from "../views/views.ts";
import type { FormRule } from "./form.ts";

/** What each page's form is filled with, as a link would. */
export const PRESETS: Record<string, { rule: string } & Record<string, string>> = {
  raffle: { rule: "raffle/1" },
  giveaway: { rule: "winners/1" },
  "prize-draw": { rule: "prizes/1" },
  teams: { rule: "groups/1", groups: "2" },
  "random-order": { rule: "order/1" },
  "secret-santa": { rule: "pairs/1" },
  "lottery-numbers": { rule: "numbers/1", from: "1", to: "49", count: "6" },
  dice: { rule: "numbers/1", from: "1", to: "6", count: "2", repeat: "on" },
};

/** Pages that lead to a form of a rule that is there. */
export function presetsFor(rules: FormRule[]): Preset[] {
  const there = Object.entries(PRESETS).filter(([, { rule }]) => rules.some(({ name }) => name === rule));
  return there.map(([slug, { rule }]) => ({ slug, rule }));
}
