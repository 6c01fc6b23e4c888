// Renders a look at a list: counts and findings, each with buttons that fix it.
import {
  answerTo,
  type Finding,
  type ListReport,
  type Place,
  type Plan,
  type Repeated,
  type TicketProblem,
} from "@fairhat/lists";
import { element } from "./element.ts";
import { help, list } from "./page.ts";

const LONGEST = 60; // characters of a line that are shown
const SHOWN = 5; // duplicate names

/** Rewrites the list by another plan; null tidies it. */
type Mend = (change: Partial<Plan> | null) => void;

/** The element for a look. Its counts are spoken when they change. */
export interface ListReportView {
  element: HTMLElement;
  show(look: ListReport, takesTickets: boolean): void;
  /** Shows that it takes a while. */
  wait(): void;
  clear(): void;
}

/** `answers` are earlier ones; they are fields of the form, named `keep`. */
export function listReport(mend: Mend, chooseColumns: () => void, answers: Set<string>): ListReportView {
  // A live region must exist before its text is set.
  const counts = element("strong", { role: "status" });
  const tidy = element("span");
  const rest = element("div");
  const show = (text: string, fixes: HTMLElement[], parts: (HTMLElement | string)[]): void => {
    if (counts.textContent !== text) counts.textContent = text;
    tidy.replaceChildren(...fixes.flatMap((fix) => [" ", fix]));
    rest.replaceChildren(...parts);
  };
  return {
    element: element("div", { class: "look" }, element("p", {}, counts, tidy), rest),
    show(look, takesTickets) {
      const fixes = look.untidy ? [button(help.tidy, () => mend(null))] : [];
      if (look.plan.separator !== null) fixes.push(button(help.file.columns, chooseColumns));
      show(countsOf(look, takesTickets), fixes, findingParts(look, mend, answers));
    },
    wait: () => rest.replaceChildren(help.looking),
    clear: () => show("", [], []),
  };
}

function countsOf({ entries, tickets, blank }: ListReport, takesTickets: boolean): string {
  const counts = [help.entries(entries)];
  if (takesTickets) counts.push(help.tickets(tickets));
  if (blank > 0) counts.push(help.blank(blank));
  return counts.join(", ");
}

function findingParts(look: ListReport, mend: Mend, answers: Set<string>): HTMLElement[] {
  const parts = look.findings.map((finding) => {
    const part = findingPart(finding, look.repeated.first);
    for (const { code, change } of finding.remedies)
      part.append(
        " ",
        button(list.remedies[code], () => mend(change)),
      );
    if (finding.severity === "answer") part.append(" ", keepField(answerTo(finding), answers));
    return part;
  });
  return parts.length > 0 ? [element("ul", {}, ...parts)] : [];
}

function keepField(answer: string, answers: Set<string>): HTMLElement {
  const field = element("input", { type: "checkbox", name: "keep", value: answer });
  field.checked = answers.has(answer);
  field.addEventListener("change", () => (field.checked ? answers.add(answer) : answers.delete(answer)));
  return element("label", { class: "choice" }, field, ` ${list.keep}`);
}

/** A finding with its first places; `repeated`: the most frequent duplicates. */
export function findingPart(finding: Finding, repeated: Repeated["first"]): HTMLElement {
  const { code, count, places } = finding;
  const examples =
    code === "repeated"
      ? repeated.slice(0, SHOWN).map(({ label, times }) => help.times(cut(label), times))
      : places.map((place) => placeText(finding, place));
  return withExamples(list.findings[code](count), examples, count);
}

function placeText({ code }: Finding, { line, text, detail }: Place): string {
  const place = list.place({ line, text: cut(text) });
  if (detail === undefined) return place;
  const isProblem = code === "tickets_unreadable";
  const isOther = code === "spelled_differently" || code === "look_alike" || code === "same_mail";
  const words = isProblem
    ? list.ticketProblems[detail as TicketProblem]
    : isOther
      ? list.like(cut(detail))
      : cut(detail);
  return `${place} (${words})`;
}

// Examples are foreign names: each is isolated, to keep its direction.
function withExamples(text: string, examples: string[], count: number): HTMLElement {
  const named = examples.flatMap((example, at) => [at === 0 ? ": " : ", ", element("bdi", {}, example)]);
  const more = examples.length > 0 && count > examples.length ? [` ${help.andMore(count - examples.length)}`] : [];
  return element("li", {}, text, ...named, ...more, ".");
}

function button(text: string, press: () => void): HTMLElement {
  const made = element("button", { type: "button", class: "quiet small" }, text);
  made.addEventListener("click", press);
  return made;
}

function cut(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}
