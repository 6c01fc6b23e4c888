// Oddities in numbers of tickets.
import { isTicketsHeading } from "../cells.ts";
import { readTickets } from "../tickets.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow, textOf } from "./finding.ts";

export class Unreadable implements Finder {
  readonly #places = new Places();
  #ambiguous = false;

  see({ row, label, typed, tickets }: SeenRow): void {
    if (tickets.ok || label === "") return;
    this.#ambiguous ||= tickets.problem === "ambiguous";
    this.#places.add(row.line, `${label}, ${typed}`, tickets.problem);
  }

  end(): Finding[] {
    const styles: Remedy[] = [
      { code: "read_as_thousands", change: { numbers: "thousands" } },
      { code: "read_as_decimals", change: { numbers: "decimals" } },
    ];
    return this.#places.finding("tickets_unreadable", "mend", ...(this.#ambiguous ? styles : []));
  }
}

/** Rows with tickets but no name, which are not entries. */
export class Nameless implements Finder {
  readonly #places = new Places();
  readonly #lines: number[] = [];

  see({ row, label, typed }: SeenRow): void {
    if (label !== "" || typed === null) return;
    this.#places.add(row.line, textOf(row));
    if (this.#lines.length < MOST_LEFT_OUT) this.#lines.push(row.line);
  }

  end(): Finding[] {
    return this.#places.finding("tickets_without_name", "answer", {
      code: "leave_out",
      change: { leftOut: this.#lines },
    });
  }
}

const MOST_LEFT_OUT = 1_000; // lines

const SUM = /^(sum|total|subtotal|gesamt|summe|totale?|insgesamt|razem|celkem|合计|总计)(?![\p{L}\p{Nd}])[:.]?/iu;
/**
 * Minimum entries before a sum. Without a word for it more are needed: three friends with 2, 1 and 3 tickets are not a
 * sum.
 */
const FEWEST_BEFORE = { word: 2, number: 5 };

/** "Total, 6" after 3, 1 and 2. */
export class SumRow implements Finder {
  #sum = 0;
  #entries = 0;
  #last: SeenRow | null = null;

  see(seen: SeenRow): void {
    if (seen.label === "") return;
    if (this.#last) {
      this.#sum += ticketsIn(this.#last);
      this.#entries += 1;
    }
    this.#last = seen;
  }

  end(): Finding[] {
    const last = this.#last;
    if (!last || this.#entries < FEWEST_BEFORE.word) return [];
    const isSum = this.#entries >= FEWEST_BEFORE.number && ticketsIn(last) === this.#sum && this.#sum > this.#entries;
    const places = new Places();
    if (isSum || SUM.test(last.label)) places.add(last.row.line, textOf(last.row));
    return places.finding("sum_row", "answer", { code: "leave_out", change: { leftOut: [last.row.line] } });
  }
}

function ticketsIn({ tickets }: SeenRow): number {
  return tickets.ok ? tickets.value : 1;
}

/** Numbers that all have four or five digits look like postal codes or years. */
export class Codes implements Finder {
  readonly #places = new Places();
  #digits: number | null = null;
  #isCodes = true;

  see({ row, label, typed, tickets }: SeenRow): void {
    if (label === "" || !this.#isCodes) return;
    this.#digits ??= typed?.length ?? 0;
    this.#isCodes = typed !== null && tickets.ok && /^[1-9]\d{3,4}$/.test(typed) && typed.length === this.#digits;
    this.#places.add(row.line, `${label}, ${typed}`);
  }

  end(): Finding[] {
    return this.#isCodes && this.#places.count > 1 ? this.#places.finding("tickets_like_codes", "answer") : [];
  }
}

/** A column that may have the tickets and was not chosen, or that the rule ignores. */
export class PossibleColumn implements Finder {
  readonly #context: ListContext;
  readonly #columns = new Map<number, Counts>();
  readonly #rows = new Places();

  constructor(context: ListContext) {
    this.#context = context;
  }

  see({ row }: SeenRow): void {
    const { plan } = this.#context;
    if (plan.separator === null || plan.tickets !== null || plan.splitLine) return;
    this.#rows.add(row.line, textOf(row));
    for (const [at, cell] of row.cells.entries())
      if (this.#mayCount(at)) {
        if (!this.#columns.has(at)) this.#columns.set(at, new Counts());
        this.#columns.get(at)?.add(cell);
      }
  }

  #mayCount(at: number): boolean {
    const { plan, names } = this.#context;
    return !plan.label.includes(at) && !/\bid\b|^#$|\b(no|nr)\b/iu.test(names[at] ?? "");
  }

  end(): Finding[] {
    const { names, takesTickets } = this.#context;
    const named = (at: number) => isTicketsHeading(names[at] ?? "");
    const found = [...this.#columns].find(([at, counts]) => named(at) || counts.areSmallNumbers())?.[0];
    if (found === undefined || this.#rows.count < 2) return [];
    const places = new Places();
    for (const { line, text } of this.#rows.first) places.add(line, text, names[found] || String(found + 1));
    places.count = this.#rows.count;
    if (!takesTickets) return named(found) ? places.finding("tickets_not_counted", "note") : [];
    return places.finding("tickets_column_possible", "answer", { code: "use_column", change: { tickets: found } });
  }
}

const SMALL = 1_000;

// Small numbers in no sequence: identifiers count up or are long.
class Counts {
  #cells = 0;
  #areSmall = true;
  #isSeries = true;
  #before: number | null = null;

  add(cell: string): void {
    this.#cells += 1;
    if (!this.#areSmall) return;
    const read = readTickets(cell);
    this.#areSmall = read.ok && read.value < SMALL;
    if (!read.ok) return;
    if (this.#before !== null && read.value !== this.#before + 1) this.#isSeries = false;
    this.#before = read.value;
  }

  areSmallNumbers(): boolean {
    return this.#cells > 1 && this.#areSmall && !this.#isSeries;
  }
}
