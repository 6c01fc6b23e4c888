// Proposes a table's heading and its columns of names and tickets, for a person to confirm.
import {
  type CellKind,
  headingOf,
  isFirstNameHeading,
  isLastNameHeading,
  isNameHeading,
  isTicketsHeading,
  kindOf,
} from "./cells.ts";
import { looksLikeTickets } from "./tickets.ts";

export interface Columns {
  /** Index of the heading in the rows, or null. Rows above it are titles. */
  heading: number | null;
  /** The label's columns, joined by a space. */
  label: number[];
  tickets: number | null;
}

const LONG_TEXT = 40; // average characters, above which a column is prose

/** Proposes the columns of a table, by its first rows. */
export function proposeColumns(rows: string[][]): Columns {
  const heading = headingOf(rows);
  const body = rows.slice(heading === null ? 0 : heading + 1);
  const columns = profile(body, heading === null ? [] : (rows[heading] ?? []));
  if (heading === null) return { heading, ...unnamedColumns(columns) };
  const tickets = columns.find(({ name, counts }) => isTicketsHeading(name) && counts)?.at ?? null;
  const label = labelOf(columns.filter(({ at }) => at !== tickets));
  return { heading, label: withMail(label, columns, body), tickets };
}

interface Column {
  at: number;
  name: string;
  kind: CellKind;
  /** Whether its filled cells look like numbers of tickets. */
  counts: boolean;
  /** Different values per hundred. */
  distinct: number;
  /** Average characters per cell. */
  length: number;
}

// Without column names nothing is dropped: the last column may have tickets, all others make the label.
function unnamedColumns(columns: Column[]): Pick<Columns, "label" | "tickets"> {
  const last = columns.at(-1);
  const tickets = last && columns.length > 1 && last.counts ? last.at : null;
  return { label: columns.map(({ at }) => at).filter((at) => at !== tickets), tickets };
}

function profile(body: string[][], names: string[]): Column[] {
  const width = body.reduce((most, { length }) => Math.max(most, length), names.length);
  return Array.from({ length: width }, (_, at) => {
    const cells = body.map((row) => row[at] ?? "").filter((cell) => cell !== "");
    return {
      at,
      name: names[at] ?? "",
      kind: usualKind(cells),
      counts: cells.length > 0 && cells.every(looksLikeTickets),
      distinct: cells.length === 0 ? 0 : (100 * new Set(cells).size) / cells.length,
      length: cells.reduce((sum, { length }) => sum + length, 0) / Math.max(1, cells.length),
    };
  });
}

function usualKind(cells: string[]): CellKind {
  const counts = new Map<CellKind, number>();
  for (const cell of cells) counts.set(kindOf(cell), (counts.get(kindOf(cell)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "empty";
}

function labelOf(columns: Column[]): number[] {
  const first = columns.find(({ name }) => isFirstNameHeading(name));
  const last = columns.find(({ name, at }) => isLastNameHeading(name) && at !== first?.at);
  if (first && last) return [first.at, last.at];
  const [best] = [...columns].sort((a, b) => score(b) - score(a) || a.at - b.at);
  return [best?.at ?? 0];
}

function score({ name, kind, distinct, length }: Column): number {
  const kinds: Record<CellKind, number> = { text: 40, mail: 20, number: 5, date: 1, address: 1, empty: 0 };
  const sentences = length > LONG_TEXT ? 20 : 0;
  const type = /\btype\b|\bart\b|status|comment|remark/iu.test(name) ? 15 : 0;
  return kinds[kind] + (isNameHeading(name) && kind === "text" ? 40 : 0) + distinct / 10 - sentences - type;
}

// People of the same name are distinguished by their e-mail addresses.
function withMail(label: number[], columns: Column[], body: string[][]): number[] {
  const mail = columns.find(({ at, kind }) => kind === "mail" && !label.includes(at));
  if (!mail) return label;
  const mails = new Map<string, string>();
  const areTwo = body.some((row) => {
    const name = label.map((at) => row[at] ?? "").join(" ");
    const address = (row[mail.at] ?? "").toLowerCase();
    const known = mails.get(name);
    if (known === undefined) mails.set(name, address);
    return known !== undefined && known !== address;
  });
  return areTwo ? [...label, mail.at] : label;
}
