import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { formatOf } from "../format.ts";
import { readList } from "../reader.ts";
import { readWorkbook, type Workbook } from "./index.ts";
import { kindOfFormat, type NumberKind, shownNumber } from "./numbers.ts";

const FOLDER = join(import.meta.dir, "../testing/workbooks");

function readBytes(bytes: Uint8Array, sheet?: number): Workbook {
  expect(formatOf(bytes)).toEqual({ kind: "workbook" });
  const reading = readWorkbook(bytes, sheet);
  if (!reading.ok) throw new Error(reading.refusal);
  return reading.workbook;
}

const readFile = async (name: string, sheet?: number) => readBytes(await Bun.file(join(FOLDER, name)).bytes(), sheet);
const cellsOf = ({ rows }: Workbook) => rows.map(({ cells }) => cells);
const codesOf = ({ findings }: Workbook) => findings.map(({ code, severity }) => `${code} ${severity}`);

describe("a workbook from another program", () => {
  test.each(["fr", "de", "c"].flatMap((locale) => [`gnumeric-${locale}.xlsx`, `gnumeric-${locale}.ods`]))(
    "has the values of its cells, regardless of what its locale shows: %s",
    async (name) => {
      const workbook = await readFile(name);
      expect(cellsOf(workbook)).toEqual([
        ["Name", "Tickets", "Since"],
        ["Åse Ødegård", "1000", "2026-01-05"],
        ["Zoë", "2500", "2026-01-06"],
        ["Radia", "10", "2026-01-07"],
      ]);
      const { list } = readList(workbook.rows, { takesTickets: true });
      expect(list.map(({ label, tickets }) => [label, tickets])).toEqual([
        ["Åse Ødegård", 1_000],
        ["Zoë", 2_500],
        ["Radia", 10],
      ]);
    },
  );

  test("has titles, leading zeros and times; hidden parts are read and reported", async () => {
    const workbook = await readFile("openpyxl-hidden.xlsx");
    expect(workbook.sheets).toEqual([
      { name: "Spring fair", hidden: false },
      { name: "Old", hidden: true },
      { name: "Second", hidden: false },
    ]);
    expect(workbook.rows).toContainEqual({ line: 6, cells: ["00019", "Radia", "2", "2026-01-07 18:02:11"] });
    expect(codesOf(workbook)).toEqual(["hidden_rows answer", "hidden_columns note", "hidden_sheets note"]);
    expect(workbook.findings[0]?.remedies).toEqual([{ code: "leave_out", change: { leftOut: [6] } }]);
    const { list, findings } = readList(workbook.rows, { takesTickets: true });
    expect(list.map(({ label, tickets = 1 }) => `${label} ${tickets}`)).toEqual([
      "Ada 3",
      "Grace 1",
      "Radia 2",
      "Emmy 5",
    ]);
    expect(findings.map(({ code }) => code)).toEqual(["titles_left_out", "heading_left_out", "columns_left_out"]);
  });

  test("has several sheets, of which another can be chosen", async () => {
    expect(cellsOf(await readFile("openpyxl-hidden.xlsx", 2))).toEqual([["Sophie"]]);
  });

  test("counts days from 1904; formulas without values, errors and merged rows are reported", async () => {
    const workbook = await readFile("openpyxl-1904.xlsx");
    expect(cellsOf(workbook).map(([, born]) => born)).toEqual(["Born", "1915-12-10", "1906-12-09", "18:30:00"]);
    expect(codesOf(workbook)).toEqual(["merged_rows answer", "cell_errors answer", "formula_without_value answer"]);
  });

  test("has strings in its cells, text in runs and computed values", async () => {
    expect(cellsOf(await readFile("exceljs-stream.xlsx"))).toEqual([
      ["First name", "Last name", "Share", "Tickets"],
      ["Ada", "Lovelace", "0.5", "3"],
      ["Grace", "Hopper\nUSN", "25%", "1"],
    ]);
  });
});

describe("numbers", () => {
  test.each<[string, NumberKind]>([
    ["General", "plain"],
    ["#,##0.00", "plain"],
    ["dd/mm/yyyy", "date"],
    ["[$-407]d. mmmm yyyy;@", "date"],
    ['yyyy"年"m"月"', "date"],
    ["mmm", "date"],
    ["h:mm AM/PM", "time"],
    ["[h]:mm", "time"],
    ["0.0%", "per_cent"],
    ["00000", { digits: 5 }],
    ['"day" 0', "plain"],
    ["[Red]0;[Blue]-0", "plain"],
  ])("are shown by %s as %j", (code, kind) => {
    expect(kindOfFormat(code)).toEqual(kind);
  });

  test.each<[string, NumberKind, boolean, string]>([
    ["1", "date", false, "1900-01-01"],
    ["59", "date", false, "1900-02-28"],
    ["61", "date", false, "1900-03-01"],
    ["0", "date", true, "1904-01-01"],
    ["46027.75", "date", false, "2026-01-05 18:00:00"],
    ["1.5", "time", false, "36:00:00"],
    ["0.30000000000000004", "plain", false, "0.3"],
    ["1E3", "plain", false, "1000"],
    ["4109", { digits: 5 }, false, "04109"],
    ["0.07", "per_cent", false, "7%"],
    ["9999999999", "date", false, "9999999999"],
  ])("%s as %j, from 1904 %p, is %s", (raw, kind, from1904, shown) => {
    expect(shownNumber(raw, kind, from1904)).toBe(shown);
  });
});

const XLSX_RELATIONS = `<Relationships xmlns="r"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>`;

