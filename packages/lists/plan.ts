// What becomes of a table: which rows and columns make entries. A plan is data that a person can change; nothing is written back.
import type { Entry } from "@fairhat/protocol";
import { proposeColumns } from "./columns.ts";
import { fold, mailIn, withoutInvisible } from "./people.ts";
import type { Row, Table } from "./table.ts";
import { looksLikeTickets, type NumberStyle, readTickets, type TicketProblem } from "./tickets.ts";

/** Where a line of a list has its number of tickets. */
export type LineTickets = "none" | "separated" | "spaced" | "leading";
/** What becomes of labels that are equal. */
export type Repeats = "keep" | "merge" | "add_tickets";

export interface Plan {
  /** How the text is cut into cells; null reads each line as one cell. */
  separator: string | null;
  /** Row that names the columns; it and all rows above take no part. */
  heading: number | null;
  /** Lines that take no part. */
  leftOut: number[];
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
  /** Whether numbering and bullets at the beginning of lines are taken off. */
  stripNumbering: boolean;
  /** Whether characters that cannot be seen are taken out of labels. */
  stripInvisible: boolean;
  /** Whether the one line is cut at its commas. */
  splitLine: boolean;
  /** Rows with one of these values in the column take no part. */
  filter: { column: number; values: string[] } | null;
  /** Labels that take no part, as of a list of earlier winners. */
  excluded: string[];
}

export interface PlannedEntry {
  label: string;
  tickets: number;
  /** The line on which it was read. */
  line: number;
  /** The e-mail address in its row, which tells two people of one name apart. */
  mail: string | null;
}

export interface Unreadable {
  line: number;
  label: string;
  typed: string;
  problem: TicketProblem;
}

export interface Planned {
  entries: PlannedEntry[];
  /** Rows whose tickets cannot be read; they have one ticket in `entries` until that is mended. */
  unreadable: Unreadable[];
  /** Lines with tickets and without a label; they are no entries. */
  nameless: number[];
  /** Rows that the filter or the list of exclusions keeps out. */
  excluded: PlannedEntry[];
}

const SEPARATED = /^(?<label>.*\S)\s*[,;:|\t，；、：]\s*(?<typed>\S.*)$/su;
const WRAPPED =
  /^(?<label>.*?\S)\s*(?<typed>[x×✕*]\s*\d[\d.,]*|\(\s*\d[^()]*\)|\[\s*\d[^[\]]*\]|(?<=\s)\d[\d.,]*\s*[x×✕])$/iu;
const SPACED = /^(?<label>.*\S)\s+(?<typed>\d\S*)$/u;
const LEADING = /^(?<typed>\d[\d.,]*)\s*(?:[,;:|\t]|[x×✕*](?=\s))\s*(?<label>\S.*)$/iu;
const NUMBERING = /^\s*(?:\(?\d{1,7}[.)]|[-*•‣◦–—·])\s+(?=\S)/u;
/** `Ada; 1,000`: the last comma is part of the number. */
const GROUP_AT_END = /^(?<label>.*\S)\s*[,;\t]\s*(?<typed>[-+\u2212]?\d[\d.'\u2019]*,\d[\d.,'\u2019]*)$/su;

/** The plan that a table suggests; `takesTickets` says whether the rule counts tickets. */
export function proposePlan(table: Table, takesTickets: boolean): Plan {
  const base: Plan = {
    separator: table.separator,
    heading: null,
    leftOut: [],
    label: [0],
    tickets: null,
    lineTickets: takesTickets ? "separated" : "none",
    numbers: "ask",
    repeats: "keep",
    alike: false,
    stripNumbering: false,
    stripInvisible: false,
    splitLine: false,
    filter: null,
    excluded: [],
  };
  if (table.separator === null) return base;
  const { heading, label, tickets } = proposeColumns(table);
  return { ...base, heading, label, tickets: takesTickets ? tickets : null, lineTickets: "none" };
}

