// Lines that may be rows of a table, and rows of a table that may stay out.
import { isHouseholdHeading, isStayOutHeading } from "../cells.ts";
import { fold } from "../people.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow, textOf } from "./finding.ts";

const SEPARATORS = [";", "|", "\t", "；", "،", "，", ","];
const FEWEST_ROWS = 2;

/** Lines with the same separator the same number of times. */
export class PossibleTable implements Finder {
  readonly #isWanted: boolean;
  readonly #places = new Places();
  #widths: Map<string, number> | null = null;
  #withNumbers = 0;

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.separator === null && !plan.splitLine;
  }

  see({ row, typed }: SeenRow): void {
    if (!this.#isWanted || this.#widths?.size === 0) return;
    const line = textOf(row);
    const widths = SEPARATORS.map((separator) => [separator, widthOf(line, separator)] as const);
    if (!this.#widths) this.#widths = new Map(widths.filter(([, width]) => width > 1));
    else
      for (const [separator, width] of widths)
        if (this.#widths.get(separator) !== width) this.#widths.delete(separator);
    this.#places.add(row.line, line);
    if (typed !== null || /^\p{Nd}/u.test(line)) this.#withNumbers += 1;
  }

  end(): Finding[] {
    const [found] = this.#widths ?? [];
    if (!found || this.#places.count < FEWEST_ROWS) return [];
    const [separator, width] = found;
    if (width === 2 && this.#withNumbers > 0) return []; // a name and its number
    const remedies: Remedy[] = [{ code: "use_columns", change: { separator } }];
    if (this.#withNumbers === 0) remedies.push({ code: "split_line", change: { splitLine: true } });
    // "Lovelace, Ada" is how lists of people are written.
    const isUsual = width === 2 && /[,，،]/u.test(separator);
    return this.#places.finding("columns_possible", isUsual ? "note" : "answer", ...remedies);
  }
}

function widthOf(line: string, separator: string): number {
  return line.split(separator).findLastIndex((cell) => cell.trim() !== "") + 1;
}

const MOST_LEFT_OUT = 1_000; // lines
const MARK =
  /^(?:x|✓|✔|yes|y|true|ja|oui|s[ií]|tak|да|won|winner|gewonnen|gagné|excluded?|ausgeschlossen|cancell?ed|storniert|abgesagt|annulé|cancelado|declined|no[- ]show|refunded|unsubscribed|withdrawn|out|disqualified)$/iu;
const STATUS =
  /^(?:cancell?ed|storniert|abgesagt|annulé|cancelado|declined|no[- ]show|refunded|unsubscribed|withdrawn|excluded?|disqualified)$/iu;

/** A column that is not used and says of some rows that they stay out. */
export class MayStayOut implements Finder {
  readonly #context: ListContext;
  readonly #columns = new Map<number, { says: string; marked: Places }>();
  #rows = 0;

  constructor(context: ListContext) {
    this.#context = context;
  }

  see({ row, label }: SeenRow): void {
    const { plan, names } = this.#context;
    if (plan.separator === null || plan.heading === null || plan.filter !== null || label === "") return;
    this.#rows += 1;
    for (const [at, cell] of row.cells.entries()) {
      if (plan.label.includes(at) || at === plan.tickets || !marks(cell, names[at] ?? "")) continue;
      const column = this.#columns.get(at) ?? { says: fold(cell), marked: new Places() };
      this.#columns.set(at, column);
      if (column.says === fold(cell)) column.marked.add(row.line, textOf(row), names[at]);
    }
  }

  end(): Finding[] {
    const found = [...this.#columns].find(([, { marked }]) => marked.count < this.#rows);
    if (!found) return [];
    const [column, { says, marked }] = found;
    const change = { filter: { column, says } };
    return marked.finding("rows_may_stay_out", "answer", { code: "leave_out_marked", change });
  }
}

function marks(cell: string, name: string): boolean {
  return isStayOutHeading(name) ? MARK.test(cell) : STATUS.test(cell);
}

/** Rows of one household, by a column of it. */
export class Households implements Finder {
  readonly #context: ListContext;
  readonly #column: number;
  readonly #first = new Map<string, string>();
  readonly #places = new Places();
  readonly #others: number[] = [];

  constructor(context: ListContext) {
    const { plan, names } = context;
    this.#context = context;
    this.#column = names.findIndex(
      (name, at) => isHouseholdHeading(name) && !plan.label.includes(at) && at !== plan.tickets,
    );
  }

  see({ row, label }: SeenRow): void {
    if (this.#column < 0 || label === "") return;
    const cell = fold(row.cells[this.#column] ?? "");
    if (cell === "") return;
    const first = this.#first.get(cell);
    if (first === undefined) {
      if (this.#first.size < MOST_HOUSEHOLDS) this.#first.set(cell, label);
      return;
    }
    this.#places.add(row.line, label, first);
    if (this.#others.length < MOST_LEFT_OUT) this.#others.push(row.line);
  }

  end(): Finding[] {
    const leftOut = [...this.#context.plan.leftOut, ...this.#others];
    return this.#places.finding("same_household", "note", { code: "first_of_household", change: { leftOut } });
  }
}

const MOST_HOUSEHOLDS = 100_000;

/** Lines that somebody wrote about the list. */
export class Comments implements Finder {
  readonly #places = new Places();
  readonly #lines: number[] = [];
  #rows = 0;

  see({ row, label }: SeenRow): void {
    this.#rows += 1;
    if (!COMMENT.test(row.cells[0] ?? "") || label === "") return;
    this.#places.add(row.line, textOf(row));
    if (this.#lines.length < MOST_LEFT_OUT) this.#lines.push(row.line);
  }

  end(): Finding[] {
    if (this.#places.count * 2 > this.#rows) return [];
    return this.#places.finding("comment_lines", "answer", { code: "leave_out", change: { leftOut: this.#lines } });
  }
}

/** `# exported`, `// not her`, `Exported on 2026-01-01`, `Page 1 of 2`. */
const COMMENT =
  /^(?:#\s|\/\/|--\s|;\s|<!--|(?:exported|generated|printed|erstellt|exportiert|gedruckt|exporté|généré)\s+(?:on|at|by|am|von|le)\b|page \d+ (?:of|\/)|seite \d+ von)/iu;
