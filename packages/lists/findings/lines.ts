// Oddities in the lines of a list without columns.
import { type NumberingStyle, numberingOf, Series } from "../numbering.ts";
import { cutLine } from "../oneline.ts";
import { withoutSeparators } from "../parts.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow, textOf } from "./finding.ts";

/** Numbers or bullets at the beginning of most lines, or of rows. */
export class Numbering implements Finder {
  readonly #context: ListContext;
  readonly #isWanted: boolean;
  readonly #marked = new Places();
  readonly #counted = new Places();
  readonly #series = new Series();
  #rows = 0;

  constructor(context: ListContext) {
    const { plan } = context;
    this.#context = context;
    this.#isWanted = plan.stripNumbering === null && plan.lineTickets !== "leading" && !plan.splitLine;
  }

  see({ row, label, typed }: SeenRow): void {
    this.#rows += 1;
    if (!this.#isWanted) return;
    const isLine = this.#context.plan.separator === null;
    const numbering = numberingOf(isLine ? textOf(row) : label);
    if (numbering?.style === "marked") this.#marked.add(row.line, textOf(row));
    if (numbering?.style !== "counted" || (isLine && typed !== null && label === "")) return;
    if (numbering.number !== null) this.#series.add(numbering.number);
    this.#counted.add(row.line, textOf(row));
  }

  end(): Finding[] {
    if (this.#marked.count > 1 && this.#marked.count * 2 >= this.#rows)
      return this.#marked.finding("numbering", "answer", stripped("marked"));
    const isAll = this.#counted.count === this.#rows && this.#series.isOne();
    if (!isAll || (this.#context.takesTickets && this.#rows < 3)) return [];
    const other = this.#context.takesTickets && this.#context.plan.separator === null ? [LEADING] : [];
    return this.#counted.finding("numbering", "answer", stripped("counted"), ...other);
  }
}

const LEADING: Remedy = { code: "number_first_is_tickets", change: { lineTickets: "leading" } };

function stripped(style: NumberingStyle): Remedy {
  return { code: "strip_numbering", change: { stripNumbering: style } };
}

/** A list with all names on one line. */
export class OneLine implements Finder {
  readonly #context: ListContext;
  readonly #isWanted: boolean;
  #first: SeenRow | null = null;
  #rows = 0;

  constructor(context: ListContext) {
    const { plan } = context;
    this.#context = context;
    this.#isWanted = !plan.splitLine && plan.heading === null;
  }

  see(seen: SeenRow): void {
    this.#first ??= seen;
    this.#rows += 1;
  }

  end(): Finding[] {
    if (this.#rows !== 1 || !this.#first || !this.#isWanted) return [];
    const text = this.#first.row.cells.join("\t");
    const places = new Places();
    places.add(this.#first.row.line, textOf(this.#first.row));
    const parts = cutLine(text, this.#context.takesTickets);
    const remedy: Remedy = { code: "split_line", change: { splitLine: true } };
    if (parts.length > 2 || (parts.length === 2 && /[^,，،]/u.test(separatorsIn(text))))
      return places.finding("one_line", "answer", remedy);
    if (parts.length === 2) return places.finding("one_line", "note", remedy); // "Lovelace, Ada" may be one person
    return text.trim().split(/\s+/u).length > MOST_WORDS ? places.finding("one_line", "note") : [];
  }
}

function separatorsIn(text: string): string {
  return text.replace(/[^\t;；؛|、,，،/]/gu, "");
}

/** Words that one name has, at most. */
const MOST_WORDS = 4;

/** Separators at the end of a line. */
export class SeparatorsAtEnd implements Finder {
  readonly #isWanted: boolean;
  readonly #places = new Places();

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.separator === null && !plan.stripSeparators;
  }

  see({ row: { line, cells } }: SeenRow): void {
    const [text = ""] = cells;
    if (this.#isWanted && withoutSeparators(text) !== text) this.#places.add(line, text);
  }

  end(): Finding[] {
    const change = { stripSeparators: true };
    return this.#places.finding("separators_at_end", "note", { code: "strip_separators", change });
  }
}
