// Private lists in the form: shows masks while typing, and hides names before anything is sent.
import type { Mask } from "@fairhat/lists";
import type { Hidden, Sample } from "../list/hiding.ts";
import { NAMES_ENTRIES, numberedParam, type ParamField } from "../list/params.ts";
import { debounce } from "./debounce.ts";
import { element, query } from "./element.ts";
import type { HelpedList } from "./help.ts";
import { keepNames } from "./keptnames.ts";
import type { Ask } from "./listworker.ts";
import { names } from "./page.ts";

const { form: words } = names;
const PAUSE = 250; // milliseconds

/** What a private form sends, and the file that stays with its organiser. */
export interface Concealed {
  fields: URLSearchParams;
  file: string;
}

/** Hides names before a form is sent. */
export interface Concealing {
  /** Whether the form asks for it. */
  wanted(): boolean;
  /** Null if the list must be changed first; the reason is shown at the list. */
  conceal(submitter: HTMLElement | null): Promise<Concealed | null>;
}

export function offerPrivacy(form: HTMLFormElement, ask: Ask, helped: HelpedList): Concealing {
  const place = query(form, ".private");
  const chosen = query<HTMLInputElement>(place, '[name="private"]');
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const rules = query(form, ".rules");
  const samples = element("p", { class: "samples", "aria-live": "polite" });
  const problem = element("div", { class: "problems", role: "alert" });
  query(place, ".masks").after(samples);
  query(place, "[data-scripted]").hidden = false;

  const typed = async () => ({
    text: list.value,
    takesTickets: await helped.askTickets(),
    mask: maskIn(place),
  });
  const show = debounce(
    () => PAUSE,
    async () => {
      if (chosen.checked) samples.replaceChildren(...sampleParts(await ask({ kind: "samples", ...(await typed()) })));
    },
  );
  const clear = () => {
    problem.remove();
    list.removeAttribute("aria-invalid");
  };
  const complain = (...parts: (Node | string)[]) => {
    problem.replaceChildren(...parts);
    list.closest("p")?.after(problem);
    list.setAttribute("aria-invalid", "true");
    list.focus();
  };
  place.addEventListener("change", show);
  form.addEventListener("input", clear);
  for (const changed of [list, rules]) changed.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(clear));
  setTimeout(show);

  return {
    wanted: () => chosen.checked && list.value.trim() !== "",
    async conceal(submitter) {
      const answers = [...form.querySelectorAll<HTMLInputElement>('[name="keep"]:checked')].map(({ value }) => value);
      const title = query<HTMLInputElement>(form, '[name="title"]');
      const order = { kind: "hide", ...(await typed()), title: title.value || title.placeholder, answers } as const;
      const hidden = await ask(order);
      if (hidden.kind !== "hidden") {
        complain(...refusalParts(hidden));
        return null;
      }
      keepNames(hidden.first, hidden.file);
      const labels = await ask({ kind: "labels", text: list.value });
      return { fields: fieldsOf(form, submitter, hidden.lines, labels), file: hidden.file };
    },
  };
}

const maskIn = (place: HTMLElement) => query<HTMLInputElement>(place, '[name="mask"]:checked').value as Mask;

function sampleParts(samples: Sample[]): (Node | string)[] {
  const parts = samples.map(({ label, masked }) => {
    const shown = masked === "" ? element("em", {}, words.none) : element("bdi", {}, masked);
    return element("span", {}, element("bdi", {}, label), " → ", shown);
  });
  return parts.length > 0 ? [`${words.sample} `, ...parts] : [];
}

function refusalParts(refused: Exclude<Hidden, { kind: "hidden" }>): HTMLElement[] {
  if (refused.kind === "unclear") return [element("p", {}, words.unclear)];
  const labels = refused.labels.slice(0, 5).flatMap((label, at) => [at === 0 ? " " : ", ", element("bdi", {}, label)]);
  return [element("p", {}, words.repeated, ...labels, "."), element("p", {}, words.remedy)];
}

/** The form's fields without names: entries are named by number. */
function fieldsOf(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  lines: string,
  labels: string[],
): URLSearchParams {
  const kinds = new Map(
    Array.from(form.querySelectorAll<HTMLTextAreaElement>("[data-kind]"), ({ name, dataset }) => [
      name,
      dataset.kind ?? "",
    ]),
  );
  const fields = [...new FormData(form, submitter)].flatMap(([name, value]): [string, string][] => {
    if (name === "keep") return [];
    if (name === "entries") return [[name, lines]];
    const kind = kinds.get(name) ?? "";
    const isNaming = NAMES_ENTRIES.includes(kind);
    return [[name, isNaming ? numberedParam(kind as ParamField["kind"], String(value), labels) : String(value)]];
  });
  return new URLSearchParams([...fields, ["hidden", "on"]]);
}
