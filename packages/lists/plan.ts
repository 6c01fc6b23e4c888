// What becomes of rows: which columns make entries. A plan is data that a person can change.
import { proposeColumns } from "./columns.ts";
import { type NumberingStyle, withoutNumbering } from "./numbering.ts";
import { cutLine } from "./oneline.ts";
import { type LineTickets, type Parts, splitTickets, withoutSeparators } from "./parts.ts";
import { fold, withoutInvisible } from "./people.ts";
import type { Row } from "./rows.ts";
import type { NumberStyle } from "./tickets.ts";

/** What becomes of entries that are equal. */
export type Repeats = "keep" | "drop" | "add_tickets";

export interface Plan {
  /** How lines are cut into cells; null reads each line as one cell. */
  separator: string | null;
  /** Index of the row that names the columns; it and all rows above take no part. */
  heading: number | null;
  /** Lines that take no part. */
  leftOut: number[];
  /** Rows that take no part by a cell: those that say this there, or with "" those that say anything; null for none. */
  filter: { column: number; says: string } | null;
  /** Columns that make the label, in this order. */
  label: number[];
  /** Column of the tickets, or null. */
  tickets: number | null;
  /** Where a list without columns has them. */
  lineTickets: LineTickets;
  numbers: NumberStyle;
  repeats: Repeats;
  /** Whether `repeats` is also about labels that are only spelled differently. */
  alike: boolean;
  /** Which numbering is taken off the beginning of lines. */
  stripNumbering: NumberingStyle | null;
  /** Whether characters that cannot be seen are taken out of labels. */
  stripInvisible: boolean;
  /** Whether separators at the ends of lines are taken off. */
  stripSeparators: boolean;
  /** Whether a list on one line is cut at its separators. */
  splitLine: boolean;
}

/** The plan that the first rows suggest; `takesTickets` says whether the rule counts tickets. */
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

/** Whether a row takes no part by what a cell of it says. */
export function isFiltered({ cells }: Row, { filter }: Plan): boolean {
  if (filter === null) return false;
  const cell = fold(cells[filter.column] ?? "");
  return filter.says === "" ? cell !== "" : cell === fold(filter.says);
}

/** The rows that a row stands for: several, where a line is cut. */
export function rowsOf(row: Row, { splitLine, lineTickets }: Plan): Row[] {
  if (!splitLine) return [row];
  const entries = cutLine(row.cells.join("\t"), lineTickets !== "none");
  return entries.map((entry) => ({ line: row.line, cells: [entry] }));
}

/** The label of a row and its tickets as they were typed. An empty cell in the column of tickets is none typed. */
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

/** The text with a space for each line break and tab. */
function onOneLine(text: string): string {
  if (!/[\n\t]/.test(text)) return text.trim();
  const parts = text.split(/[\n\t]/).map((part) => part.trim());
  return parts.filter((part) => part !== "").join(" ");
}
