// Collects the rows of one sheet, with findings.
import { type Finding, Places } from "../findings/finding.ts";
import type { Row } from "../rows.ts";
import { WorkbookRefused } from "./archive.ts";

export interface SheetName {
  name: string;
  hidden: boolean;
}

/** The result of reading a workbook. */
export interface Workbook {
  sheets: SheetName[];
  /** Index of the sheet. */
  sheet: number;
  rows: Row[];
  findings: Finding[];
}

const MOST = { rows: 1_000_100, columns: 1_000, cells: 10_000_000, sheets: 1_000 };

/** Throws WorkbookRefused for more sheets than a person would look through. */
export function limitSheets(count: number): void {
  if (count > MOST.sheets) throw new WorkbookRefused("workbook_too_many_sheets");
}

/** Collects rows in bounded memory: sheets with more cells than a list can use are refused. */
export class SheetRows {
  readonly rows: Row[] = [];
  readonly #hiddenRows = new Places();
  readonly #hiddenLines: number[] = [];
  readonly #hiddenColumns = new Set<number>();
  readonly #merged = new Places();
  readonly #errors = new Places();
  readonly #noValues = new Places();
  #cells: string[] = [];
  #count = 0;

  /** Sets a cell of the current row; columns are counted from 0. Throws WorkbookRefused. */
  cell(column: number, text: string): void {
    const trimmed = text.replace(/\r\n?/g, "\n").trim();
    if (trimmed === "") return;
    this.#count += 1;
    if (column >= MOST.columns || this.#count > MOST.cells) throw new WorkbookRefused("workbook_too_large");
    while (this.#cells.length < column) this.#cells.push("");
    this.#cells[column] = trimmed;
  }

  /** A formula with an error. */
  error(line: number, text: string): void {
    this.#errors.add(line, text);
  }

  /** A formula without a cached value. */
  noValue(line: number, formula: string): void {
    this.#noValues.add(line, formula);
  }

  /** Merged cells over several rows, of which only the first has a value. */
  merged(line: number, text: string): void {
    this.#merged.add(line, text);
  }

  hiddenColumns(from: number, to: number): void {
    for (let at = from; at <= Math.min(to, MOST.columns); at += 1) this.#hiddenColumns.add(at);
  }

  /** Ends the current row, which may be repeated. Throws WorkbookRefused. */
  endRow(line: number, hidden: boolean, times = 1): void {
    const cells = this.#cells;
    this.#cells = [];
    if (cells.length === 0) return;
    this.#count += cells.length * (times - 1);
    if (this.rows.length + times > MOST.rows || this.#count > MOST.cells)
      throw new WorkbookRefused("workbook_too_large");
    for (let at = 0; at < times; at += 1) this.#row({ line: line + at, cells }, hidden);
  }

  #row(row: Row, hidden: boolean): void {
    this.rows.push(row);
    if (!hidden) return;
    this.#hiddenLines.push(row.line);
    this.#hiddenRows.add(row.line, row.cells.filter((cell) => cell !== "").join("  "));
  }

  findings(): Finding[] {
    return [
      ...this.#hiddenRows.finding("hidden_rows", "answer", {
        code: "leave_out",
        change: { leftOut: this.#hiddenLines },
      }),
      ...this.#columnsFound(),
      ...this.#merged.finding("merged_rows", "answer"),
      ...this.#errors.finding("cell_errors", "answer"),
      ...this.#noValues.finding("formula_without_value", "answer"),
    ];
  }

  #columnsFound(): Finding[] {
    const places = new Places();
    for (const at of this.#hiddenColumns) {
      const cell = this.rows.find(({ cells }) => (cells[at] ?? "") !== "")?.cells[at];
      if (cell !== undefined) places.add(0, cell);
    }
    return places.finding("hidden_columns", "note");
  }
}
