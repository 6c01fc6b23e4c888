// The only reader of lists: text in pieces or table rows in, entries and findings out. Pages show and servers accept
// what it returns.
import { headingOf, isHeadingRow } from "./cells.ts";
import { answerTo, type Finding, Places } from "./findings/finding.ts";
import { LineSplitter, LONGEST_LINE } from "./lines.ts";
import { type ListOptions, type ReadEntry, RowList, type RowReport } from "./rowlist.ts";
import { isBlankRow, type Row, RowReader } from "./rows.ts";
import { declaredSeparator, findSeparator } from "./separators.ts";

/** The result of reading a list. */
export interface ListReport extends RowReport {
  /** Whether a line is blank or has surrounding white space. */
  untidy: boolean;
}

const SAMPLE = { lines: 100, characters: 65_536 };

/** Reads a text that arrives in pieces; the result does not depend on the pieces. */
export class ListReader {
  readonly #options: ListOptions;
  readonly #take: (entry: ReadEntry) => void;
  readonly #lines = new LineSplitter();
  readonly #long = new Places();
  #sample: string[] = [];
  #sampled = 0; // characters
  #lineCount = 0;
  #untidy = false;
  #begun: BegunText | null = null;

  /** `take` gets the entries in order. */
  constructor(options: ListOptions, take: (entry: ReadEntry) => void) {
    this.#options = options;
    this.#take = take;
  }

  add(text: string): void {
    this.#read(this.#lines.add(text));
  }

  end(): ListReport {
    this.#read(this.#lines.end());
    const begun = this.#begun ?? this.#begin();
    const report = begun.end();
    const findings = [...this.#long.finding("line_too_long", "mend"), ...report.findings];
    return { ...report, untidy: this.#untidy || report.blank > 0, findings };
  }

  #read(lines: string[]): void {
    for (const line of lines) this.#look(line);
    const rest = this.#begun ? lines : lines.slice(this.#addToSample(lines));
    if (this.#isSampled()) this.#begun ??= this.#begin();
    this.#begun?.read(rest);
  }

  /** How many of the lines belong to the sample. */
  #addToSample(lines: string[]): number {
    let taken = 0;
    for (const line of lines) {
      if (this.#isSampled()) break;
      this.#sample.push(line);
      this.#sampled += line.length;
      taken += 1;
    }
    return taken;
  }

  #isSampled(): boolean {
    return this.#sample.length >= SAMPLE.lines || this.#sampled >= SAMPLE.characters;
  }

  #look(line: string): void {
    this.#lineCount += 1;
    this.#untidy ||= line !== line.trim();
    if (line.length > LONGEST_LINE) this.#long.add(this.#lineCount, line);
  }

  // The first lines decide how all are read.
  #begin(): BegunText {
    return new BegunText(this.#sample, this.#options, this.#take);
  }
}

/** A text whose separator is known. */
class BegunText {
  readonly #rows: RowReader;
  readonly #list: RowList;

  constructor(sample: string[], options: ListOptions, take: (entry: ReadEntry) => void) {
    const [top = ""] = sample;
    const declared = declaredSeparator(top);
    const lines = (declared === null ? sample : sample.slice(1)).map((line, at) =>
      at === 0 ? withoutMark(line) : line,
    );
    const suggested = declared ?? findSeparator(lines);
    const separator = options.change?.separator === undefined ? suggested : options.change.separator;
    const firstLine = declared === null ? 1 : 2;
    const first = new RowReader(separator, firstLine);
    this.#list = new RowList([...first.read(lines), ...first.end()], separator, options, take);
    this.#rows = new RowReader(separator, firstLine);
    this.read(lines);
  }

  read(lines: string[]): void {
    for (const row of this.#rows.read(lines)) this.#list.add(row);
  }

  end(): RowReport {
    for (const row of this.#rows.end()) this.#list.add(row);
    const bad = new Places();
    if (this.#rows.badQuote !== null) bad.add(this.#rows.badQuote, "");
    const report = this.#list.end();
    return { ...report, findings: [...bad.finding("bad_quote", "answer"), ...report.findings] };
  }
}

function withoutMark(line: string): string {
  return line.startsWith("\ufeff") ? line.slice(1) : line;
}

/** A list as a whole: text, or rows of a table. */
export type ListSource = string | readonly Row[];

/** Reads a whole list. */
export function readList(source: ListSource, options: ListOptions): ListReport & { list: ReadEntry[] } {
  const list: ReadEntry[] = [];
  const take = (entry: ReadEntry) => list.push(entry);
  if (typeof source !== "string") return { ...readRows(source, options, take), list };
  const reader = new ListReader(options, take);
  reader.add(source);
  return { ...reader.end(), list };
}

function readRows(rows: readonly Row[], options: ListOptions, take: (entry: ReadEntry) => void): ListReport {
  const sample = rows.slice(0, SAMPLE.lines);
  const list = new RowList(sample, hasColumns(sample) ? "\t" : null, options, take);
  for (const row of rows) list.add(row);
  return { ...list.end(), untidy: false };
}

// A sheet with one column is read as lines, unless the column has a name.
function hasColumns(sample: Row[]): boolean {
  const filled = sample.filter((row) => !isBlankRow(row)).map(({ cells }) => cells);
  if (filled.some(({ length }) => length > 1)) return true;
  const heading = headingOf(filled);
  return heading !== null && isHeadingRow(filled[heading] ?? []);
}

/** The findings that refuse a list; `answers` are the accepted ones, as `answerTo` writes them. */
export function unansweredIn(findings: Finding[], answers: readonly string[]): Finding[] {
  return findings.filter(
    (finding) => finding.severity === "mend" || (finding.severity === "answer" && !answers.includes(answerTo(finding))),
  );
}
