// Files instead of typing: chosen, or dropped on the page. Asks for columns, also of a pasted table.
import { ENCODINGS, type Encoding, type Finding, linesOf } from "@fairhat/lists";
import type { Choice, FileAnswer, Order, Table, TextAnswer } from "../list/work.ts";
import { columnsPart, type PutWay, putButtons, rowsTable } from "./columns.ts";
import { element, query } from "./element.ts";
import { findingPart } from "./listreport.ts";
import type { Ask } from "./listworker.ts";
import { CHOOSE_COLUMNS, type FilledList } from "./look.ts";
import { help, list as words } from "./page.ts";

export const LARGEST = 60 * 10 ** 6; // bytes; the server accepts slightly larger forms

export function offerFiles(form: HTMLFormElement, ask: Ask, helped: FilledList): void {
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const input = element("input", {
    type: "file",
    hidden: "",
    accept: ".txt,.csv,.tsv,.xlsx,.xlsm,.ods,text/plain,text/csv,text/tab-separated-values",
  });
  const choose = element("button", { type: "button", class: "quiet small" }, help.file.choose);
  const told = element("div", { class: "file-told", "aria-live": "polite" });
  const offer = element("p", { class: "file" }, choose, " ", element("small", {}, help.file.drop), input);
  list.closest("p")?.after(offer, told);

  const files = new Files(ask, helped, told, list);
  choose.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    await files.take(input.files?.[0]);
    input.value = ""; // allows choosing the same file again
  });
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    files.take(file);
  });
  list.addEventListener(CHOOSE_COLUMNS, () => files.chooseColumns(list.value));
}

/** How to read a file that does not say so. */
type ReadAs = Partial<Pick<Extract<Order, { kind: "file" }>, "encoding" | "sheet">>;
type Sheet = Extract<FileAnswer, { kind: "sheet" }>;

class Files {
  readonly #ask: Ask;
  readonly #helped: FilledList;
  readonly #told: HTMLElement;
  readonly #list: HTMLTextAreaElement;
  #file: File | null = null;
  #isAgain = false; // the same file is read differently
  #last = ""; // the text it gave

  constructor(ask: Ask, helped: FilledList, told: HTMLElement, list: HTMLTextAreaElement) {
    this.#ask = ask;
    this.#helped = helped;
    this.#told = told;
    this.#list = list;
  }

  async take(file: File | undefined, readAs: ReadAs = {}): Promise<void> {
    if (!file) return;
    this.#isAgain = file === this.#file;
    this.#file = file;
    if (file.size > LARGEST) return this.#tell(problem(help.file.tooLarge));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await this.#ask({ kind: "file", bytes, ...readAs });
    if (answer.kind === "refused") return this.#tell(problem(words.formats[answer.format]));
    if (answer.kind === "sheet") return this.#tell(...this.#sheet(file, answer));
    const told = this.#encoding(file, answer, readAs.encoding !== undefined);
    if (answer.kind === "table")
      return this.#tell(...told, this.#columns(help.file.read(file.name, answer.table.rows), answer.table));
    this.#tell(...told, ...this.#lines(file.name, answer.text));
  }

  /** Asks for the columns of a text. */
  async chooseColumns(text: string): Promise<void> {
    const table = await this.#ask({ kind: "columns", text });
    if (table) this.#tell(this.#columns(help.file.pasted(table.rows), table, ["replace"]));
    this.#told.querySelector("select")?.focus();
  }

  #tell(...parts: HTMLElement[]): void {
    this.#told.replaceChildren(...parts);
  }

  // A list without columns goes straight into an empty field.
  #lines(name: string, text: string): HTMLElement[] {
    if (this.#isEmpty()) {
      this.#fill(text);
      return [];
    }
    const put = (way: PutWay) => {
      this.#tell();
      return this.#put(text, way);
    };
    const buttons = putButtons(this.#ways(), put, () => this.#tell());
    const first = rowsTable(
      linesOf(text.slice(0, 1_000))
        .slice(0, 3)
        .map((line) => [line]),
    );
    return [element("fieldset", { class: "columns" }, element("legend", {}, name), first, buttons)];
  }

  #fill(text: string): void {
    this.#helped.put(text);
    this.#last = this.#list.value;
  }

  #isEmpty(): boolean {
    return this.#list.value.trim() === "" || (this.#isAgain && this.#list.value === this.#last);
  }

  #ways(): PutWay[] {
    return this.#isEmpty() ? ["fill"] : ["append", "replace", "without"];
  }

  #columns(title: string, table: Table, ways = this.#ways()): HTMLElement {
    const take = async (choice: Choice, way: PutWay) => {
      const takesTickets = this.#helped.takesTickets();
      const { text, findings } = await this.#ask({ kind: "choose", choice, takesTickets });
      this.#tell(...(text === null ? [problem(help.unwritable)] : lostParts(findings)));
      if (text !== null) await this.#put(text, way);
    };
    return columnsPart(title, table, ways, take, () => this.#tell());
  }

  // The present list may have columns: it is rewritten as lines before others are appended.
  async #put(text: string, way: PutWay): Promise<void> {
    if (way === "without") return this.#without(text);
    if (way !== "append") return this.#fill(text);
    const order = {
      kind: "fix",
      text: this.#list.value,
      takesTickets: this.#helped.takesTickets(),
      change: {},
    } as const;
    const before = await this.#ask(order);
    if (before === null) this.#tell(problem(help.unwritable));
    else this.#helped.put(`${before}\n${text}`);
  }

  async #without(others: string): Promise<void> {
    const takesTickets = this.#helped.takesTickets();
    const { text, removed } = await this.#ask({ kind: "without", text: this.#list.value, others, takesTickets });
    this.#tell(problem(text === null ? help.unwritable : help.file.removed(removed)));
    if (text !== null && removed > 0) this.#helped.put(text);
  }

  #sheet(file: File, { sheets, sheet, table, text, findings }: Sheet): HTMLElement[] {
    const options = sheets.map(({ name }, at) => element("option", { value: String(at) }, name));
    const select = element("select", { id: "file-sheet" }, ...options);
    select.value = String(sheet);
    select.addEventListener("change", () => this.take(file, { sheet: Number(select.value) }));
    const label = element("label", { for: select.id }, help.file.sheet);
    const chooser = sheets.length > 1 ? [element("p", { class: "notice" }, label, " ", select)] : [];
    const parts = table
      ? [this.#columns(help.file.read(file.name, table.rows), table)]
      : this.#lines(file.name, text ?? "");
    return [...chooser, ...lostParts(findings), ...parts];
  }

  // For a file with an inferred encoding, and one read with another.
  #encoding(file: File, answer: TextAnswer, chosen: boolean): HTMLElement[] {
    if (answer.certain && !chosen) return [];
    const options = ENCODINGS.map((name) => element("option", { value: name }, name));
    const select = element("select", { id: "file-encoding" }, ...options);
    select.value = answer.encoding;
    select.addEventListener("change", () => this.take(file, { encoding: select.value as Encoding }));
    const label = element("label", { for: select.id }, help.file.encoding(answer.encoding));
    return [element("p", { class: "notice" }, label, " ", select)];
  }
}

// What the list in the field no longer shows.
function lostParts(findings: Finding[]): HTMLElement[] {
  if (findings.length === 0) return [];
  const parts = findings.map((finding) => findingPart(finding, []));
  return [element("div", { class: "notice" }, element("ul", {}, ...parts))];
}

function problem(text: string): HTMLElement {
  return element("p", { class: "notice" }, text);
}
