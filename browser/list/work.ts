// What is done with a list beside the page, so that nobody waits while typing: a million lines take seconds.
import { decoded } from "./decode.ts";
import { type Fix, fixed } from "./fixes.ts";
import { type Look, lookAt } from "./look.ts";
import { type Choice, likelyChoice, listFrom, type Row, readTable, separatorOf } from "./table.ts";

export type Order =
  | { kind: "look"; text: string; takesTickets: boolean }
  | { kind: "fix"; text: string; takesTickets: boolean; fix: Fix }
  /** `columns` for a file that may have them: in any other a comma is part of a name. */
  | { kind: "file"; bytes: Uint8Array; columns: boolean }
  /** Makes a list of the file that was read last. */
  | { kind: "choose"; choice: Choice };

/** The first rows of a file with columns, and what is probably meant by them. */
export interface Table {
  rows: number;
  columns: number;
  first: Row[];
  choice: Choice;
}

export type FileAnswer =
  | { kind: "text"; text: string; old: boolean }
  | { kind: "table"; table: Table; old: boolean }
  | { kind: "refused"; why: "spreadsheet" | "unreadable" };

export interface Answers {
  look: Look;
  fix: string;
  file: FileAnswer;
  choose: string;
}

const ROWS_SHOWN = 4;

/** Works on orders, one after the other. It keeps the rows of the last file. */
export function listWork(): (order: Order) => Answers[Order["kind"]] {
  let rows: Row[] = [];
  return (order) => {
    if (order.kind === "look") return lookAt(order.text, order.takesTickets);
    if (order.kind === "fix") return fixed(order.text, order.fix, order.takesTickets);
    if (order.kind === "choose") return listFrom(rows, order.choice);
    const file = readFile(order.bytes, order.columns);
    rows = file.rows;
    return file.answer;
  };
}

function readFile(bytes: Uint8Array, columns: boolean): { answer: FileAnswer; rows: Row[] } {
  const read = decoded(bytes);
  if (!read.ok) return { answer: { kind: "refused", why: read.why }, rows: [] };
  const { text, old } = read;
  const separator = columns ? separatorOf(text) : null;
  if (separator === null) return { answer: { kind: "text", text, old }, rows: [] };
  const rows = readTable(text, separator);
  return { answer: { kind: "table", table: tableOf(rows), old }, rows };
}

function tableOf(rows: Row[]): Table {
  const columns = Math.max(...rows.slice(0, 1_000).map(({ length }) => length));
  return { rows: rows.length, columns, first: rows.slice(0, ROWS_SHOWN), choice: likelyChoice(rows) };
}