/** The entries of a table by a plan, and what could not be read. */
export function applyPlan(table: Table, plan: Plan): Planned {
  const planned: Planned = { entries: [], unreadable: [], nameless: [], excluded: [] };
  const excluded = new Set(plan.excluded.map(fold));
  for (const row of bodyOf(table, plan)) {
    const { label, typed } = partsOf(row, table, plan);
    const tickets = ticketsOf(typed, plan);
    if (label === "" && typed) planned.nameless.push(row.line);
    if (label === "") continue;
    const entry = { label, tickets: tickets.ok ? tickets.value : 1, line: row.line, mail: mailIn(row.cells.join(" ")) };
    if (isFiltered(row, plan) || excluded.has(fold(label))) {
      planned.excluded.push(entry);
      continue;
    }
    planned.entries.push(entry);
    if (!tickets.ok) planned.unreadable.push({ line: row.line, label, typed: typed ?? "", problem: tickets.problem });
  }
  return { ...planned, entries: withoutRepeats(planned.entries, plan) };
}

/** The rows that may be entries: below the heading, not left out. */
export function bodyOf({ rows }: Table, { heading, leftOut, splitLine }: Plan): Row[] {
  const body = rows.slice(heading === null ? 0 : heading + 1).filter(({ line }) => !leftOut.includes(line));
  return splitLine ? body.flatMap(splitRow) : body;
}

function splitRow({ line, cells }: Row): Row[] {
  const parts = cells.flatMap((cell) => cell.split(/[,;，；、]/)).map((part) => part.trim());
  return parts.filter((part) => part !== "").map((part) => ({ line, cells: [part] }));
}

function isFiltered({ cells }: Row, { filter }: Plan): boolean {
  return filter?.values.includes(cells[filter.column] ?? "") ?? false;
}

interface Parts {
  label: string;
  /** The number of tickets as it was typed; null where there is none. */
  typed: string | null;
}

function partsOf(row: Row, table: Table, plan: Plan): Parts {
  if (table.separator !== null && !plan.splitLine) {
    const label = plan.label.map((column) => row.cells[column] ?? "").filter((cell) => cell !== "");
    return {
      label: clean(label.join(" "), plan),
      typed: plan.tickets === null ? null : (row.cells[plan.tickets] ?? ""),
    };
  }
  const line = row.cells[0] ?? "";
  const { label, typed } = splitTickets(plan.stripNumbering ? line.replace(NUMBERING, "") : line, plan.lineTickets);
  return { label: clean(label, plan), typed };
}

/** A line of a list, cut into its label and its number of tickets. */
export function splitTickets(line: string, where: LineTickets): Parts {
  const patterns = {
    none: [],
    separated: [GROUP_AT_END, SEPARATED, WRAPPED],
    spaced: [GROUP_AT_END, SEPARATED, WRAPPED, SPACED],
    leading: [LEADING],
  };
  for (const pattern of patterns[where]) {
    const { label = "", typed = "" } = pattern.exec(line)?.groups ?? {};
    if (label !== "" && looksLikeTickets(typed)) return { label, typed };
  }
  return { label: line, typed: null };
}

export function startsWithNumbering(line: string): boolean {
  return NUMBERING.test(line);
}

function clean(label: string, { stripNumbering, stripInvisible }: Plan): string {
  const shown = stripInvisible ? withoutInvisible(label) : label;
  const text = stripNumbering ? shown.replace(NUMBERING, "") : shown;
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}

function ticketsOf(typed: string | null, plan: Plan) {
  return typed === null || typed === "" ? ({ ok: true, value: 1 } as const) : readTickets(typed, plan.numbers);
}

function withoutRepeats(entries: PlannedEntry[], { repeats, alike }: Plan): PlannedEntry[] {
  if (repeats === "keep") return entries;
  const first = new Map<string, PlannedEntry>();
  for (const entry of entries) {
    const key = `${alike ? fold(entry.label) : entry.label}\n${entry.mail ?? ""}`;
    const known = first.get(key);
    if (!known) first.set(key, { ...entry });
    else if (repeats === "add_tickets") known.tickets += entry.tickets;
  }
  return [...first.values()];
}

/** Entries as the protocol writes them: one ticket is not written. */
export function protocolEntries(entries: PlannedEntry[]): Entry[] {
  return entries.map(({ label, tickets }) => (tickets === 1 ? { label } : { label, tickets }));
}