/** A workbook of these worksheets, as XML. */
function xlsxOf(sheets: string[], more: Record<string, string> = {}, relations = ""): Uint8Array {
  const names = sheets.map((_, at) => `<sheet name="S${at}" r:id="s${at}"/>`).join("");
  const targets = sheets.map((_, at) => `<Relationship Id="s${at}" Type="x/worksheet" Target="s${at}.xml"/>`).join("");
  const parts = {
    "[Content_Types].xml": "<Types/>",
    "_rels/.rels": XLSX_RELATIONS,
    "xl/workbook.xml": `<workbook xmlns:r="r"><sheets>${names}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${targets}${relations}</Relationships>`,
    ...Object.fromEntries(sheets.map((xml, at) => [`xl/s${at}.xml`, `<worksheet>${xml}</worksheet>`])),
    ...more,
  };
  return zipSync(Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])));
}

function odsOf(body: string, manifest = "<manifest/>"): Uint8Array {
  const start = '<document xmlns:table="t" xmlns:text="x" xmlns:office="o"><body><spreadsheet>';
  return zipSync({
    mimetype: [strToU8("application/vnd.oasis.opendocument.spreadsheet"), { level: 0 }],
    "META-INF/manifest.xml": strToU8(manifest),
    "content.xml": strToU8(`${start}${body}</spreadsheet></body></document>`),
  });
}

const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
const refusalOf = (bytes: Uint8Array) => {
  const reading = readWorkbook(bytes);
  return reading.ok ? null : reading.refusal;
};

describe("an unusual workbook", () => {
  test("with rows and cells without references", () => {
    const workbook = readBytes(
      xlsxOf([`<sheetData><row>${inline("Ada")}${inline("x_x000D_\ny")}</row><row/></sheetData>`]),
    );
    expect(workbook.rows).toEqual([{ line: 1, cells: ["Ada", "x\ny"] }]);
  });

  test("with macros and links to other files, which are ignored and reported", () => {
    const link = '<Relationship Id="l" Type="x/externalLink" Target="e.xml"/>';
    const bytes = xlsxOf([`<sheetData><row>${inline("Ada")}</row></sheetData>`], { "xl/vbaProject.bin": "x" }, link);
    expect(codesOf(readBytes(bytes))).toEqual(["macros_ignored note", "links_ignored note"]);
  });

  test("with an empty first sheet is read from the next", () => {
    expect(readBytes(xlsxOf(["<sheetData/>", `<sheetData><row>${inline("Ada")}</row></sheetData>`])).sheet).toBe(1);
  });

  test("with repeated cells and rows, comments and text in runs", () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="2"><text:p>A<text:span>da</text:span><text:s/>L</text:p><office:annotation><text:p>no</text:p></office:annotation></table:table-cell>';
    const row = `<table:table-row table:number-rows-repeated="2">${cell}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>`;
    const blank = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell/></table:table-row>';
    const workbook = readBytes(odsOf(`<table:table table:name="A">${row}${blank}${row}</table:table>`));
    expect(workbook.rows.map(({ line }) => line)).toEqual([1, 2, 1_048_003, 1_048_004]);
    expect(workbook.rows[0]?.cells).toEqual(["Ada L", "Ada L"]);
  });
});

describe("a workbook is refused", () => {
  const bytes = xlsxOf([`<sheetData><row>${inline("Ada")}</row></sheetData>`]);
  const whole = '<table:table-cell table:number-columns-repeated="900"><text:p>Ada</text:p></table:table-cell>';

  test("that is truncated, damaged, or not XML", () => {
    expect(refusalOf(bytes.subarray(0, bytes.length - 30))).toBe("workbook_broken");
    expect(refusalOf(bytes.map((byte, at) => (at > 400 && at < 600 ? 7 : byte)))).toBe("workbook_broken");
    expect(refusalOf(xlsxOf(["<sheetData><row></sheetData>"]))).toBe("workbook_broken");
  });

  test("with a password", () => {
    expect(refusalOf(odsOf("", "<manifest><file-entry><encryption-data/></file-entry></manifest>"))).toBe(
      "workbook_encrypted",
    );
  });

  test("in a binary format", () => {
    const relations = XLSX_RELATIONS.replace("workbook.xml", "workbook.bin");
    expect(refusalOf(xlsxOf([""], { "_rels/.rels": relations }))).toBe("workbook_binary");
  });

  test("that unpacks to more than a list can be", () => {
    const bomb = zipSync({ "content.xml": new Uint8Array(200 * 2 ** 20) });
    expect(bomb.length).toBeLessThan(2 ** 20);
    expect(refusalOf(bomb)).toBe("workbook_too_large");
  }, 60_000);

  test("with expanding entities", () => {
    const doctype = '<!DOCTYPE w [<!ENTITY a "Ada"><!ENTITY b "&a;&a;">]>';
    const entity = `${doctype}<worksheet><sheetData><row>${inline("&b;")}</row></sheetData></worksheet>`;
    expect(refusalOf(xlsxOf([""], { "xl/s0.xml": entity }))).toBe("workbook_broken");
  });

  test("with a million columns, or endlessly repeated rows", () => {
    const far = '<sheetData><row r="1"><c r="ZZZZ1"><v>1</v></c></row></sheetData>';
    expect(refusalOf(xlsxOf([far]))).toBe("workbook_too_large");
    const rows = `<table:table-row table:number-rows-repeated="1000000">${whole}</table:table-row>`;
    expect(refusalOf(odsOf(`<table:table>${rows}</table:table>`))).toBe("workbook_too_large");
  });

  test("with 10,000 sheets, or none", () => {
    expect(refusalOf(odsOf("<table:table/>".repeat(10_000)))).toBe("workbook_too_many_sheets");
    expect(refusalOf(odsOf(""))).toBe("workbook_empty");
  });
});
