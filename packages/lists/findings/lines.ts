// Oddities in the lines of a list without columns.
import { type LineTickets, splitTickets, startsWithNumbering, withoutSeparators } from "../parts.ts";
import { looksLikeTickets } from "../tickets.ts";
import { type Finder, type Finding, type ListContext, Places, type SeenRow, textOf } from "./finding.ts";

/** Numbers at one end of most lines that were not read as tickets. */
export class NumbersInLines implements Finder {
  readonly #context: ListContext;
  readonly #isWanted: boolean;
  readonly #ending = new Places();
  readonly #leading = new Places();
  #rows = 0;
  #sameHeads = 0;
  #head = "";

  constructor(context: ListContext) {
    this.#context = context;
    this.#isWanted = context.plan.separator === null && !context.plan.splitLine;
  }

  see({ row, typed }: SeenRow): void {
    if (!this.#isWanted) return;
    this.#rows += 1;
    if (typed !== null) return;
    const line = textOf(row);
    this.#seeEnd(row.line, line);
    if (isCut(line, "leading")) this.#leading.add(row.line, line);
  }

  // "Table 1", "Table 2": numbers that are part of names.
  #seeEnd(at: number, line: string): void {
    const { label, typed } = splitTickets(line, this.#context.takesTickets ? "spaced" : "separated");
    if (typed === null) return;
    if (label === this.#head) this.#sameHeads += 1;
    this.#head = label;
    this.#ending.add(at, line);
  }

  end(): Finding[] {
    const isMost = ({ count }: Places) => count >= 2 && count * 2 >= this.#rows;
    const endsInTickets = isMost(this.#ending) && this.#sameHeads * 2 < this.#ending.count;
    if (!this.#context.takesTickets) return endsInTickets ? this.#ending.finding("tickets_not_counted", "note") : [];
    if (isMost(this.#leading))
      return this.#leading.finding("number_first", "answer", {
        code: "number_first_is_tickets",
        change: { lineTickets: "leading" },
      });
    if (!endsInTickets) return [];
    const change = { lineTickets: "spaced" } as const;
    return this.#ending.finding("number_at_end", "answer", { code: "number_at_end_is_tickets", change });
  }
}

function isCut(line: string, where: LineTickets): boolean {
  return splitTickets(line, where).typed !== null;
}

/** Numbers or bullets at the beginning of most lines. */
export class Numbering implements Finder {
  readonly #isWanted: boolean;
  readonly #places = new Places();
  #rows = 0;

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.separator === null && !plan.stripNumbering;
  }

  see({ row }: SeenRow): void {
    this.#rows += 1;
    if (this.#isWanted && startsWithNumbering(row.cells[0] ?? "")) this.#places.add(row.line, textOf(row));
  }

  end(): Finding[] {
    const { count } = this.#places;
    return count > 1 && count * 2 >= this.#rows
      ? this.#places.finding("numbering", "answer", { code: "strip_numbering", change: { stripNumbering: true } })
      : [];
  }
}

/** A list with all names on one line. */
export class OneLine implements Finder {
  readonly #isWanted: boolean;
  #first: SeenRow | null = null;
  #rows = 0;

  constructor({ plan }: ListContext) {
    this.#isWanted = !plan.splitLine && plan.heading === null;
  }

  see(seen: SeenRow): void {
    this.#first ??= seen;
    this.#rows += 1;
  }

  end(): Finding[] {
    if (this.#rows !== 1 || !this.#first || !this.#isWanted) return [];
    const { row } = this.#first;
    const parts = row.cells
      .join(",")
      .split(/[,;，；、]/)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    const [, second = ""] = parts;
    const places = new Places();
    if (parts.length > 2 || (parts.length === 2 && !looksLikeTickets(second))) places.add(row.line, textOf(row));
    const severity = parts.length > 2 ? "answer" : "note"; // "Lovelace, Ada" may be one person
    return places.finding("one_line", severity, { code: "split_line", change: { splitLine: true } });
  }
}

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
