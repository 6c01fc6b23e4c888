// How the first rows were interpreted, and what was dropped for that.
import { isHeadingRow, isHeadingWord } from "../cells.ts";
import { isBlankRow, type Row } from "../rows.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow, textOf } from "./finding.ts";

const HEADING_IS_ENTRY: Remedy = { code: "heading_is_entry", change: { heading: null } };

/** `above`: the rows up to and including the heading. */
export function findHeading({ plan }: ListContext, above: Row[]): Finding[] {
  if (plan.heading === null) return [];
  const [titles, heading] = [new Places(), new Places()];
  for (const row of above.slice(0, -1)) if (!isBlankRow(row)) titles.add(row.line, textOf(row));
  const row = above.at(-1);
  if (row) heading.add(row.line, textOf(row));
  const isNamed = row?.cells.some(isHeadingWord) ?? false;
  return [
    ...titles.finding("titles_left_out", "note"),
    ...heading.finding(
      isNamed ? "heading_left_out" : "heading_unlike",
      isNamed ? "note" : "answer",
      ...(plan.tickets === null ? [HEADING_IS_ENTRY] : []),
    ),
  ];
}

/** Named columns that are not part of the label. */
export function findColumnsLeftOut({ plan, names }: ListContext, heading: Row | undefined): Finding[] {
  const places = new Places();
  for (const [at, name] of names.entries())
    if (name !== "" && at !== plan.tickets && !plan.label.includes(at)) places.add(heading?.line ?? 1, name);
  return plan.splitLine ? [] : places.finding("columns_left_out", "note");
}

/** A first row that may be a heading. */
export class PossibleHeading implements Finder {
  #rows = 0;
  #withTickets = 0;
  #first: SeenRow | null = null;
  readonly #isWanted: boolean;
  readonly #places = new Places();

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.heading === null && !plan.splitLine;
  }

  see(seen: SeenRow): void {
    const { row, typed } = seen;
    this.#rows += 1;
    this.#first ??= seen;
    if (typed !== null) this.#withTickets += 1;
    if (this.#rows > 1 || !this.#isWanted) return;
    const text = textOf(row);
    const cells = row.cells.length === 1 ? text.replaceAll('"', "").split(/[,;\t]/) : row.cells;
    if (isHeadingRow(cells.map((cell) => cell.replace(/[.:]\s*$/, "")))) this.#places.add(row.line, text);
  }

  // "Имя; Билеты" above lines that all have tickets.
  #differs(): boolean {
    const first = this.#first;
    const isOnly = first?.typed === null && this.#rows > 2 && this.#withTickets === this.#rows - 1;
    if (!isOnly) return false;
    const text = textOf(first.row); // "Lovelace, Ada" may be a person without a number
    return /[;|\t；؛]/u.test(text) || (this.#rows > 3 && /[,:，：،]/u.test(text));
  }

  end(): Finding[] {
    const first = this.#first;
    if (this.#isWanted && first && this.#places.count === 0 && this.#differs())
      this.#places.add(first.row.line, textOf(first.row));
    return this.#rows > 1
      ? this.#places.finding("heading_possible", "answer", { code: "first_row_is_heading", change: { heading: 0 } })
      : [];
  }
}
