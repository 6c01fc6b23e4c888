// Spreadsheets of OpenDocument (ODF 1.3 part 3, section 9): ODS and OTS.
import { type Archive, WorkbookRefused } from "./archive.ts";
import { limitSheets, type SheetName, SheetRows } from "./sheet.ts";
import { type Attributes, listenTo } from "./xml.ts";

const CONTENT = "content.xml";
const MANIFEST = "META-INF/manifest.xml";

export interface Ods {
  sheets: SheetName[];
  hasMacros: boolean;
  content: Uint8Array;
}

/** Throws WorkbookRefused. */
export function openOds(archive: Archive): Ods {
  if (isEncrypted(archive)) throw new WorkbookRefused("workbook_encrypted");
  const content = archive.part(CONTENT);
  const sheets: SheetName[] = [];
  const hiddenStyles = new Set<string>();
  let style = "";
  let depth = 0;
  listenTo(content, {
    open(name, attributes) {
      if (name === "style") style = attributes["style:name"] ?? "";
      if (name === "table-properties" && attributes["table:display"] === "false") hiddenStyles.add(style);
      if (name === "table") depth += 1;
      if (name !== "table" || depth > 1) return;
      const hidden = hiddenStyles.has(attributes["table:style-name"] ?? "");
      sheets.push({ name: attributes["table:name"] ?? "", hidden });
      limitSheets(sheets.length);
    },
    close(name) {
      if (name === "table") depth -= 1;
    },
  });
  return { sheets, hasMacros: archive.names().some((name) => /^(Basic|Scripts)\/./.test(name)), content };
}

// Part 2, section 3.4: the manifest says how each part is encrypted; a whole package may be encrypted, too.
function isEncrypted(archive: Archive): boolean {
  if (archive.has("encrypted-package")) return true;
  if (!archive.has(MANIFEST)) return false;
  let encrypted = false;
  listenTo(archive.part(MANIFEST), {
    open(name) {
      if (name === "encryption-data") encrypted = true;
    },
  });
  return encrypted;
}

/** Throws WorkbookRefused. */
export function readOdsSheet({ content }: Ods, sheet: number): SheetRows {
  const reader = new TableListener(sheet);
  listenTo(content, {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.rows;
}

const HIDDEN = new Set(["collapse", "filter"]);

/** Receives the cells of one table. Rows and cells may be repeated. */
class TableListener {
  readonly rows = new SheetRows();
  readonly #wanted: number;
  #table = -1;
  #depth = 0; // of tables
  #line = 1;
  #row: Attributes = {};
  #column = 0;
  #columns = 0;
  #cell: Attributes | null = null;
  #paragraphs: string[] = [];
  #isText = false;
  #notes = 0; // comments and drawings are not part of the cell's text

  constructor(wanted: number) {
    this.#wanted = wanted;
  }

  open(name: string, attributes: Attributes): void {
    if (name === "table") this.#openTable();
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === "annotation" || name === "shape" || name === "frame") this.#notes += 1;
    if (name === "table-column") this.#openColumn(attributes);
    if (name === "table-row") this.#openRow(attributes);
    if (name === "table-cell" || name === "covered-table-cell") this.#openCell(attributes);
    if (this.#cell && this.#notes === 0) this.#openText(name, attributes);
  }

  #openTable(): void {
    this.#depth += 1;
    if (this.#depth === 1) this.#table += 1;
  }

  #openColumn(attributes: Attributes): void {
    const times = repeated(attributes["table:number-columns-repeated"]);
    if (HIDDEN.has(attributes["table:visibility"] ?? ""))
      this.rows.hiddenColumns(this.#columns, this.#columns + times - 1);
    this.#columns += times;
  }

  #openRow(attributes: Attributes): void {
    this.#row = attributes;
    this.#column = 0;
  }

  #openCell(attributes: Attributes): void {
    this.#cell = attributes;
    this.#paragraphs = [];
  }

  // Part 3, section 6.1: spaces are collapsed, unless they are elements.
  #openText(name: string, attributes: Attributes): void {
    if (name === "p") {
      this.#paragraphs.push("");
      this.#isText = true;
    } else if (name === "s") this.#add(" ".repeat(Math.min(1_000, repeated(attributes["text:c"]))));
    else if (name === "tab") this.#add("\t");
    else if (name === "line-break") this.#add("\n");
  }

  text(text: string): void {
    if (this.#isText && this.#notes === 0) this.#add(text.replace(/[ \t\r\n]+/g, " "));
  }

  #add(text: string): void {
    const last = this.#paragraphs.length - 1;
    if (last >= 0) this.#paragraphs[last] += text;
  }

  close(name: string): void {
    if (name === "table") this.#depth -= 1;
    if (this.#table !== this.#wanted || this.#depth !== 1) return;
    if (name === "annotation" || name === "shape" || name === "frame") this.#notes -= 1;
    if (name === "p") this.#isText = false;
    if (name === "table-cell" || name === "covered-table-cell") this.#closeCell(name);
    if (name === "table-row") this.#closeRow();
  }

  #closeCell(name: string): void {
    const cell = this.#cell ?? {};
    this.#cell = null;
    const times = repeated(cell["table:number-columns-repeated"]);
    const text = name === "table-cell" ? this.#shown(cell) : "";
    if (repeated(cell["table:number-rows-spanned"]) > 1) this.rows.merged(this.#line, text);
    if (text !== "") for (let at = 0; at < times; at += 1) this.rows.cell(this.#column + at, text);
    this.#column += times;
  }

  #closeRow(): void {
    const times = repeated(this.#row["table:number-rows-repeated"]);
    this.rows.endRow(this.#line, HIDDEN.has(this.#row["table:visibility"] ?? ""), times);
    this.#line += times;
  }

  #shown(cell: Attributes): string {
    const text = this.#paragraphs.join("\n").trim();
    const formula = cell["table:formula"];
    if (cell["calcext:value-type"] === "error") this.rows.error(this.#line, text);
    else if (formula !== undefined && text === "" && !cell["office:value-type"]) this.rows.noValue(this.#line, formula);
    return shownValue(cell, text);
  }
}

function repeated(times = "1"): number {
  const count = Number(times);
  return Number.isSafeInteger(count) && count > 0 ? count : 1;
}

// The value, if the file's locale would show it differently. Leading zeros exist only in the shown text.
function shownValue(cell: Attributes, text: string): string {
  const { "office:value-type": type, "office:value": value = "" } = cell;
  if (type === "float" || type === "currency")
    return /^0\d+$/.test(text) && Number(text) === Number(value) ? text : plainNumber(value, text);
  if (type === "percentage") return `${plainNumber(String(Number(value) * 100), text)}%`;
  if (type === "date") return (cell["office:date-value"] ?? text).replace("T", " ").replace(/ 00:00:00(\.0+)?$/, "");
  return type === "boolean" ? String(cell["office:boolean-value"]).toUpperCase() : text;
}

function plainNumber(value: string, text: string): string {
  const number = Number(value);
  if (value === "" || !Number.isFinite(number)) return text;
  return String(Number.isSafeInteger(number) ? number : Number(number.toPrecision(15)));
}
