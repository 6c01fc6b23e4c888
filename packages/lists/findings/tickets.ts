// Oddities in numbers of tickets.
import { isHouseholdHeading, isTicketsHeading } from "../cells.ts";
import { looksLikeTickets, readTickets } from "../tickets.ts";
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

const SUM =
  /^(?:(?:grand|sub|overall)[ -]?)?(?:sum|total|gesamt(?:summe|zahl)?|summe|zwischensumme|totale?|insgesamt|somme|sous-total|razem|suma|celkem|итого|всего|合计|总计|小计|合計|總計)(?![\p{L}\p{Nd}])[:.]?|^(?:number|count|anzahl|nombre) (?:of|der|de) \p{L}+[:.]/iu;
/** "3 participants" below three of them. */
const COUNTED = /^(\p{Nd}{1,7})\s+\p{Ll}[\p{L} ]{3,30}$/u;
/**
 * Minimum entries before a sum. Without a word for it more are needed: three friends with 2, 1 and 3 tickets are not a
 * sum.
 */
const FEWEST_BEFORE = { word: 2, number: 5 };

/** "Total, 6" after 3, 1 and 2, or before them; subtotals. */
export class SumRow implements Finder {
  #sum = 0;
  #entries = 0;
  #first: SeenRow | null = null;
  #last: SeenRow | null = null;
  readonly #named = new Places();
  readonly #lines: number[] = [];

  see(seen: SeenRow): void {
    if (seen.label === "") return;
    if (this.#last) {
      this.#sum += ticketsIn(this.#last);
      this.#entries += 1;
    }
    this.#first ??= seen;
    this.#last = seen;
    if (SUM.test(seen.label) || Number(COUNTED.exec(seen.label)?.[1]) === this.#entries) this.#add(seen);
  }

  #add({ row }: SeenRow): void {
    this.#named.add(row.line, textOf(row));
    if (this.#lines.length < MOST_LEFT_OUT) this.#lines.push(row.line);
  }

  end(): Finding[] {
    const [first, last] = [this.#first, this.#last];
    if (!first || !last || this.#entries < FEWEST_BEFORE.word) return [];
    const isLong = this.#entries >= FEWEST_BEFORE.number && this.#sum > this.#entries;
    const all = this.#sum + ticketsIn(last);
    if (isLong && ticketsIn(last) === this.#sum && !this.#lines.includes(last.row.line)) this.#add(last);
    if (isLong && ticketsIn(first) * 2 === all && !this.#lines.includes(first.row.line)) this.#add(first);
    return this.#named.finding("sum_row", "answer", { code: "leave_out", change: { leftOut: this.#lines } });
  }
}

function ticketsIn({ tickets }: SeenRow): number {
  return tickets.ok ? tickets.value : 1;
}

/** Numbers that all have the same four to fifteen digits (E.164) are postal codes, years, telephone or order numbers rather than tickets. */
export class Codes implements Finder {
  readonly #places = new Places();
  readonly #long = new Places();
  #digits: number | null = null;
  #isCodes = true;

  see({ row, label, typed, tickets }: SeenRow): void {
    if (label === "" || typed === null) return;
    const digits = tickets.ok && /^[1-9]\d{3,14}$/.test(typed) ? typed.length : 0;
    this.#digits ??= digits;
    this.#isCodes &&= digits > 0 && digits === this.#digits;
    this.#places.add(row.line, `${label}, ${typed}`);
    if (digits >= OF_TELEPHONES) this.#long.add(row.line, `${label}, ${typed}`);
  }

  end(): Finding[] {
    const found = this.#isCodes && this.#places.count > 1 ? this.#places : this.#long;
    return found.finding("tickets_like_codes", "answer");
  }
}

const OF_TELEPHONES = 7; // digits, from which on a number is hardly one of tickets

/** Rows of a table with columns that have none in that of the tickets. */
export class Missing implements Finder {
  readonly #isWanted: boolean;
  readonly #places = new Places();
  readonly #lines: number[] = [];

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.separator !== null && plan.tickets !== null && !plan.splitLine;
  }

  see({ row, label, typed }: SeenRow): void {
    if (!this.#isWanted || label === "" || typed !== null) return;
    this.#places.add(row.line, textOf(row));
    if (this.#lines.length < MOST_LEFT_OUT) this.#lines.push(row.line);
  }

  end(): Finding[] {
    const { count } = this.#places;
    const isWhole = count <= MOST_LEFT_OUT; // a remedy for some of the lines would be none
    const remedies: Remedy[] = isWhole ? [{ code: "leave_out", change: { leftOut: this.#lines } }] : [];
    return this.#places.finding("tickets_missing", "answer", ...remedies);
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
    if (plan.separator === null || plan.splitLine) return;
    this.#rows.add(row.line, textOf(row));
    for (const [at, cell] of row.cells.entries())
      if (this.#mayCount(at)) {
        if (!this.#columns.has(at)) this.#columns.set(at, new Counts());
        this.#columns.get(at)?.add(cell);
      }
  }

  #mayCount(at: number): boolean {
    const { plan, names } = this.#context;
    const name = names[at] ?? "";
    const isLabel = plan.label.includes(at) && (plan.heading !== null || plan.label.length === 1);
    if (isLabel || at === plan.tickets || isHouseholdHeading(name)) return false;
    return !/\bid\b|^#$|\b(no|nr)\b/iu.test(name);
  }

  end(): Finding[] {
    const { names, takesTickets, plan } = this.#context;
    const named = (at: number) => isTicketsHeading(names[at] ?? "");
    const isOther = plan.tickets !== null; // "Tickets bought", "Tickets free"
    const found = [...this.#columns].find(
      ([at, counts]) => (named(at) && (!isOther || counts.areNumbers())) || (!isOther && counts.areSmallNumbers()),
    )?.[0];
    if (found === undefined || this.#rows.count < 2) return [];
    const places = new Places();
    for (const { line, text } of this.#rows.first) places.add(line, text, names[found] || String(found + 1));
    places.count = this.#rows.count;
    if (!takesTickets) return named(found) ? places.finding("tickets_not_counted", "note") : [];
    const label = plan.label.filter((at) => at !== found);
    const change = label.length < plan.label.length ? { tickets: found, label } : { tickets: found };
    return places.finding("tickets_column_possible", "answer", { code: "use_column", change });
  }
}

const SMALL = 1_000;

// Small numbers in no sequence: identifiers count up or are long.
class Counts {
  #cells = 0;
  #areSmall = true;
  #areNumbers = true;
  #isSeries = true;
  #before: number | null = null;

  add(cell: string): void {
    this.#cells += 1;
    this.#areNumbers &&= looksLikeTickets(cell);
    if (!this.#areSmall) return;
    const read = readTickets(cell);
    this.#areSmall = read.ok && read.value < SMALL;
    if (!read.ok) return;
    if (this.#before !== null && read.value !== this.#before + 1) this.#isSeries = false;
    this.#before = read.value;
  }

  areNumbers(): boolean {
    return this.#cells > 1 && this.#areNumbers;
  }

  areSmallNumbers(): boolean {
    return this.#cells > 1 && this.#areSmall && !this.#isSeries;
  }
}
