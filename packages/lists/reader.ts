// The one reader of lists: text in pieces in, entries out, and what a person should look at. What a page shows of a list and
// what is taken when it is sent both come from here.
import { isBlank } from "@fairhat/protocol";
import { answerTo, type Finder, type Finding, type ListContext, Places, type SeenRow } from "./findings/finding.ts";
import { findColumnsLeftOut, findHeading, PossibleHeading } from "./findings/headings.ts";
import { labelFinders, UnevenRows } from "./findings/labels.ts";
import { Numbering, NumbersInLines, OneLine, SeparatorsAtEnd } from "./findings/lines.ts";
import { Alike, type Repeated, Repeats } from "./findings/people.ts";
import { Codes, Nameless, PossibleColumn, SumRow, Unreadable } from "./findings/tickets.ts";
import { LineSplitter, LONGEST_LINE } from "./lines.ts";
import { type Plan, partsOf, proposePlan, rowsOf } from "./plan.ts";
import { isBlankRow, type Row, RowReader } from "./rows.ts";
import { declaredSeparator, findSeparator } from "./separators.ts";
import { readTickets, type Tickets } from "./tickets.ts";

/** An entry as it was read. One ticket is not written; tickets that cannot be read stay as they were typed. */
export interface ReadEntry {
  label: string;
  tickets?: number | string;
}

export interface ListOptions {
  /** Whether the rule counts tickets. */
  takesTickets: boolean;
  /** What is to be otherwise than the text suggests. */
  change?: Partial<Plan>;
}

/** What a text comes to. */
export interface ListReport {
  plan: Plan;
  /** Rows with something in them, and the first of them, the heading too. */
  rows: { count: number; first: string[][] };
  entries: number;
  /** What cannot be read counts as one. */
  tickets: number;
  /** Lines on which nothing can be seen. */
  blank: number;
  /** Whether a line is blank or has white space around it. */
  untidy: boolean;
  repeated: Repeated;
  findings: Finding[];
}

const SAMPLE = { lines: 100, characters: 65_536 };
const FIRST_ROWS = 4;
const ONE: Tickets = { ok: true, value: 1 };

/** Reads a text that comes in pieces; what it comes to does not depend on where the pieces end. */
export class ListReader {
  readonly #options: ListOptions;
  readonly #take: (entry: ReadEntry) => void;
  readonly #lines = new LineSplitter();
  readonly #long = new Places();
  #sample: string[] = [];
  #sampled = 0; // characters
  #lineCount = 0;
  #untidy = false;
  #begun: BegunList | null = null;

  /** `take` gets the entries in their order. */
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
  #begin(): BegunList {
    return new BegunList(this.#sample, this.#options, this.#take);
  }
}

/** A list of which is known how it is read. */
class BegunList {
  readonly #plan: Plan;
  readonly #context: ListContext;
  readonly #rows: RowReader;
  readonly #take: (entry: ReadEntry) => void;
  readonly #finders: Finder[];
  readonly #repeats: Repeats;
  readonly #above: Row[] = [];
  readonly #leftOut: Set<number>;
  readonly #first: string[][] = [];
  #filled = 0;
  #blank = 0;
  #entries = 0;
  #tickets = 0;

  constructor(sample: string[], { takesTickets, change = {} }: ListOptions, take: (entry: ReadEntry) => void) {
    const [top = ""] = sample;
    const declared = declaredSeparator(top);
    const lines = (declared === null ? sample : sample.slice(1)).map((line, at) =>
      at === 0 ? withoutMark(line) : line,
    );
    const suggested = declared ?? findSeparator(lines);
    const separator = change.separator === undefined ? suggested : change.separator;
    const firstLine = declared === null ? 1 : 2;
    const cells = filledRows(new RowReader(separator, firstLine), lines);
    this.#plan = { ...proposePlan(cells, separator, takesTickets), ...change };
    this.#leftOut = new Set(this.#plan.leftOut);
    const names = this.#plan.heading === null ? [] : (cells[this.#plan.heading] ?? []);
    this.#context = { plan: this.#plan, takesTickets, names };
    this.#take = take;
    this.#repeats = new Repeats(this.#context);
    this.#finders = [...findersOf(this.#context), this.#repeats, new Alike(this.#context)];
    this.#rows = new RowReader(separator, firstLine);
    this.read(lines);
  }

