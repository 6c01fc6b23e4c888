// Whose word is whose: names of operators compared, docs/protocol.md section 10.
import { isBlank } from "./blank.ts";
import { SIDES, type Side } from "./sides.ts";

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const WHITE_SPACE = /\p{White_Space}+/gu;

/** The form of an operator's name in which two names are compared: without case, width and what cannot be seen. */
function foldOperator(name: string): string {
  // Lower, upper and lower case again: the full case folding of Unicode, with the dotless i as an i.
  const folded = name.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replace(INVISIBLE, "").replace(WHITE_SPACE, " ").trim();
}

/** Whether two names are of one operator: "Acme" and "acme ". */
export function sameOperator(a: string, b: string): boolean {
  return foldOperator(a) === foldOperator(b);
}

/** How many parties held a secret, by what the operators state of themselves: without two different names, one. */
export function partiesOf(seals: Record<Side, { operator: string }>): 1 | 2 {
  const [a, b] = [seals.a.operator, seals.b.operator];
  const named = SIDES.every((side) => !isBlank(seals[side].operator));
  return named && !sameOperator(a, b) ? 2 : 1;
}
