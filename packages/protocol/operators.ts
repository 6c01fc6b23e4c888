// Compares operators' names, docs/protocol.md section 10.
import { isBlank } from "./blank.ts";
import { SIDES, type Side } from "./sides.ts";

const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const WHITE_SPACE = /\p{White_Space}+/gu;

/** An operator's name for comparison: without case, width and invisible characters. */
function foldOperator(name: string): string {
  // Lower, upper and lower case again gives Unicode's full case folding, with the dotless i as an i.
  const folded = name.normalize("NFKC").toLowerCase().toUpperCase().toLowerCase().normalize("NFKC");
  return folded.replace(INVISIBLE, "").replace(WHITE_SPACE, " ").trim();
}

/** Whether two names mean the same operator: "Acme" and "acme ". */
export function sameOperator(a: string, b: string): boolean {
  return foldOperator(a) === foldOperator(b);
}

/** How many parties held a secret, by the operators' own statements: one without two different names. */
export function partiesOf(seals: Record<Side, { operator: string }>): 1 | 2 {
  const [a, b] = [seals.a.operator, seals.b.operator];
  const named = SIDES.every((side) => !isBlank(seals[side].operator));
  return named && !sameOperator(a, b) ? 2 : 1;
}
