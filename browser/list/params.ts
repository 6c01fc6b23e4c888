// Parameters of a rule as people type them.
import { atLastSeparator, linesOf, spaced, typedNumber } from "./paste.ts";

/** How a parameter is asked for. */
export interface ParamField {
  kind: "integer" | "yes-or-no" | "prizes";
  /** Whether the rule has a default for it. */
  optional: boolean;
}

/** What was typed for a parameter; undefined where it is left out. What is no number stays as it is, to be refused by name. */
export function typedParam({ kind, optional }: ParamField, typed: string): unknown {
  if (kind === "yes-or-no") return typed !== "";
  if (kind === "prizes") return linesOf(typed).map(typedPrize);
  return typed === "" && optional ? undefined : typedNumber(typed);
}

function typedPrize(line: string): { name: string; quantity: unknown } {
  const [name, quantity] = atLastSeparator(line);
  return { name: spaced(name), quantity: quantity === "" ? 1 : typedNumber(quantity) };
}
