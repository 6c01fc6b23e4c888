// Which columns of a file make the list.
import type { Choice, Table } from "../list/work.ts";
import { element } from "./element.ts";
import { help } from "./page.ts";

const words = help.file;

/** Asks for them; `take` gets what was chosen, `close` is called where nothing was. */
export function columnsPart(
  title: string,
  { columns, first, choice }: Table,
  take: (choice: Choice) => void,
  close: () => void,
): HTMLElement {
  const options = Array.from({ length: columns }, (_, at) => [String(at), columnName(at, first)] as const);
  const label = select("column-names", [...together(choice, first), ...options], choice.label.join());
  const tickets = select("column-tickets", [["", words.none], ...options], String(choice.tickets ?? ""));
  const header = element("input", { type: "checkbox" });
  header.checked = choice.header;
  const ok = button("", words.take, () => {
    take({
      label: label.value.split(",").map(Number),
      tickets: tickets.value === "" ? null : Number(tickets.value),
      header: header.checked,
    });
  });
  return element(
    "fieldset",
    { class: "columns" },
    element("legend", {}, title),
    table(first),
    element("p", {}, element("label", { for: label.id }, words.names), label),
    element("p", {}, element("label", { for: tickets.id }, words.tickets), tickets),
    element("label", { class: "choice" }, header, ` ${words.header}`),
    element("p", { class: "buttons" }, ok, button("quiet", words.cancel, close)),
  );
}

// First and last name, or a name with its e-mail address.
function together({ label }: Choice, first: string[][]): (readonly [string, string])[] {
  return label.length > 1 ? [[label.join(), label.map((at) => columnName(at, first)).join(" + ")]] : [];
}

function columnName(at: number, [first = []]: string[][]): string {
  const cell = first[at];
  return cell ? `${words.column(at + 1)}: ${cell}` : words.column(at + 1);
}

function select(id: string, options: (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const made = element("select", { id }, ...options.map(([value, text]) => element("option", { value }, text)));
  made.value = chosen;
  return made;
}

function table(rows: string[][]): HTMLElement {
  const lines = rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, element("bdi", {}, cell)))));
  return element("div", { class: "rows" }, element("table", {}, element("tbody", {}, ...lines)));
}

function button(kind: string, text: string, press: () => void): HTMLElement {
  const made = element("button", { type: "button", ...(kind && { class: kind }) }, text);
  made.addEventListener("click", press);
  return made;
}
