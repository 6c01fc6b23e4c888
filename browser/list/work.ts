// Processes lists in a worker, because a million lines take seconds and would block typing.
import {
  decode,
  type Encoding,
  type Finding,
  formatOf,
  type ListReport,
  type ListSource,
  type ListWithout,
  listWithout,
  type Mask,
  type Plan,
  type Refused,
  type Row,
  readList,
  refusedText,
  rewrittenList,
  tidyList,
  type WorkbookRefusal,
} from "@fairhat/lists";
import type { readWorkbook, SheetName } from "@fairhat/lists/workbook";
import { type Handing, handingOut } from "./handing.ts";
import { type Hidden, hiddenList, type Sample, samplesOf } from "./hiding.ts";

/** The columns that make the list, counted from 0. */
export interface Choice {
  label: number[];
  tickets: number | null;
  header: boolean;
  /** Whether to omit a spreadsheet's hidden rows. */
  withoutHidden?: boolean;
  /** Filters rows by a cell. */
  filter?: Plan["filter"];
}

export type Order =
  | { kind: "look"; text: string; takesTickets: boolean }
  /** The labels of the list for rules without tickets. */
  | { kind: "labels"; text: string }
  /** Rewrites the list by another plan; without a change, only removes blank lines and surrounding white space. */
  | { kind: "fix"; text: string; takesTickets: boolean; change: Partial<Plan> | null }
  /** Removes entries that are on another list. */
  | { kind: "without"; text: string; others: string; takesTickets: boolean }
  /** The default encoding is inferred; the default sheet is the first non-empty one. */
  | { kind: "file"; bytes: Uint8Array; encoding?: Encoding; sheet?: number }
  /** The columns of the list's text. */
  | { kind: "columns"; text: string }
  /** Makes a list from the last table. */
  | { kind: "choose"; choice: Choice; takesTickets: boolean }
  /** The first names and their masks. */
  | { kind: "samples"; text: string; takesTickets: boolean; mask: Mask }
  /** Makes the receipts of a locked private list. */
  | { kind: "handouts"; locked: string; file: string; site: string }
  /** Makes the list private. */
  | { kind: "hide"; text: string; takesTickets: boolean; mask: Mask; title: string; answers: readonly string[] };

/** The first rows of a table, and their likely meaning. */
export interface Table {
  rows: number;
  columns: number;
  first: string[][];
  /** Names of the columns; without a heading, their first cells. */
  names: string[];
  choice: Choice;
  /** Rows that are hidden in a spreadsheet. */
  hidden: number;
}

/** How a file was decoded; `certain` if nobody needs to confirm it. */
interface ReadAs {
  encoding: Encoding;
  certain: boolean;
}

/** A sheet of a spreadsheet; findings are about the sheet. */
export interface SheetAnswer {
  kind: "sheet";
  sheets: SheetName[];
  sheet: number;
  /** Null for a sheet that is a list of lines: then `text` is the list. */
  table: Table | null;
  text: string | null;
  findings: Finding[];
}

export type TextAnswer = ({ kind: "text"; text: string } | { kind: "table"; table: Table }) & ReadAs;
export type FileAnswer = TextAnswer | SheetAnswer | { kind: "refused"; format: Refused | WorkbookRefusal };

/**
 * A list from columns, as text, and what that text does not show; null if no text would be read as exactly this list.
 */
export interface Chosen {
  text: string | null;
  findings: Finding[];
}

export interface Answers {
  look: ListReport;
  labels: string[];
  fix: string | null;
  without: ListWithout;
  file: FileAnswer;
  columns: Table | null;
  choose: Chosen;
  samples: Sample[];
  hide: Hidden;
  handouts: Handing;
}

/** Loads the script that reads spreadsheets. */
type LoadWorkbooks = () => Promise<{ readWorkbook: typeof readWorkbook }>;

/** The last input, for the choice of its columns. */
interface Kept {
  source: ListSource;
  /** Lines that are hidden in a spreadsheet. */
  hidden: number[];
  findings: Finding[];
}

const NOTHING: Kept = { source: "", hidden: [], findings: [] };

/** Handles requests in order. Keeps the last table. */
export function listWork(load: LoadWorkbooks): (order: Order) => Promise<Answers[Order["kind"]]> {
  let kept = NOTHING;
  return async (order) => {
    if (order.kind === "choose") return chosen(kept, order.choice, order.takesTickets);
    if (order.kind !== "columns" && order.kind !== "file") return textWork(order);
    const read = order.kind === "columns" ? pasted(order.text) : await readFile(order, load);
    kept = read.kept;
    return read.answer;
  };
}

type TextOrder = Exclude<Order, { kind: "choose" | "columns" | "file" }>;

