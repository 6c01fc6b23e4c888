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

const LONGEST_LINE = 10_000; // characters; a longer one is no entry, and is refused as it begins

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
  const entries: PastedEntry[] = [];
  const reader = new PasteReader(takesTickets, (entry) => entries.push(entry));
  reader.add(text);
  return { entries, ...reader.end() };
}

/** Reads a text that comes in pieces, and gives its entries in order. */
export class PasteReader {
  readonly #takesTickets: boolean;
  readonly #take: (entry: PastedEntry) => void;
  readonly #times = new Map<string, number>();
  #begun = ""; // a line without its end
  #blank = 0;

  constructor(takesTickets: boolean, take: (entry: PastedEntry) => void) {
    this.#takesTickets = takesTickets;
    this.#take = take;
  }

  add(text: string): void {
    const known = this.#begun + text;
    const whole = known.endsWith("\r") ? known.slice(0, -1) : known; // what ends the line may come with the next piece
    const lines = whole.split(LINE_END);
    const begun = lines.pop() ?? "";
    for (const line of lines) this.#line(line);
    // Of a line without end no more is kept than shows that it is too long.
    this.#begun = isTooLong(begun) ? begun.trimStart().slice(0, LONGEST_LINE + 1) : begun + known.slice(whole.length);
  }

  end(): Pick<Pasted, "blank" | "repeated"> {
    const lines = this.#begun.split(LINE_END);
    if (lines.at(-1) === "") lines.pop(); // the end of the last line is not a blank one
    for (const line of lines) this.#line(line);
    return { blank: this.#blank, repeated: repeatedIn(this.#times) };
  }

  #line(text: string): void {
    const tooLong = isTooLong(text);
    const line = tooLong ? text : text.normalize("NFC").trim();
    if (isBlank(line)) this.#blank += 1;
    else this.#entry(tooLong ? { label: line } : readLine(line, this.#takesTickets));
  }

  #entry(entry: PastedEntry): void {
    this.#times.set(entry.label, (this.#times.get(entry.label) ?? 0) + 1);
    this.#take(entry);
  }
}

function isTooLong(line: string): boolean {
  return line.length > LONGEST_LINE && line.trimStart().length > LONGEST_LINE;
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
  if (!text.includes("\t")) return text.trim();
  const columns = text.split("\t").map((column) => column.trim());
  return columns.filter((column) => column !== "").join(" ");
}

function repeatedIn(times: Map<string, number>): Pasted["repeated"] {
  const repeated = Array.from(times, ([label, count]) => ({ label, times: count })).filter(({ times }) => times > 1);
  return repeated.sort((one, other) => other.times - one.times);
}
