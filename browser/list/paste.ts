// A pasted list: one entry a line, where tickets count as `name, tickets`.
import { type Entry, isBlank } from "@fairhat/protocol";

/** One line. Tickets that are no whole number stay as they were typed, to be refused with their place. */
export interface PastedEntry {
  label: string;
  tickets?: unknown;
}

export interface Pasted {
  entries: PastedEntry[];
  /** Lines on which nothing can be seen; they are left out. */
  blank: number;
  /** Labels that stand there more than once, most often first; each stays an entry of its own. */
  repeated: { label: string; times: number }[];
}

// In `Ada, 1,5` and `Ada; 1,000` the last comma belongs to the number; in `Team 1,5` it separates.
const COMMA_IN_NUMBER = /[,;\t]\s*[-+]?\d[\d.']*,\d[\d.,']*$/;
const LONGEST_NUMBER = 40; // characters, with its separator

export const LINE_END = /\r\n|[\n\r\u2028\u2029]/;

/** The lines of a text that have something on them, without the white space around it, in form NFC. */
export function linesOf(text: string): string[] {
  const lines = text
    .normalize("NFC")
    .split(LINE_END)
    .map((line) => line.trim());
  return lines.filter((line) => !isBlank(line));
}

/** Reads lines of text. Where tickets do not count, a line is a label, commas and all. */
export function readPasted(text: string, takesTickets: boolean): Pasted {
  const lines = text.split(LINE_END);
  const filled = linesOf(text);
  const entries = filled.map((line) => readLine(line, takesTickets));
  // The end of the last line is not a blank one.
  const blank = lines.length - filled.length - (lines.at(-1) === "" ? 1 : 0);
  return { entries, blank, repeated: repeatedIn(entries) };
}

/** Reads a line that has something on it, without white space around it. */
export function readLine(line: string, takesTickets: boolean): PastedEntry {
  return takesTickets ? weighted(line) : { label: spaced(line) };
}

// `Ada, 1` and `Ada` are the same: one ticket is not written. What looks like a number is one, so that 0, 1.5 and 1,000 are
// refused, with their place, and never become part of a name.
function weighted(line: string): PastedEntry {
  const [label, typed] = atLastSeparator(line);
  if (!/^[-+]?\d[\d.,']*$/.test(typed)) return { label: spaced(line) };
  const tickets = typedNumber(typed);
  return tickets === 1 ? { label: spaced(label) } : { label: spaced(label), tickets };
}

/** The text from which `readPasted` reads just these entries; null where there is none, as for a label with a line break. */
export function writtenList(entries: Entry[], takesTickets: boolean): string | null {
  const text = entries.map((entry) => written(entry, takesTickets)).join("\n");
  const read = readPasted(text, takesTickets).entries;
  const same = ({ label, tickets }: Entry, at: number) => read[at]?.label === label && read[at]?.tickets === tickets;
  return read.length === entries.length && entries.every(same) ? text : null;
}

function written({ label, tickets }: Entry, takesTickets: boolean): string {
  // `Room, 3` is a label here, and shall not become a room with three tickets.
  const misread = takesTickets && weighted(label).label !== label;
  return tickets || misread ? `${label}, ${tickets ?? 1}` : label;
}

/** A whole number as a number; everything else as it was typed, to be refused by name. */
export function typedNumber(typed: string): unknown {
  return /^-?\d+$/.test(typed) && Number.isSafeInteger(Number(typed)) ? Number(typed) : typed;
}

/** What stands before and after the last comma, semicolon or tab; without one before which something stands, all and nothing. */
export function atLastSeparator(line: string): [string, string] {
  const number = COMMA_IN_NUMBER.exec(line.slice(-LONGEST_NUMBER));
  const last = Math.max(...[",", ";", "\t"].map((separator) => line.lastIndexOf(separator)));
  const at = number ? line.length - number[0].length : last;
  const before = line.slice(0, Math.max(at, 0)).trimEnd();
  return before === "" ? [line, ""] : [before, line.slice(at + 1).trimStart()];
}

/** The same text; the columns of a spreadsheet, which come with tabs between them, with spaces. */
export function spaced(text: string): string {
  const columns = text.split("\t").map((column) => column.trim());
  return columns.filter((column) => column !== "").join(" ");
}

function repeatedIn(entries: PastedEntry[]): Pasted["repeated"] {
  const times = new Map<string, number>();
  for (const { label } of entries) times.set(label, (times.get(label) ?? 0) + 1);
  const repeated = Array.from(times, ([label, count]) => ({ label, times: count })).filter(({ times }) => times > 1);
  return repeated.sort((one, other) => other.times - one.times);
}
