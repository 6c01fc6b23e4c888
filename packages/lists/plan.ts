// How rows become entries. A plan is data that a person can change.
import { proposeColumns } from "./columns.ts";
import { type NumberingStyle, withoutNumbering } from "./numbering.ts";
import { cutLine } from "./oneline.ts";
import { type LineTickets, type Parts, splitTickets, withoutSeparators } from "./parts.ts";
import { fold, withoutInvisible } from "./people.ts";
import type { Row } from "./rows.ts";
import type { NumberStyle } from "./tickets.ts";

/** How to handle equal entries. */
export type Repeats = "keep" | "drop" | "add_tickets";

export interface Plan {
  /** How lines are split into cells; null reads each line as one cell. */
  separator: string | null;
  /** Index of the row with column names; it and all rows above are skipped. */
  heading: number | null;
  /** Skipped lines. */
  leftOut: number[];
  /** Skips rows by a cell: those with this text, or with "" those with any; null for no filter. */
  filter: { column: number; says: string } | null;
  /** The label's columns, in order. */
  label: number[];
  /** Column of the tickets, or null. */
  tickets: number | null;
  /** Where lines without columns have tickets. */
  lineTickets: LineTickets;
  numbers: NumberStyle;
  repeats: Repeats;
  /** Whether `repeats` also applies to labels that are only spelled differently. */
  alike: boolean;
  /** Which numbering is taken off the beginning of lines. */
  stripNumbering: NumberingStyle | null;
  /** Whether to remove invisible characters from labels. */
  stripInvisible: boolean;
  /** Whether to remove trailing separators. */
  stripSeparators: boolean;
  /** Whether to split a list on one line at its separators. */
  splitLine: boolean;
}

/** The plan that the first rows suggest; `takesTickets`: whether the rule counts tickets. */
export function proposePlan(rows: string[][], separator: string | null, takesTickets: boolean): Plan {
  const columns = separator === null ? { heading: null, label: [0], tickets: null } : proposeColumns(rows);
  return {
    separator,
    heading: columns.heading,
    leftOut: [],
    filter: null,
    label: columns.label,
    tickets: takesTickets ? columns.tickets : null,
    lineTickets: takesTickets && separator === null ? "separated" : "none",
    numbers: "ask",
    repeats: "keep",
    alike: false,
    stripNumbering: null,
    stripInvisible: false,
    stripSeparators: false,
    splitLine: false,
  };
}

/** Whether the filter skips a row. */
export function isFiltered({ cells }: Row, { filter }: Plan): boolean {
  if (filter === null) return false;
  const cell = fold(cells[filter.column] ?? "");
  return filter.says === "" ? cell !== "" : cell === fold(filter.says);
}

/** The rows made from one row: several if its line is split. */
export function rowsOf(row: Row, { splitLine, lineTickets }: Plan): Row[] {
  if (!splitLine) return [row];
  const entries = cutLine(row.cells.join("\t"), lineTickets !== "none");
  return entries.map((entry) => ({ line: row.line, cells: [entry] }));
}

/** A row's label, and its tickets as typed. An empty ticket cell means none. */
export function partsOf({ cells }: Row, plan: Plan): Parts {
  if (plan.separator !== null && !plan.splitLine) {
    const label = plan.label.map((column) => cells[column] ?? "").filter((cell) => cell !== "");
    const typed = plan.tickets === null ? null : (cells[plan.tickets] ?? "");
    return { label: clean(unnumbered(label.join(" "), plan), plan), typed: typed === "" ? null : typed };
  }
  const [line = ""] = cells;
  const bare = plan.stripSeparators ? withoutSeparators(line) : line;
  const { label, typed } = splitTickets(unnumbered(bare, plan), plan.lineTickets);
  return { label: clean(label, plan), typed };
}

function unnumbered(text: string, { stripNumbering }: Plan): string {
  return stripNumbering === null ? text : withoutNumbering(text, stripNumbering);
}

function clean(label: string, { stripInvisible }: Plan): string {
  return onOneLine((stripInvisible ? withoutInvisible(label) : label).normalize("NFC"));
}

/** The text with spaces for line breaks and tabs. */
function onOneLine(text: string): string {
  if (!/[\n\t]/.test(text)) return text.trim();
  const parts = text.split(/[\n\t]/).map((part) => part.trim());
  return parts.filter((part) => part !== "").join(" ");
}
