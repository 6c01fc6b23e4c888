// Workbooks of Office Open XML (ECMA-376 part 1, section 18): XLSX, XLSM and XLTX.
import { type Archive, WorkbookRefused } from "./archive.ts";
import { builtInKind, kindOfFormat, type NumberKind, shownNumber } from "./numbers.ts";
import { limitSheets, type SheetName, SheetRows } from "./sheet.ts";
import { type Attributes, listenTo } from "./xml.ts";

/** Data shared by all sheets. */
export interface Xlsx {
  sheets: (SheetName & { part: string })[];
  strings: string[];
  /** Number formats, by style. */
  kinds: NumberKind[];
  from1904: boolean;
  hasMacros: boolean;
  hasLinks: boolean;
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** Throws WorkbookRefused. */
export function openXlsx(archive: Archive): Xlsx {
  const main = relationsOf(archive, "").find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (main.endsWith(".bin")) throw new WorkbookRefused("workbook_binary");
  const relations = relationsOf(archive, main);
  const partOf = (wanted: string) => relations.find(({ type }) => type === wanted)?.target;
  const { sheets, from1904 } = readWorkbookPart(archive.part(main), relations);
  limitSheets(sheets.length);
  const [strings, styles] = [partOf("sharedStrings"), partOf("styles")];
  return {
    sheets,
    from1904,
    strings: strings && archive.has(strings) ? readStrings(archive.part(strings)) : [],
    kinds: styles && archive.has(styles) ? readStyles(archive.part(styles)) : [],
    hasMacros: archive.names().some((name) => name.endsWith("vbaProject.bin")),
    hasLinks: relations.some(({ type }) => type === "externalLink"),
  };
}

// Section 9.2 of part 2: the relations of a/b.xml are in a/_rels/b.xml.rels.
function relationsOf(archive: Archive, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf("/") + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  if (!archive.has(name)) return [];
  const relations: Relation[] = [];
  listenTo(archive.part(name), {
    open(element, { Id = "", Type = "", Target = "" }) {
      if (element !== "Relationship") return;
      const target = Target.startsWith("/") ? Target.slice(1) : `${folder}${Target}`;
      relations.push({ id: Id, type: Type.slice(Type.lastIndexOf("/") + 1), target });
    },
  });
  return relations;
}

function readWorkbookPart(bytes: Uint8Array, relations: Relation[]): Pick<Xlsx, "sheets" | "from1904"> {
  const worksheets = new Map(
    relations.filter(({ type }) => type === "worksheet").map(({ id, target }) => [id, target]),
  );
  const sheets: Xlsx["sheets"] = [];
  let from1904 = false;
  listenTo(bytes, {
    open(name, attributes) {
      if (name === "workbookPr") from1904 = isTrue(attributes.date1904);
      if (name !== "sheet") return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(":id"))?.[1] ?? "";
      const part = worksheets.get(id); // charts have none
      if (part) sheets.push({ name: attributes.name ?? "", hidden: isHidden(attributes), part });
    },
  });
  return { sheets, from1904 };
}

const isHidden = ({ state = "visible" }: Attributes) => state !== "visible";

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

function readStrings(bytes: Uint8Array): string[] {
  const strings: string[] = [];
  const text = new RichText();
  listenTo(bytes, {
    open(name) {
      if (name === "si") text.clear();
      else text.open(name);
    },
    close(name) {
      if (name === "si") strings.push(text.take());
      else text.close(name);
    },
    text: (part) => text.add(part),
  });
  return strings;
}

/** Rich text; its pronunciation (rPh) is not part of it. */
class RichText {
  #text = "";
  #isText = false;
  #isPhonetic = false;

  open(name: string): void {
    if (name === "rPh") this.#isPhonetic = true;
    this.#isText = name === "t" && !this.#isPhonetic;
  }

  close(name: string): void {
    if (name === "rPh") this.#isPhonetic = false;
    this.#isText = false;
  }

