// Which row of a table is its heading, and which columns hold names and tickets: a proposal that a person can change.
import { type CellKind, hasHeading, kindOf, type Row, type Table } from "./table.ts";
import { looksLikeTickets, TICKET_WORD } from "./tickets.ts";

export interface Columns {
  /** Index of the heading in the rows, or null. Rows above it are titles. */
  heading: number | null;
  /** The columns that make the label, joined by a space. */
  label: number[];
  tickets: number | null;
}

const NAME =
  /\b(names?|nick|user|players?|participants?|members?|holders?|buyers?|attendees?|persons?|people|students?|teams?)\b|name\b|teilnehmer|mitglied|käufer|inhaber|spieler|schüler|\bnoms?\b|participante?s?|membre|nombre(?! de)\b|nome\b|imi[eę]|nazwisko|jméno|姓名|名前|氏名/iu;
const FIRST_NAME = /\b(first|given|fore)[ _-]?names?\b|vorname|prénom|nombre\b|\bnome\b/iu;
const LAST_NAME = /\b(last|family|sur)[ _-]?names?\b|nachname|familienname|nom de famille|apellidos?|cognome/iu;
const TICKETS =
  /\btickets?\b|\bqty\b|quantit|how many|\bweight|\bchances?\b|\bshares?\b|\bentries\b|\blose?\b|anzahl|anteile|billets|cantidad|boletos|biglietti|\bcount\b|票数|数量|奖券|枚数/iu;
const MAIL = /e-?mail|courriel|correo|\bmail\b/iu;
const OTHER =
  /^(#|no\.?|nr\.?|id|date|time|timestamp|phone|address|datum|telefon|comment|remark|entr(y|ies)|eintr[aä]ge?)\b/iu;
const LONG_TEXT = 40; // characters on average, from which a column holds sentences

export function isTicketsHeading(cell: string): boolean {
  return TICKETS.test(cell) && !/\b(no|number|nr|type|id)\b|nummer|numéro/iu.test(cell);
}

/** Whether a cell reads like the heading of a column. */
export function isHeadingWord(cell: string): boolean {
  const text = cell.trim();
  if (text === "" || text.length > LONG_TEXT) return false;
  return [NAME, FIRST_NAME, LAST_NAME, TICKETS, MAIL, OTHER].some((pattern) => pattern.test(text));
}

/** Proposes the columns of a table. */
export function proposeColumns({ rows }: Table): Columns {
  const heading = headingOf(rows);
  const body = rows.slice(heading === null ? 0 : heading + 1);
  const names = heading === null ? [] : (rows[heading]?.cells ?? []);
  const columns = profile(body, names);
  const tickets = columns.find((column) => isTicketsHeading(column.name) && column.counts)?.at ?? null;
  return { heading, label: labelOf(columns.filter(({ at }) => at !== tickets)), tickets };
}

function headingOf(rows: Row[]): number | null {
  const width = usualWidth(rows);
  const first = rows.findIndex(({ cells }) => filled(cells) >= Math.min(2, width));
  if (first < 0) return null;
  const cells = rows[first]?.cells ?? [];
  const table = rows.slice(first).map((row) => row.cells);
  if (table.length > 2 && hasHeading(table)) return first;
  return table.length > 1 && cells.filter((cell) => cell !== "").every(isHeadingWord) ? first : null;
}

function usualWidth(rows: Row[]): number {
  const widths = rows.map(({ cells }) => filled(cells)).sort((a, b) => a - b);
  return widths[widths.length >> 1] ?? 1;
}

function filled(cells: string[]): number {
  return cells.filter((cell) => cell !== "").length;
}

interface Column {
  at: number;
  name: string;
  kind: CellKind;
  /** Whether its filled cells are meant as numbers of tickets. */
  counts: boolean;
  /** Different values in each hundred. */
  distinct: number;
  length: number;
}

function profile(body: Row[], names: string[]): Column[] {
  const width = body.reduce((most, { cells }) => Math.max(most, cells.length), names.length);
  return Array.from({ length: width }, (_, at) => {
    const cells = body.map((row) => row.cells[at] ?? "").filter((cell) => cell !== "");
    return {
      at,
      name: names[at] ?? "",
      kind: usualKind(cells),
      counts: cells.length > 0 && cells.every(looksLikeTickets),
      distinct: cells.length === 0 ? 0 : (100 * new Set(cells).size) / cells.length,
      length: cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length),
    };
  });
}

function usualKind(cells: string[]): CellKind {
  const counts = new Map<CellKind, number>();
  for (const cell of cells) counts.set(kindOf(cell), (counts.get(kindOf(cell)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "empty";
}

function labelOf(columns: Column[]): number[] {
  const first = columns.find(({ name }) => FIRST_NAME.test(name));
  const last = columns.find(({ name, at }) => LAST_NAME.test(name) && at !== first?.at);
  if (first && last) return [first.at, last.at];
  const [best] = [...columns].sort((a, b) => score(b) - score(a) || a.at - b.at);
  return [best?.at ?? 0];
}

function score({ name, kind, distinct, length }: Column): number {
  const kinds: Record<CellKind, number> = { text: 40, mail: 20, number: 5, date: 1, address: 1, empty: 0 };
  const sentences = length > LONG_TEXT ? 20 : 0;
  const type = /\btype\b|\bart\b|status|comment|remark/iu.test(name) ? 15 : 0;
  return kinds[kind] + (NAME.test(name) && kind === "text" ? 40 : 0) + distinct / 10 - sentences - type;
}

export { TICKET_WORD };
