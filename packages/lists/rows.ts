// Splits lines into rows of cells. Cells are kept, never rewritten as text.
import { isBlank } from "@fairhat/protocol";
import Papa from "papaparse";
import { isRuling } from "./cells.ts";

export interface Row {
  /** The line on which the row starts, from 1. */
  line: number;
  cells: string[];
}

const MOST_COLUMNS = 1_000;
const LONGEST_CELL = 20_000; // characters; a longer quoted cell counts as unclosed

/** Reads lines that arrive in pieces. */
export class RowReader {
  readonly #separator: string | null;
  #line: number;
  #pending = ""; // rows with a quote that is not closed yet
  #badQuote: number | null = null;

  /** With `separator` null each line is one cell; `line` is the first line's number. */
  constructor(separator: string | null, line: number) {
    this.#separator = separator;
    this.#line = line;
  }

  /** The line of the first quote that is unclosed, or closes within a cell; null without one. */
  get badQuote(): number | null {
    return this.#badQuote;
  }

  /** The complete rows. */
  read(lines: string[]): Row[] {
    if (lines.length === 0) return [];
    if (this.#separator === null) return lines.map((line) => ({ line: this.#line++, cells: [line.trim()] }));
    const text = `${this.#pending}${lines.join("\n")}\n`;
    const { rows, read } = this.#parse(text, this.#separator, '"');
    this.#pending = text.slice(read);
    return this.#pending.length > LONGEST_CELL ? [...rows, ...this.end()] : rows;
  }

  /** The rows after an unclosed quote, read without quoting. */
  end(): Row[] {
    if (this.#separator === null || this.#pending === "") return [];
    this.#badQuote ??= this.#line;
    const text = this.#pending;
    this.#pending = "";
    return this.#parse(text, this.#separator, "\0").rows;
  }

  #parse(text: string, delimiter: string, quoteChar: string): { rows: Row[]; read: number } {
    const parser = new Papa.Parser({ delimiter, newline: "\n", quoteChar });
    const { data, errors, meta }: Papa.ParseResult<string[]> = parser.parse(text, 0, true);
    const broken = errors.find(({ code }) => code === "InvalidQuotes")?.row;
    const rows = data.map((cells, at) => {
      if (at === broken) this.#badQuote ??= this.#line;
      const row = { line: this.#line, cells: cells.slice(0, MOST_COLUMNS).map((cell) => cell.trim()) };
      this.#line += 1 + breaksIn(cells);
      return row;
    });
    return { rows, read: meta.cursor };
  }
}

/** Whether a row is blank or invisible. */
export function isBlankRow({ cells }: Row): boolean {
  return cells.every((cell) => cell === "" || isBlank(cell));
}

/** Whether a row is a line drawn between others, as in a table of Markdown. */
export function isRulingRow({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== "");
  return filled.length > 0 && filled.every(isRuling);
}

function breaksIn(cells: string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}
