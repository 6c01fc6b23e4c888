// A file with columns: CSV as RFC 4180 has it, with whatever separator it uses, and lists made of its columns.
import { isHeader } from "./oddities.ts";

const SEPARATORS = ["\t", ";", ","];
const LINES_LOOKED_AT = 20;

export type Row = string[];

/** Which columns make the list, counted from 0. */
export interface Choice {
  label: number;
  tickets: number | null;
  header: boolean;
}

/** The separator that gives the same number of columns in most lines; null for a file without columns. */
export function separatorOf(text: string): string | null {
  const beginning = text.slice(0, 100_000);
  const scores = SEPARATORS.map((separator) => [separator, agreement(beginning, separator)] as const);
  const [best, score] = scores.reduce((most, one) => (one[1] > most[1] ? one : most));
  return score > 0 ? best : null;
}

// Lines that have as many columns as the first, where that has several.
function agreement(text: string, separator: string): number {
  const rows = readTable(text, separator).slice(0, LINES_LOOKED_AT);
  const columns = rows[0]?.length ?? 0;
  return columns > 1 ? rows.filter(({ length }) => length === columns).length : 0;
}

/** All rows that have something in them; cells without white space around them. */
export function readTable(text: string, separator: string): Row[] {
  const rows: Row[] = [];
  let row: Row = [];
  for (let at = 0; at < text.length; ) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    row.push(cell.replace(/\s+/g, " ").trim());
    at = end + 1;
    if (text[end] === separator) {
      if (at === text.length) row.push("");
      continue;
    }
    if (text[end] === "\r" && text[at] === "\n") at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows.filter((cells) => cells.some((cell) => cell !== ""));
}

interface Cell {
  cell: string;
  /** Where the separator or line end after it stands. */
  end: number;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { cell: text.slice(from, end), end };
}

// What follows the closing quote belongs to the cell, as spreadsheets read it.
function quotedCell(text: string, from: number, separator: string): Cell {
  let close = text.indexOf('"', from + 1);
  while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close < 0) return { cell: text.slice(from + 1).replaceAll('""', '"'), end: text.length };
  const rest = plainCell(text, close + 1, separator);
  return { cell: text.slice(from + 1, close).replaceAll('""', '"') + rest.cell, end: rest.end };
}

/** What is probably meant: the first column that is no number, and one called tickets. */
export function likelyChoice(rows: Row[]): Choice {
  const [first = [], second = first] = rows;
  const label = second.findIndex((cell) => cell !== "" && !/^[\d\s.,+-]+$/.test(cell));
  const tickets = first.findIndex((cell) => /^(tickets?|weight|lose?)$/i.test(cell));
  const header = rows.length > 1 && first.filter((cell) => cell !== "").some(isHeader);
  return { label: Math.max(label, 0), tickets: tickets < 0 ? null : tickets, header };
}

/** The list of a table's columns, as text for the form. */
export function listFrom(rows: Row[], { label, tickets, header }: Choice): string {
  const lines = rows
    .slice(header ? 1 : 0)
    .map((row) => lineOf(row[label] ?? "", tickets === null ? "" : (row[tickets] ?? "")));
  return lines.filter((line) => line !== "").join("\n");
}

function lineOf(label: string, tickets: string): string {
  return label === "" || tickets === "" ? label : `${label}, ${tickets}`;
}
