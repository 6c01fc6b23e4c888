// Workbooks: XLSX and ODS, one sheet at a time. Separate from the list reader, so that it is loaded on demand.
import { type Finding, type FindingCode, Places } from "../findings/finding.ts";
import { Archive, type WorkbookRefusal, WorkbookRefused } from "./archive.ts";
import { openOds, readOdsSheet } from "./ods.ts";
import type { SheetName, SheetRows, Workbook } from "./sheet.ts";
import { openXlsx, readXlsxSheet } from "./xlsx.ts";

export type { WorkbookRefusal } from "./archive.ts";
export type { SheetName, Workbook } from "./sheet.ts";

export type WorkbookReading = { ok: true; workbook: Workbook } | { ok: false; refusal: WorkbookRefusal };

const MOST_TRIED = 5; // sheets searched for the first list

/** Reads a sheet; by default the first visible non-empty one. */
export function readWorkbook(bytes: Uint8Array, chosen?: number): WorkbookReading {
  try {
    return { ok: true, workbook: read(opened(bytes), chosen) };
  } catch (error) {
    if (error instanceof WorkbookRefused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

interface Opened {
  sheets: SheetName[];
  findings: Finding[];
  read(sheet: number): SheetRows;
}

function opened(bytes: Uint8Array): Opened {
  const archive = new Archive(bytes);
  if (archive.has("content.xml")) {
    const ods = openOds(archive);
    return { sheets: ods.sheets, findings: ignored(ods.hasMacros, false), read: (sheet) => readOdsSheet(ods, sheet) };
  }
  const xlsx = openXlsx(archive);
  const part = (sheet: number) => xlsx.sheets[sheet]?.part ?? "";
  return {
    sheets: xlsx.sheets.map(({ name, hidden }) => ({ name, hidden })),
    findings: ignored(xlsx.hasMacros, xlsx.hasLinks),
    read: (sheet) => readXlsxSheet(archive, xlsx, part(sheet)),
  };
}

function read({ sheets, findings, read }: Opened, chosen?: number): Workbook {
  if (chosen !== undefined && !sheets[chosen]) throw new WorkbookRefused("workbook_no_such_sheet");
  const candidates = chosen === undefined ? visible(sheets).slice(0, MOST_TRIED) : [chosen];
  for (const sheet of candidates) {
    const rows = read(sheet);
    if (rows.rows.length > 0 || sheet === candidates.at(-1))
      return { sheets, sheet, rows: rows.rows, findings: [...rows.findings(), ...hiddenSheets(sheets), ...findings] };
  }
  throw new WorkbookRefused("workbook_empty");
}

function visible(sheets: SheetName[]): number[] {
  const shown = [...sheets.keys()].filter((at) => !sheets[at]?.hidden);
  return shown.length > 0 ? shown : [...sheets.keys()];
}

function hiddenSheets(sheets: SheetName[]): Finding[] {
  const places = new Places();
  for (const { name, hidden } of sheets) if (hidden) places.add(0, name);
  return places.finding("hidden_sheets", "note");
}

function ignored(macros: boolean, links: boolean): Finding[] {
  return [...(macros ? [noteOf("macros_ignored")] : []), ...(links ? [noteOf("links_ignored")] : [])];
}

function noteOf(code: FindingCode): Finding {
  return { code, severity: "note", count: 1, places: [], remedies: [] };
}
