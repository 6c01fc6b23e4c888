// Turns rows into entries by a plan, with findings.
import { isBlank } from "@fairhat/protocol";
import { type Finder, type Finding, type ListContext, Places, type SeenRow, textOf } from "./findings/finding.ts";
import { findColumnsLeftOut, findHeading, PossibleHeading } from "./findings/headings.ts";
import { labelFinders, UnevenRows } from "./findings/labels.ts";
import { Numbering, OneLine, SeparatorsAtEnd } from "./findings/lines.ts";
import { NumbersInLines } from "./findings/numbers.ts";
import { Alike, type Repeated, Repeats } from "./findings/people.ts";
import { Comments, Households, MayStayOut, PossibleTable } from "./findings/tables.ts";
import { Codes, Missing, Nameless, PossibleColumn, SumRow, Unreadable } from "./findings/tickets.ts";
import { isFiltered, type Plan, partsOf, proposePlan, rowsOf } from "./plan.ts";
import { isBlankRow, isRulingRow, type Row } from "./rows.ts";
import { readTickets, type Tickets } from "./tickets.ts";

/** An entry as read. A single ticket is omitted; unreadable tickets stay as typed. */
export interface ReadEntry {
  label: string;
  tickets?: number | string;
}

export interface ListOptions {
  /** Whether the rule counts tickets. */
  takesTickets: boolean;
  /** Changes to the proposed plan. */
  change?: Partial<Plan>;
}

/** The result for some rows. */
export interface RowReport {
  plan: Plan;
  /** The number of non-empty rows and the first of them, including the heading. */
  rows: { count: number; first: string[][] };
  entries: number;
  /** Unreadable tickets count as one. */
  tickets: number;
  /** Blank or invisible lines. */
  blank: number;
  repeated: Repeated;
  findings: Finding[];
}

const FIRST_ROWS = 4;
const ONE: Tickets = { ok: true, value: 1 };

/** Reads rows whose separator is known. */
export class RowList {
  readonly #plan: Plan;
  readonly #context: ListContext;
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
  readonly #filtered = new Places();
  readonly #rulings = new Places();

  /** `sample`: the first rows, which decide how all are read. `take` gets the entries in order. */
  constructor(
    sample: Row[],
    separator: string | null,
    { takesTickets, change = {} }: ListOptions,
    take: (entry: ReadEntry) => void,
  ) {
    const cells = sample.filter((row) => !isBlankRow(row) && !isRulingRow(row)).map((row) => row.cells);
    this.#plan = { ...proposePlan(cells, separator, takesTickets), ...change };
    this.#leftOut = new Set(this.#plan.leftOut);
    const names = this.#plan.heading === null ? [] : (cells[this.#plan.heading] ?? []);
    this.#context = { plan: this.#plan, takesTickets, names };
    this.#take = take;
    this.#repeats = new Repeats(this.#context);
    this.#finders = [...findersOf(this.#context), this.#repeats, new Alike(this.#context)];
  }

  add(row: Row): void {
    if (isBlankRow(row)) {
      this.#blank += 1;
      return;
    }
    if (isRulingRow(row)) {
      this.#rulings.add(row.line, textOf(row));
      return;
    }
    this.#filled += 1;
    if (this.#first.length < FIRST_ROWS) this.#first.push(row.cells);
    if (this.#plan.heading !== null && this.#filled <= this.#plan.heading + 1) this.#above.push(row);
    else if (isFiltered(row, this.#plan)) this.#filtered.add(row.line, textOf(row));
    else if (!this.#leftOut.has(row.line)) for (const one of rowsOf(row, this.#plan)) this.#entry(one);
  }

  end(): RowReport {
    const findings = [
      ...findHeading(this.#context, this.#above),
      ...this.#rulings.finding("rulings_left_out", "note"),
      ...this.#filtered.finding("rows_left_out", "note"),
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

  #ticketsIn(typed: string): Tickets {
    const { separator, splitLine, numbers } = this.#plan;
    if (separator !== null && !splitLine && ACCOUNTED.test(typed)) return { ok: false, problem: "negative" };
    return readTickets(typed, numbers);
  }

  #entry(row: Row): void {
    const { label, typed } = partsOf(row, this.#plan);
    const tickets = typed === null ? ONE : this.#ticketsIn(typed);
    const seen: SeenRow = { row, label: isBlank(label) ? "" : label, typed, tickets };
    for (const finder of this.#finders) finder.see(seen);
    if (seen.label === "") return;
    this.#entries += 1;
    this.#tickets += tickets.ok ? tickets.value : 1;
    this.#take(entryOf(seen));
  }
}

/** `(3)` in a column is how accounts write -3. */
const ACCOUNTED = /^\(\s*\p{Nd}[^()]*\)$/u;

function entryOf({ label, typed, tickets }: SeenRow): ReadEntry {
  if (!tickets.ok) return { label, tickets: typed ?? "" };
  return tickets.value === 1 ? { label } : { label, tickets: tickets.value };
}

function findersOf(context: ListContext): Finder[] {
  return [
    new PossibleHeading(context),
    new SumRow(),
    new Unreadable(),
    new Nameless(),
    new Missing(context),
    new Codes(),
    new PossibleColumn(context),
    new NumbersInLines(context),
    new Numbering(context),
    new OneLine(context),
    new PossibleTable(context),
    new MayStayOut(context),
    new Households(context),
    new Comments(),
    new SeparatorsAtEnd(context),
    new UnevenRows(context),
    ...labelFinders(),
  ];
}