/** Requests that need only the list's text. */
function textWork(order: TextOrder): Answers[TextOrder["kind"]] {
  switch (order.kind) {
    case "look":
      return lookAt(order.text, order.takesTickets);
    case "labels":
      return labelsIn(order.text);
    case "fix":
      return fixed(order);
    case "without":
      return listWithout(order.text, order.others, order);
    case "samples":
      return samplesOf(order.text, order, order.mask);
    case "handouts":
      return handingOut(order.locked, order.file, order.site);
    case "hide":
      return hiddenList(order.text, order, (bytes) => crypto.getRandomValues(bytes));
  }
}

function lookAt(text: string, takesTickets: boolean): ListReport {
  const { list: _, ...report } = readList(text, { takesTickets });
  return report;
}

function labelsIn(text: string): string[] {
  return readList(text, { takesTickets: false }).list.map(({ label }) => label);
}

function fixed({ text, takesTickets, change }: Extract<Order, { kind: "fix" }>): string | null {
  return change === null ? tidyList(text) : rewrittenList(text, { takesTickets, change });
}

interface Read<Answer> {
  answer: Answer;
  kept: Kept;
}

function pasted(text: string): Read<Table | null> {
  const kept = { ...NOTHING, source: text };
  return { answer: tableIn(kept), kept };
}

async function readFile(order: Extract<Order, { kind: "file" }>, load: LoadWorkbooks): Promise<Read<FileAnswer>> {
  const format = formatOf(order.bytes);
  if (format.kind === "refused") return { answer: format, kept: NOTHING };
  if (format.kind === "text") return readText(order.bytes, order.encoding);
  const { readWorkbook } = await load();
  return sheetOf(readWorkbook(order.bytes, order.sheet));
}

function readText(bytes: Uint8Array, chosen?: Encoding): Read<FileAnswer> {
  const { text, encoding, certain } = decode(bytes, chosen);
  const format = refusedText(text);
  if (format) return { answer: { kind: "refused", format }, kept: NOTHING };
  const kept = { ...NOTHING, source: text };
  const table = tableIn(kept);
  const readAs = { encoding, certain };
  return { answer: table ? { kind: "table", table, ...readAs } : { kind: "text", text, ...readAs }, kept };
}

function sheetOf(reading: ReturnType<typeof readWorkbook>): Read<FileAnswer> {
  if (!reading.ok) return { answer: { kind: "refused", format: reading.refusal }, kept: NOTHING };
  const { sheets, sheet, rows, findings } = reading.workbook;
  const hidden = findings.find(({ code }) => code === "hidden_rows")?.remedies[0]?.change.leftOut ?? [];
  const kept = { source: rows, hidden, findings };
  const table = tableIn(kept);
  const text = table ? null : linesOfRows(rows);
  return { answer: { kind: "sheet", sheets, sheet, table, text, findings }, kept };
}

/** The cells of a one-column sheet as lines. */
function linesOfRows(rows: readonly Row[]): string {
  return rows.map(({ cells: [cell = ""] }) => cell.replaceAll("\n", " ")).join("\n");
}

// Looks for tickets regardless of the rule, because it may be chosen later.
function tableIn({ source, hidden }: Kept): Table | null {
  const { plan, rows } = readList(source, { takesTickets: true });
  if (plan.separator === null) return null;
  const columns = rows.first.reduce((most, { length }) => Math.max(most, length), 0);
  const choice = { label: plan.label, tickets: plan.tickets, header: plan.heading !== null };
  const names = rows.first[plan.heading ?? 0] ?? [];
  return { rows: rows.count, columns, first: rows.first, names, choice, hidden: hidden.length };
}

/** Findings about parts that are lost when a table becomes text, or invisible in it. */
const LOST = new Set([
  "bad_quote",
  "titles_left_out",
  "rows_left_out",
  "tickets_without_name",
  "uneven_rows",
  "same_name_other_mail",
]);

function chosen({ source, hidden, findings: found }: Kept, choice: Choice, ruleTakesTickets: boolean): Chosen {
  const { label, tickets, header, withoutHidden, filter = null } = choice;
  const takesTickets = ruleTakesTickets || tickets !== null;
  const { plan } = readList(source, { takesTickets });
  const leftOut = withoutHidden ? hidden : [];
  const change = { label, tickets, heading: header ? (plan.heading ?? 0) : null, leftOut, filter };
  const { findings } = readList(source, { takesTickets, change });
  const isCut = findings.some(({ code }) => code === "line_too_long");
  return {
    text: isCut ? null : rewrittenList(source, { takesTickets, change }),
    findings: [...found, ...findings.filter(({ code }) => LOST.has(code))],
  };
}
