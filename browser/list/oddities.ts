// What is odd about the lines of a list: probably not meant, and not to be mended after the lock.
import { atLastSeparator, type PastedEntry } from "./paste.ts";

const LONGEST_LABEL = 200; // characters
const SHOWN = 5;

/** The entries of a list with the lines that they were read from, in order. */
export interface Lines {
  lines: string[];
  entries: PastedEntry[];
  takesTickets: boolean;
}

export type OddityKind = keyof typeof FINDERS;

export interface Oddity {
  kind: OddityKind;
  /** Lines that are odd so. */
  count: number;
  /** The first of them: the number of the entry from 1, and the line. */
  examples: { entry: number; text: string }[];
}

/** Positions of the lines that are odd in some way. */
type Finder = (list: Lines) => number[];

const FINDERS = {
  header: ({ lines }) => (lines.length > 1 && isHeader(lines[0] ?? "") ? [0] : []),
  long: ({ entries }) => positions(entries, ({ label }) => isLong(label)),
  hidden: ({ lines }) => positions(lines, (line) => HIDDEN.test(line)),
  separators: ({ lines }) => positions(lines, (line) => withoutSeparators(line) !== line),
  tickets: ({ entries }) => positions(entries, ({ tickets }) => tickets !== undefined && !isCount(tickets)),
  uncounted,
  columns: differentColumns,
  alike,
} satisfies Record<string, Finder>;

/** All oddities of a list. */
export function odditiesOf(list: Lines): Oddity[] {
  const found = Object.entries(FINDERS).map(([kind, find]) => ({ kind: kind as OddityKind, at: find(list) }));
  return found.filter(({ at }) => at.length > 0).map(({ kind, at }) => oddity(kind, at, list.lines));
}

function oddity(kind: OddityKind, at: number[], lines: string[]): Oddity {
  const examples = at.slice(0, SHOWN).map((position) => ({ entry: position + 1, text: lines[position] ?? "" }));
  return { kind, count: at.length, examples };
}

function positions<One>(all: One[], isOdd: (one: One) => boolean): number[] {
  const found: number[] = [];
  for (const [at, one] of all.entries()) if (isOdd(one)) found.push(at);
  return found;
}

// Code points, as the protocol counts them.
function isLong(label: string): boolean {
  return label.length > LONGEST_LABEL && [...label].length > LONGEST_LABEL;
}

function isCount(tickets: unknown): boolean {
  return Number.isSafeInteger(tickets) && Number(tickets) >= 1;
}

/** A character that nobody sees and nobody types: controls, soft hyphens, spaces without width. Joiners are letters' own. */
export const HIDDEN = /(?![\t\n\r])[\p{Cc}\u00ad\u200b\u2060\ufeff]/u;

const HEADINGS = new Set([
  ...[
    "name",
    "names",
    "full name",
    "first name",
    "last name",
    "given name",
    "family name",
    "surname",
    "person",
    "people",
  ],
  ...[
    "entry",
    "entries",
    "participant",
    "participants",
    "member",
    "email",
    "e-mail",
    "e-mail address",
    "mail",
    "phone",
  ],
  ...[
    "ticket",
    "tickets",
    "weight",
    "id",
    "no",
    "number",
    "vorname",
    "nachname",
    "familienname",
    "teilnehmer",
    "eintrag",
  ],
  ...[
    "einträge",
    "mitglied",
    "los",
    "lose",
    "nr",
    "nummer",
    "anzahl",
    "nom",
    "prénom",
    "nombre",
    "apellido",
    "cognome",
  ],
]);

/** Whether all columns of a line have names that columns have. */
export function isHeader(line: string): boolean {
  return line.split(/[,;\t]/).every((cell) => HEADINGS.has(cell.trim().toLowerCase().replace(/[".:]/g, "")));
}

/** The line without the separators at its end. */
export function withoutSeparators(line: string): string {
  let end = line.length;
  while (end > 0 && ",;\t ".includes(line.charAt(end - 1))) end -= 1;
  // White space alone is no separator, and a line of nothing else is somebody's entry.
  const removed = line.slice(end);
  return end > 0 && /[,;]/.test(removed) ? line.slice(0, end) : line;
}

// Numbers at the ends of most lines of a list that counts no tickets were probably meant as tickets.
function uncounted({ lines, takesTickets }: Lines): number[] {
  if (takesTickets) return [];
  const found = positions(lines, (line) => /^\d{1,9}$/.test(atLastSeparator(line)[1]));
  return found.length >= 2 && found.length * 2 >= lines.length ? found : [];
}

const FEWEST_FOR_COLUMNS = 5; // lines, before some of them can be called unlike the rest

// Where nearly all lines have the same number of columns, those that have another one.
function differentColumns({ lines, entries, takesTickets }: Lines): number[] {
  const texts = takesTickets ? entries.map(({ label }) => label) : lines;
  if (texts.length < FEWEST_FOR_COLUMNS) return [];
  for (const separator of ["\t", ";", ","]) {
    const columns = texts.map((text) => text.split(separator).length);
    const [usual, times] = mostFrequent(columns);
    if (usual > 1 && times * 5 >= texts.length * 4) return positions(columns, (count) => count !== usual);
  }
  return [];
}

function mostFrequent(numbers: number[]): [number, number] {
  const times = new Map<number, number>();
  for (const one of numbers) times.set(one, (times.get(one) ?? 0) + 1);
  return [...times].reduce((most, one) => (one[1] > most[1] ? one : most), [0, 0]);
}

// The later ones of labels that are another label in other capitals, with other spaces or characters of another kind.
function alike({ entries }: Lines): number[] {
  const first = new Map<string, string>();
  return positions(entries, ({ label }) => {
    const folded = fold(label);
    const other = first.get(folded);
    if (other === undefined) first.set(folded, label);
    return other !== undefined && other !== label;
  });
}

const ALL_HIDDEN = new RegExp(HIDDEN.source, "gu");

function fold(label: string): string {
  return label.normalize("NFKC").replace(ALL_HIDDEN, "").toLowerCase().replace(/\s+/g, " ");
}
