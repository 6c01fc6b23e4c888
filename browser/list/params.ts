// Parameters of a rule as people type them.
import { linesOf, readTickets, splitTickets, withoutSeparators } from "@fairhat/lists";
import { isBlank } from "@fairhat/protocol";
import { pairsIn, writtenPairs } from "./pairs.ts";
import { panelsIn, writtenPanels } from "./panels.ts";

/** Kinds that name entries of the list. */
export const NAMES_ENTRIES: readonly string[] = ["pairs", "panels"];

/** How a parameter is asked for. */
export interface ParamField {
  kind: "integer" | "yes-or-no" | "prizes" | "pairs" | "panels";
  /** Whether the rule has a default for it. */
  optional: boolean;
}

/**
 * What was typed for a parameter; undefined where it is left out. What is no number stays as it is, to be refused by name. Pairs
 * and panels name entries of the list by their `labels`.
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

// "Dinner for two, Saturday" is one prize: what is no number is part of the name.
function typedPrize(line: string): { name: string; quantity: unknown } {
  const { label, typed } = splitTickets(line, TIMES_FIRST.test(line) ? "leading" : "separated");
  const quantity = typed === null ? null : readTickets(typed);
  return {
    name: label.replace(/\s*\t\s*/g, " "),
    quantity: quantity === null ? 1 : quantity.ok ? quantity.value : typed,
  };
}

/** A whole number as a number; everything else as it was typed, to be refused by name. */
function typedNumber(typed: string): unknown {
  return /^-?\d+$/.test(typed) && Number.isSafeInteger(Number(typed)) ? Number(typed) : typed;
}

/** What was typed for a parameter that names entries, by their numbers. A line that names none holds a name all the same: of it only that is said. */
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
