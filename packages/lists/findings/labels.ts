// Oddities in labels and in the shape of rows.
import { hasInvisible, isPrivate } from "../people.ts";
import type { Row } from "../rows.ts";
import {
  type Finder,
  type Finding,
  type FindingCode,
  type ListContext,
  Places,
  type Remedy,
  type SeenRow,
  type Severity,
  textOf,
} from "./finding.ts";

/** Code points, as the protocol counts them (docs/protocol.md section 1). */
const LONGEST_LABEL = 200;

/** Labels with some property. */
class Labels implements Finder {
  readonly #places = new Places();
  readonly #is: (label: string, row: Row) => boolean;
  readonly #finding: (places: Places) => Finding[];

  constructor(is: (label: string, row: Row) => boolean, code: FindingCode, severity: Severity, ...remedies: Remedy[]) {
    this.#is = is;
    this.#finding = (places) => places.finding(code, severity, ...remedies);
  }

  see({ row, label }: SeenRow): void {
    if (label !== "" && this.#is(label, row)) this.#places.add(row.line, label);
  }

  end(): Finding[] {
    return this.#finding(this.#places);
  }
}

export function labelFinders(): Finder[] {
  return [
    new Labels(isLong, "label_too_long", "mend"),
    new Labels((_, { cells }) => cells.some((cell) => cell.includes("\n")), "line_break_in_label", "note"),
    new Labels(hasOddQuote, "stray_quote", "note"),
    new Labels(hasInvisible, "invisible_characters", "note", {
      code: "strip_invisible",
      change: { stripInvisible: true },
    }),
    new Labels(isBroken, "broken_characters", "answer"),
    new Labels((label) => isPrivate(label.slice(0, LONGEST_LABEL)), "private_data", "note"),
  ];
}

function isLong(label: string): boolean {
  return label.length > LONGEST_LABEL && [...label].length > LONGEST_LABEL;
}

function hasOddQuote(label: string): boolean {
  return label.includes('"') && (label.match(/"/g)?.length ?? 0) % 2 === 1;
}

/** A character that could not be decoded, or UTF-8 that was read as Windows-1252: "JosÃ©". */
const BROKEN =
  /\ufffd|(?<=\p{L})[\u2500-\u259f]|[\u00c2\u00c3][\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192\u02c6\u02dc\u2013-\u203a\u20ac\u2122]/u;

function isBroken(label: string): boolean {
  return BROKEN.test(label);
}

const FEWEST_ROWS = 5; // minimum for calling a row unusual
const MOST_WIDTHS = 100;

/** Rows with an unusual number of cells. */
export class UnevenRows implements Finder {
  readonly #isWanted: boolean;
  readonly #widths = new Map<number, Places>();
  #rows = 0;

  constructor({ plan }: ListContext) {
    this.#isWanted = plan.separator !== null;
  }

  see({ row }: SeenRow): void {
    if (!this.#isWanted) return;
    this.#rows += 1;
    const width = Math.min(row.cells.length, MOST_WIDTHS);
    const places = this.#widths.get(width) ?? new Places();
    this.#widths.set(width, places);
    places.add(row.line, textOf(row));
  }

  end(): Finding[] {
    if (this.#rows < FEWEST_ROWS) return [];
    const [, ...unusual] = [...this.#widths.values()].sort((a, b) => b.count - a.count);
    const all = new Places();
    for (const { line, text } of unusual.flatMap(({ first }) => first).sort((a, b) => a.line - b.line))
      all.add(line, text);
    all.count = unusual.reduce((sum, { count }) => sum + count, 0);
    return all.finding("uneven_rows", "note");
  }
}
