// A file in the place of typing: chosen, or dropped on the list.
import type { FileAnswer } from "../list/work.ts";
import { columnsPart } from "./columns.ts";
import { element, part } from "./element.ts";
import type { Put } from "./help.ts";
import type { Ask } from "./listworker.ts";
import { help } from "./page.ts";

const LARGEST = 60 * 10 ** 6; // bytes; the server takes forms a little larger
const COLUMNS = /\.(csv|tsv)$/i;
const SPREADSHEET = /\.(xlsx?|xlsm|ods|numbers)$/i;

export function offerFiles(form: HTMLFormElement, ask: Ask, put: Put): void {
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

  const take = async (file: File | undefined) => {
    if (file) told.replaceChildren(...(await taken(file, ask, put, () => told.replaceChildren())));
  };
  choose.addEventListener("click", () => input.click());
  input.addEventListener("change", async () => {
    await take(input.files?.[0]);
    input.value = ""; // the same file may be chosen again
  });
  list.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  list.addEventListener("drop", (event) => {
    const file = event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  });
}

/** Reads a file; answers what is told of it. */
async function taken(file: File, ask: Ask, put: Put, close: () => void): Promise<HTMLElement[]> {
  const { spreadsheet, tooLarge, unreadable } = help.file;
  if (SPREADSHEET.test(file.name)) return [problem(spreadsheet)];
  if (file.size > LARGEST) return [problem(tooLarge)];
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await ask({ kind: "file", bytes, columns: COLUMNS.test(file.name) });
  if (answer.kind === "refused") return [problem(answer.why === "spreadsheet" ? spreadsheet : unreadable)];
  if (answer.kind === "text") put(answer.text);
  return [...oldEncoding(answer), ...columns(file.name, answer, ask, put, close)];
}

function oldEncoding(answer: Extract<FileAnswer, { old: boolean }>): HTMLElement[] {
  return answer.old ? [problem(help.file.oldEncoding)] : [];
}

function columns(name: string, answer: FileAnswer, ask: Ask, put: Put, close: () => void): HTMLElement[] {
  if (answer.kind !== "table") return [];
  const take = async (choice: typeof answer.table.choice) => {
    const text = await ask({ kind: "choose", choice });
    close();
    put(text);
  };
  return [columnsPart(name, answer.table, take, close)];
}

function problem(text: string): HTMLElement {
  return element("p", { class: "notice" }, text);
}
