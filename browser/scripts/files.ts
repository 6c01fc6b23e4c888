// A file in the place of typing: chosen, or dropped on the list. Its columns are chosen, as are those of a table that was pasted.
import { ENCODINGS, type Encoding, type Finding } from "@fairhat/lists";
import type { Choice, FileAnswer, Table } from "../list/work.ts";
import { columnsPart } from "./columns.ts";
import { element, part } from "./element.ts";
import { CHOOSE_COLUMNS, type HelpedList } from "./help.ts";
import type { Ask } from "./listworker.ts";
import { findingPart } from "./lookparts.ts";
import { help, list as words } from "./page.ts";

const LARGEST = 60 * 10 ** 6; // bytes; the server takes forms a little larger

export function offerFiles(form: HTMLFormElement, ask: Ask, helped: HelpedList): void {
  const list = part<HTMLTextAreaElement>(form, '[name="entries"]');
  const input = element("input", {
    type: "file",
    hidden: "",
    accept: ".txt,.csv,.tsv,text/plain,text/csv,text/tab-separated-values",
  });
  const choose = element("button", { type: "button", class: "quiet small" }, help.file.choose);
  const told = element("div", { class: "file-told", "aria-live": "polite" });
  const offer = element("p", { class: "file" }, choose, " ", element("small", {}, help.file.drop), input);
  list.closest("p")?.after(offer, told);

  const files = new Files(ask, helped, told);
  choose.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    await files.take(input.files?.[0]);
    input.value = ""; // the same file may be chosen again
  });
  list.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    files.take(file);
  });
  list.addEventListener(CHOOSE_COLUMNS, () => files.chooseColumns(list.value));
}

class Files {
  readonly #ask: Ask;
  readonly #helped: HelpedList;
  readonly #told: HTMLElement;

  constructor(ask: Ask, helped: HelpedList, told: HTMLElement) {
    this.#ask = ask;
    this.#helped = helped;
    this.#told = told;
  }

  async take(file: File | undefined, encoding?: Encoding): Promise<void> {
    if (!file) return;
    if (file.size > LARGEST) return this.#told.replaceChildren(problem(help.file.tooLarge));
    const bytes = new Uint8Array(await file.arrayBuffer());
    const answer = await this.#ask({ kind: "file", bytes, ...(encoding && { encoding }) });
    if (answer.kind === "refused") return this.#told.replaceChildren(problem(words.formats[answer.format]));
    if (answer.kind === "text") this.#helped.put(answer.text);
    const read = this.#encoding(file, answer, encoding !== undefined);
    const table =
      answer.kind === "table" ? [this.#columns(help.file.read(file.name, answer.table.rows), answer.table)] : [];
    this.#told.replaceChildren(...read, ...table);
  }

  /** Asks for the columns of a text. */
  async chooseColumns(text: string): Promise<void> {
    const table = await this.#ask({ kind: "columns", text });
    if (table) this.#told.replaceChildren(this.#columns(help.file.pasted(table.rows), table));
    this.#told.querySelector("select")?.focus();
  }

  #columns(title: string, table: Table): HTMLElement {
    const close = () => this.#told.replaceChildren();
    const take = async (choice: Choice) => {
      const takesTickets = this.#helped.takesTickets();
      const { text, findings } = await this.#ask({ kind: "choose", choice, takesTickets });
      this.#told.replaceChildren(...(text === null ? [problem(help.unwritable)] : lostParts(findings)));
      if (text !== null) this.#helped.put(text);
    };
    return columnsPart(title, table, take, close);
  }

  // Of a file whose encoding was inferred, and of one that was read in another.
  #encoding(file: File, answer: Exclude<FileAnswer, { kind: "refused" }>, chosen: boolean): HTMLElement[] {
    if (answer.certain && !chosen) return [];
    const options = ENCODINGS.map((name) => element("option", { value: name }, name));
    const select = element("select", { id: "file-encoding" }, ...options);
    select.value = answer.encoding;
    select.addEventListener("change", () => this.take(file, select.value as Encoding));
    const label = element("label", { for: select.id }, help.file.encoding(answer.encoding));
    return [element("p", { class: "notice" }, label, " ", select)];
  }
}

// What the list in the field does not show any more.
function lostParts(findings: Finding[]): HTMLElement[] {
  if (findings.length === 0) return [];
  const parts = findings.map((finding) => findingPart(finding, []));
  return [element("div", { class: "notice" }, element("ul", {}, ...parts))];
}

function problem(text: string): HTMLElement {
  return element("p", { class: "notice" }, text);
}