  add(part: string): void {
    if (this.#isText) this.#text += part;
  }

  clear(): void {
    this.#text = "";
  }

  take(): string {
    const text = unescaped(this.#text);
    this.#text = "";
    return text;
  }
}

// ST_Xstring, part 1 section 22.9.2.19: characters that XML cannot contain are written _x000D_.
function unescaped(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

function readStyles(bytes: Uint8Array): NumberKind[] {
  const formats = new Map<number, NumberKind>();
  const kinds: NumberKind[] = [];
  let isCellStyles = false;
  listenTo(bytes, {
    open(name, attributes) {
      const id = Number(attributes.numFmtId);
      if (name === "numFmt") formats.set(id, kindOfFormat(attributes.formatCode ?? ""));
      if (name === "cellXfs") isCellStyles = true;
      if (name === "xf" && isCellStyles) kinds.push(formats.get(id) ?? builtInKind(id));
    },
    close(name) {
      if (name === "cellXfs") isCellStyles = false;
    },
  });
  return kinds;
}

/** Throws WorkbookRefused. */
export function readXlsxSheet(archive: Archive, xlsx: Xlsx, part: string): SheetRows {
  const reader = new SheetListener(xlsx);
  listenTo(archive.part(part), {
    open: (name, attributes) => reader.open(name, attributes),
    close: (name) => reader.close(name),
    text: (text) => reader.text(text),
  });
  return reader.rows;
}

/** Receives the cells of a worksheet. Rows and cells without a reference follow the previous one. */
class SheetListener {
  readonly rows = new SheetRows();
  readonly #xlsx: Xlsx;
  readonly #inline = new RichText();
  #line = 0;
  #hidden = false;
  #column = -1;
  #type = "n";
  #style = 0;
  #value: string | null = null;
  #formula: string | null = null;
  #element = "";

  constructor(xlsx: Xlsx) {
    this.#xlsx = xlsx;
  }

  open(name: string, attributes: Attributes): void {
    this.#element = name;
    if (name === "row") this.#openRow(attributes);
    else if (name === "c") this.#openCell(attributes);
    else if (name === "v") this.#value = "";
    else if (name === "f") this.#formula = "";
    else if (name === "col" && isTrue(attributes.hidden))
      this.rows.hiddenColumns(Number(attributes.min) - 1, Number(attributes.max) - 1);
    else if (name === "mergeCell") this.#merge(attributes.ref ?? "");
    else this.#inline.open(name);
  }

  #openRow({ r, hidden }: Attributes): void {
    this.#line = r === undefined ? this.#line + 1 : Number(r);
    this.#hidden = isTrue(hidden);
    this.#column = -1;
  }

  #openCell({ r, t = "n", s = "0" }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    this.#type = t;
    this.#style = Number(s);
    this.#value = null;
    this.#formula = null;
    this.#inline.clear();
  }

  // Cells merged over columns are titles; cells merged over rows leave rows without their apparent value.
  #merge(ref: string): void {
    const [from = "", to = from] = ref.split(":");
    const [first, last] = [lineOf(from), lineOf(to)];
    if (last > first) this.rows.merged(first, ref);
  }

  text(text: string): void {
    if (this.#element === "v" && this.#value !== null) this.#value += text;
    else if (this.#element === "f" && this.#formula !== null) this.#formula += text;
    else this.#inline.add(text);
  }

  close(name: string): void {
    this.#element = "";
    if (name === "c") this.rows.cell(this.#column, this.#shown());
    else if (name === "row") this.rows.endRow(this.#line, this.#hidden);
    else this.#inline.close(name);
  }

  #shown(): string {
    const value = this.#value ?? "";
    if (this.#formula !== null && value === "" && this.#type !== "str") this.rows.noValue(this.#line, this.#formula);
    if (this.#type === "s") return this.#xlsx.strings[Number(value)] ?? "";
    if (this.#type === "inlineStr") return this.#inline.take();
    if (this.#type === "str") return unescaped(value);
    if (this.#type === "b") return value === "1" ? "TRUE" : "FALSE";
    if (this.#type === "d") return value.replace("T", " ").replace(/ 00:00:00(\.0+)?$/, "");
    if (this.#type === "e") this.rows.error(this.#line, value);
    if (this.#type === "e") return value;
    return shownNumber(value, this.#xlsx.kinds[this.#style] ?? "plain", this.#xlsx.from1904);
  }
}

/** The column of a reference, counted from 0: 27 for AB12. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, "").slice(0, 4)) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function lineOf(reference: string): number {
  return Number(reference.replace(/\D/g, ""));
}
