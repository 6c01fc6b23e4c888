import { inEnglish, type Problem } from "@fairhat/protocol";
import { type Answer, refusedAs } from "@fairhat/runtime";

/** Why an item was refused: literal reasons for programs, with their text. */
const REASONS = {
  malformed: "this is not what was asked for",
  unknown_rule: "there is no rule of this name",
  does_not_fit: "the parameters cannot work for this list",
  too_large: "the list is too large for this service",
  tickets_do_not_add_up: "the tickets are not those of the manifest",
  groups_do_not_fit: "the groups are not those of the list",
  opening_of_another_draw: "an opening belongs to another draw",
  opening_of_another_manifest: "an opening belongs to another manifest",
  same_service_twice: "both openings come from one service",
} as const;

export type Reason = keyof typeof REASONS;

export interface Fault {
  reason: Reason;
  problem: Problem;
}

export function refuse({ reason, problem }: Fault): Answer<never> {
  const { at, expected, found } = inEnglish(problem);
  return refusedAs(reason, `${REASONS[reason]}; ${at || "the item"}: expected ${expected}, found ${found}`, problem);
}