  read(lines: string[]): void {
    for (const row of this.#rows.read(lines)) this.#row(row);
  }

  end(): Omit<ListReport, "untidy"> {
    for (const row of this.#rows.end()) this.#row(row);
    const bad = new Places();
    if (this.#rows.badQuote !== null) bad.add(this.#rows.badQuote, "");
    const findings = [
      ...bad.finding("bad_quote", "answer"),
      ...findHeading(this.#context, this.#above),
      ...findColumnsLeftOut(this.#context, this.#above.at(-1)),
      ...this.#finders.flatMap((finder) => finder.end()),
    ];
    return {
      plan: this.#plan,
      rows: { count: this.#filled, first: this.#first },
      entries: this.#entries,
      tickets: this.#tickets,
      blank: this.#blank,
      repeated: this.#repeats.summary(),
      findings,
    };
  }

  #row(row: Row): void {
    if (isBlankRow(row)) {
      this.#blank += 1;
      return;
    }
    this.#filled += 1;
    if (this.#first.length < FIRST_ROWS) this.#first.push(row.cells);
    if (this.#plan.heading !== null && this.#filled <= this.#plan.heading + 1) this.#above.push(row);
    else if (!this.#leftOut.has(row.line)) for (const one of rowsOf(row, this.#plan)) this.#entry(one);
  }

  #entry(row: Row): void {
    const { label, typed } = partsOf(row, this.#plan);
    const tickets = typed === null ? ONE : readTickets(typed, this.#plan.numbers);
    const seen: SeenRow = { row, label: isBlank(label) ? "" : label, typed, tickets };
    for (const finder of this.#finders) finder.see(seen);
    if (seen.label === "") return;
    this.#entries += 1;
    this.#tickets += tickets.ok ? tickets.value : 1;
    this.#take(entryOf(seen));
  }
}

function entryOf({ label, typed, tickets }: SeenRow): ReadEntry {
  if (!tickets.ok) return { label, tickets: typed ?? "" };
  return tickets.value === 1 ? { label } : { label, tickets: tickets.value };
}

function filledRows(reader: RowReader, lines: string[]): string[][] {
  const rows = [...reader.read(lines), ...reader.end()];
  return rows.filter((row) => !isBlankRow(row)).map(({ cells }) => cells);
}

function withoutMark(line: string): string {
  return line.startsWith("\ufeff") ? line.slice(1) : line;
}

function findersOf(context: ListContext): Finder[] {
  return [
    new PossibleHeading(context),
    new SumRow(),
    new Unreadable(),
    new Nameless(),
    new Codes(),
    new PossibleColumn(context),
    new NumbersInLines(context),
    new Numbering(context),
    new OneLine(context),
    new SeparatorsAtEnd(context),
    new UnevenRows(context),
    ...labelFinders(),
  ];
}

/** Reads a whole text. */
export function readList(text: string, options: ListOptions): ListReport & { list: ReadEntry[] } {
  const list: ReadEntry[] = [];
  const reader = new ListReader(options, (entry) => list.push(entry));
  reader.add(text);
  return { ...reader.end(), list };
}

/** The findings for which a list is not taken; `answers` are those that somebody gave, as `answerTo` writes them. */
export function unansweredIn(findings: Finding[], answers: readonly string[]): Finding[] {
  return findings.filter(
    (finding) => finding.severity === "mend" || (finding.severity === "answer" && !answers.includes(answerTo(finding))),
  );
}
