// A text as rows of cells with the lines on which they begin. Cells are kept as they are, never written back as text.
import Papa from "papaparse";

export interface Row {
  /** The line of the text on which the row begins, from 1. */
  line: number;
  cells: string[];
}

export interface Table {
  /** Rows with something in them. */
  rows: Row[];
  /** The text between two cells; null for a list of lines. */
  separator: string | null;
  /** Lines on which nothing can be seen. */
  blank: number;
  /** The line of a quote that is never closed; its text is then read without regard to quotes. */
  unclosedQuote: number | null;
}

const SEPARATORS = ["\t", ";", ",", "|", "，", "；", "^", "~"];
const SAMPLE_LINES = 50;
const MOST_COLUMNS = 1_000;
/** What ends a line: Unicode, section 5.8. A vertical tab is what word processors write for a line break in a paragraph. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
/** A first line by which Excel tells its separator. */
const SEP_LINE = /^sep=(.)\s*$/i;

/** Reads a text; `separator` null reads every line as one cell, undefined looks for the separator. */
export function readTable(text: string, separator?: string | null): Table {
  const lines = text.replace(/^\ufeff/, "").split(LINE_END);
  const declared = SEP_LINE.exec(lines[0] ?? "")?.[1];
  const from = declared ? 1 : 0;
  const chosen = separator === undefined ? (declared ?? findSeparator(lines)) : separator;
  if (chosen === null) return linesTable(lines.slice(from), from);
  return cellsTable(lines.slice(from), from, chosen);
}

function linesTable(lines: string[], skipped: number): Table {
  const rows = lines.map((line, at) => ({ line: at + skipped + 1, cells: [line.trim()] }));
  const filled = rows.filter(({ cells }) => isFilled(cells));
  return { rows: filled, separator: null, blank: blankIn(lines, filled.length), unclosedQuote: null };
}

function cellsTable(lines: string[], skipped: number, separator: string): Table {
  const parsed = parse(lines.join("\n"), separator);
  const unclosed = parsed.errors.find(({ code }) => code === "MissingQuotes");
  const { data } = unclosed ? parse(lines.join("\n"), separator, { quoteChar: "\0" }) : parsed;
  let line = skipped + 1;
  const rows = data.map((cells) => {
    const row = { line, cells: cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim()) };
    line += 1 + breaksIn(cells);
    return row;
  });
  const filled = rows.filter(({ cells }) => isFilled(cells));
  const unclosedQuote = unclosed ? lineOf(lines, unclosed.index ?? 0) + skipped : null;
  return { rows: filled, separator, blank: Math.max(0, rows.length - filled.length - trailing(lines)), unclosedQuote };
}

function parse(
  text: string,
  delimiter: string,
  more: { quoteChar?: string; preview?: number } = {},
): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", ...more });
}

function isFilled(cells: string[]): boolean {
  return cells.some((cell) => /[^\p{White_Space}\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/u.test(cell));
}

// The end of the last line is not a blank line.
function trailing(lines: string[]): number {
  return lines.at(-1) === "" ? 1 : 0;
}

function blankIn(lines: string[], filled: number): number {
  return Math.max(0, lines.length - filled - trailing(lines));
}

function breaksIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + cell.split("\n").length - 1, 0);
}

function lineOf(lines: string[], index: number): number {
  let [at, end] = [0, 0];
  while (at < lines.length && end + (lines[at]?.length ?? 0) < index) end += (lines[at++]?.length ?? 0) + 1;
  return at + 1;
}

/** The separator that gives most lines the same number of cells, or null where the text is a list of lines. */
function findSeparator(lines: string[]): string | null {
  const sample = lines.slice(0, SAMPLE_LINES).join("\n");
  const tables = SEPARATORS.map((separator) => ({ separator, ...shapeOf(sample, separator) }));
  const [best] = tables.filter(isTable).sort((a, b) => b.agreement * b.columns - a.agreement * a.columns);
  if (best) return best.separator;
  // Quoted cells in one column: the separator inside the quotes is part of a name.
  return /^\s*"/m.test(sample) &&
    parse(sample, ",").errors.every(({ code }) => code !== "MissingQuotes" && code !== "InvalidQuotes")
    ? quotedColumn(sample)
    : null;
}

function quotedColumn(sample: string): string | null {
  const rows = parse(sample, ",").data.filter(isFilled);
  return rows.every((cells) => cells.length === 1) ? "," : null;
}

interface Shape {
  /** The usual number of cells in a row. */
  columns: number;
  /** The part of the rows that have it. */
  agreement: number;
  rows: string[][];
  quoted: boolean;
}

function shapeOf(sample: string, separator: string): Shape {
  const { data, errors } = parse(sample, separator);
  const rows = data.filter(isFilled);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const quoted = /(^|[^\p{L}\d])"[^"]*"/u.test(sample) && errors.every(({ code }) => code !== "InvalidQuotes");
  return { columns, agreement: rows.length === 0 ? 0 : times / rows.length, rows, quoted };
}

const LEAST_AGREEMENT = 0.75;

// Two cells with a comma are "Lovelace, Ada" or "Ada, 3": a list of lines, unless a tab, quotes or a heading tell otherwise.
function isTable({ separator, columns, agreement, rows, quoted }: Shape & { separator: string }): boolean {
  if (columns < 2 || agreement < LEAST_AGREEMENT) return false;
  if (separator === "\t" || columns > 2 || quoted) return rows.length > 1 || separator === "\t";
  return rows.length > 2 && hasHeading(rows);
}

/** Whether the first row differs in kind from every other row in some column. */
export function hasHeading(rows: string[][]): boolean {
  return headingColumn(rows) !== null;
}

function headingColumn(rows: string[][]): number | null {
  const [first = [], ...rest] = rows;
  const at = first.findIndex((cell, column) => {
    const kinds = new Set(rest.map((row) => kindOf(row[column] ?? "")).filter((kind) => kind !== "empty"));
    return kinds.size > 0 && kindOf(cell) === "text" && !kinds.has("text");
  });
  return at < 0 ? null : at;
}

export type CellKind = "empty" | "number" | "date" | "mail" | "address" | "text";

/** What a cell holds, roughly. */
export function kindOf(cell: string): CellKind {
  const text = cell.trim();
  if (text === "") return "empty";
  if (/^\S+@\S+\.\S+$/.test(text)) return "mail";
  if (/^https?:\/\//i.test(text)) return "address";
  if (/^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}([ T,].*)?$/.test(text) || /^\d{1,2}:\d\d(:\d\d)?( ?[ap]m)?$/i.test(text))
    return "date";
  if (/^[-+\u2212]?[#]?[\d\p{Nd}][\d\p{Nd}.,'\u2019\s\u00a0\u202f%]*$/u.test(text)) return "number";
  return "text";
}
