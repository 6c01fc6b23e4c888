// Parses typed parameters of a rule.
import { linesOf, readTickets, splitTickets, withoutSeparators } from "@fairhat/lists";
import { isBlank } from "@fairhat/protocol";
import { pairsIn, writtenPairs } from "./pairs.ts";
import { panelsIn, writtenPanels } from "./panels.ts";

/** Kinds of parameters that name entries. */
export const NAMES_ENTRIES: readonly string[] = ["pairs", "panels"];

/** How the form asks for a parameter. */
export interface ParamField {
  kind: "integer" | "yes-or-no" | "prizes" | "pairs" | "panels";
  /** Whether the rule has a default for it. */
  optional: boolean;
}

/**
 * The typed value of a parameter; undefined if empty. Text that is not a number is kept, to be refused by name. Pairs
 * and panels name entries by their `labels`.
 */
export function typedParam({ kind, optional }: ParamField, typed: string, labels: readonly string[]): unknown {
  if (kind === "yes-or-no") return typed !== "";
  if (kind === "pairs") return pairsIn(typed, labels);
  if (kind === "panels") return panelsIn(typed, labels);
  if (kind === "prizes") return prizesIn(typed).map(typedPrize);
  return typed === "" && optional ? undefined : typedNumber(typed);
}

function prizesIn(typed: string): string[] {
  const lines = linesOf(typed.normalize("NFC")).map((line) => withoutSeparators(line.trim()));
  return lines.filter((line) => !isBlank(line));
}

const TIMES_FIRST = /^\p{Nd}{1,15}\s*[x×✕*]\s/iu; // 3x Book

// "Dinner for two, Saturday" is one prize: what is not a number belongs to the name.
function typedPrize(line: string): { name: string; quantity: unknown } {
  const { label, typed } = splitTickets(line, TIMES_FIRST.test(line) ? "leading" : "separated");
  const quantity = typed === null ? null : readTickets(typed);
  return {
    name: label.replace(/\s*\t\s*/g, " "),
    quantity: quantity === null ? 1 : quantity.ok ? quantity.value : typed,
  };
}

/** A whole number as a number; anything else as typed, to be refused by name. */
function typedNumber(typed: string): unknown {
  return /^-?\d+$/.test(typed) && Number.isSafeInteger(Number(typed)) ? Number(typed) : typed;
}

/**
 * The typed value with entries replaced by their numbers. A line without a match may still contain a name, so it is
 * replaced by a marker.
 */
export function numberedParam(kind: ParamField["kind"], typed: string, labels: readonly string[]): string {
  const lines = kind === "panels" ? numberedPanels(typed, labels) : numberedPairs(typed, labels);
  return lines.join("\n");
}

const UNREAD = "?";
const NO_LABELS = new Map<number, string>();

function numberedPairs(typed: string, labels: readonly string[]): string[] {
  const read = pairsIn(typed, labels);
  const pairs = read.filter((one) => typeof one !== "string");
  return [...read.filter((one) => typeof one === "string").map(() => UNREAD), ...writtenPairs(pairs, NO_LABELS)];
}

function numberedPanels(typed: string, labels: readonly string[]): string[] {
  return panelsIn(typed, labels).flatMap((one) =>
    typeof one === "string" ? [UNREAD] : writtenPanels([one], NO_LABELS),
  );
}
