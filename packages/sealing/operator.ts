import { inEnglish, operator as operatorShape, reading } from "@fairhat/protocol";
import { type OperatorFault, operatorFault } from "@fairhat/protocol/operator-name";
import type { Settings } from "@fairhat/runtime";

const EXPECTED: Record<OperatorFault, string> = {
  invisible:
    "must have no characters that cannot be seen, and no spaces but single ones between words; type the name anew",
  confusable: "must be written in the letters of one script, none of which look like another's; type the name anew",
};

/** The setting OPERATOR: the claimed operator of this service, a name that cannot be mistaken for another. */
export function operatorSetting(settings: Settings): string {
  const name = settings.text("OPERATOR", "").normalize("NFC");
  const read = reading(operatorShape, name);
  const why = read.ok ? faultOf(name) : `must be ${inEnglish(read.problem).expected}`;
  if (why) settings.refuse("OPERATOR", why);
  return name;
}

function faultOf(name: string): string | null {
  const plain = name.normalize("NFKC");
  const fault = operatorFault(name);
  if (fault) return EXPECTED[fault];
  return name === plain ? null : `must have ordinary letters (Unicode's NFKC); write ${JSON.stringify(plain)}`;
}
