// Finds the separator of columns.
import Papa from "papaparse";
import { headingOf, isHeadingWord } from "./cells.ts";
import { isBlankRow } from "./rows.ts";

const SEPARATORS = ["\t", ";", ",", "|", "，", "；", "^", "~"];
const SAMPLE_LINES = 50;
const LEAST_AGREEMENT = 0.75;
/** A first line that declares the separator for Excel. */
const SEP_LINE = /^\ufeff?"?sep=(.)"?\s*$/i;

/** The separator that a first line declares, or null. */
export function declaredSeparator(line: string): string | null {
  return SEP_LINE.exec(line)?.[1] ?? null;
}

/** The separator that gives most lines the same number of cells, or null if each line is an entry. */
export function findSeparator(lines: string[]): string | null {
  const sample = lines.slice(0, SAMPLE_LINES).join("\n");
  const isWhole = lines.length <= SAMPLE_LINES;
  const tables = SEPARATORS.map((separator) => ({ separator, ...shapeOf(sample, separator, isWhole) }));
  const [best] = tables.filter(isTable).sort((a, b) => b.agreement * b.columns - a.agreement * a.columns);
  if (best) return best.separator;
  return isQuotedColumn(sample) ? "," : null;
}

// Quoted cells in one column: separators inside quotes are part of a name.
function isQuotedColumn(sample: string): boolean {
  if (!/^\s*"/m.test(sample)) return false;
  const { data, errors } = parse(sample, ",");
  const isBroken = errors.some(({ code }) => code === "MissingQuotes" || code === "InvalidQuotes");
  return !isBroken && filledRows(data).every((cells) => cells.length === 1);
}

interface Shape {
  /** The usual number of cells in a row. */
  columns: number;
  /** The share of rows that have it. */
  agreement: number;
  rows: string[][];
  quoted: boolean;
}

function shapeOf(sample: string, separator: string, isWhole: boolean): Shape {
  const { rows, errors } = sampleRows(sample, separator, isWhole);
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [columns = 1, times = 0] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
  const quoted = hasQuotedCell(sample, separator) && errors.every(({ code }) => code !== "InvalidQuotes");
  return { columns, agreement: rows.length === 0 ? 0 : times / rows.length, rows, quoted };
}

// An unclosed quote swallows the rest of the sample, so it is not a quote, unless it may close after the sample.
function sampleRows(sample: string, separator: string, isWhole: boolean) {
  const { data, errors } = parse(sample, separator);
  if (!errors.some(({ code }) => code === "MissingQuotes")) return { rows: filledRows(data), errors };
  if (!isWhole) return { rows: filledRows(data.slice(0, -1)), errors };
  return { rows: filledRows(parse(sample, separator, "\0").data), errors };
}

function hasQuotedCell(sample: string, separator: string): boolean {
  return sample.split("\n").some((line) => line.startsWith('"') || line.includes(`${separator}"`));
}

// "Lovelace, Ada" and "Ada, 3" are list lines, unless tabs, quotes or a heading make a table.
function isTable({ separator, columns, agreement, rows, quoted }: Shape & { separator: string }): boolean {
  if (columns < 2 || agreement < LEAST_AGREEMENT) return false;
  if (separator === "\t") return true;
  return rows.length > 1 && (quoted || hasNamedColumns(rows));
}

function hasNamedColumns(rows: string[][]): boolean {
  const heading = headingOf(rows.map((cells) => cells.map((cell) => cell.trim())));
  return heading !== null && (rows[heading] ?? []).some(isHeadingWord);
}

function parse(text: string, delimiter: string, quoteChar = '"'): Papa.ParseResult<string[]> {
  return Papa.parse<string[]>(text, { delimiter, newline: "\n", quoteChar });
}

function filledRows(rows: string[][]): string[][] {
  return rows.filter((cells) => !isBlankRow({ line: 0, cells }));
}
