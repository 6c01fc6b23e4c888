// Chooses the columns of a file that make the list.
import type { Choice, Table } from "../list/work.ts";
import { element } from "./element.ts";
import { help } from "./page.ts";

const words = help.file;

/** What a new list does: fill an empty field, append, replace, or remove its entries. */
export type PutWay = "fill" | "append" | "replace" | "without";

/** Asks for the columns; calls `take` with the choice, or `close` without one. */
export function columnsPart(
  title: string,
  { columns, first, names, choice, hidden }: Table,
  ways: PutWay[],
  take: (choice: Choice, way: PutWay) => void,
  close: () => void,
): HTMLElement {
  const options = Array.from({ length: columns }, (_, at) => [String(at), columnName(at, names)] as const);
  const labels = [...choice.label, null].map((column, at) => {
    const none: (readonly [string, string])[] = at === 0 ? [] : [["", words.none]];
    return select(at === 0 ? "column-names" : `column-names-${at}`, [...none, ...options], String(column ?? ""));
  });
  const tickets = select("column-tickets", [["", words.none], ...options], String(choice.tickets ?? ""));
  const header = element("input", { type: "checkbox" });
  header.checked = choice.header;
  const filter = select("column-filter", [["", words.none], ...options], "");
  const says = element("input", {
    id: "column-says",
    autocomplete: "off",
    "aria-label": words.says,
    placeholder: words.says,
  });
  const withoutHidden = element("input", { type: "checkbox" });
  const chosen = (): Choice => ({
    label: [...new Set(labels.flatMap(({ value }) => (value === "" ? [] : [Number(value)])))],
    tickets: tickets.value === "" ? null : Number(tickets.value),
    header: header.checked,
    withoutHidden: withoutHidden.checked,
    filter: filter.value === "" ? null : { column: Number(filter.value), says: says.value.trim() },
  });
  return element(
    "fieldset",
    { class: "columns" },
    element("legend", {}, title),
    rowsTable(first),
    ...labels.map((label, at) =>
      element("p", {}, element("label", { for: label.id }, at === 0 ? words.names : words.joined), label),
    ),
    element("p", {}, element("label", { for: tickets.id }, words.tickets), tickets),
    element("p", {}, element("label", { for: filter.id }, words.filter), filter, says),
    element("label", { class: "choice" }, header, ` ${words.header}`),
    ...(hidden > 0 ? [element("label", { class: "choice" }, withoutHidden, ` ${words.withoutHidden(hidden)}`)] : []),
    putButtons(ways, (way) => take(chosen(), way), close),
  );
}

export function putButtons(ways: PutWay[], put: (way: PutWay) => void, close: () => void): HTMLElement {
  const buttons = ways.map((way, at) => button(at === 0 ? "" : "quiet", words.put[way], () => put(way)));
  return element("p", { class: "buttons" }, ...buttons, button("quiet", words.cancel, close));
}

function columnName(at: number, names: string[]): string {
  const cell = names[at];
  return cell ? `${words.column(at + 1)}: ${cell}` : words.column(at + 1);
}

function select(id: string, options: (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const made = element("select", { id }, ...options.map(([value, text]) => element("option", { value }, text)));
  made.value = chosen;
  return made;
}

export function rowsTable(rows: string[][]): HTMLElement {
  const lines = rows.map((row) => element("tr", {}, ...row.map((cell) => element("td", {}, element("bdi", {}, cell)))));
  return element("div", { class: "rows" }, element("table", {}, element("tbody", {}, ...lines)));
}

function button(kind: string, text: string, press: () => void): HTMLElement {
  const made = element("button", { type: "button", ...(kind && { class: kind }) }, text);
  made.addEventListener("click", press);
  return made;
}
