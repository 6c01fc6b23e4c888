// The verdict, what it leaves open, and what to do.
import { lockOf, type Told, tellOpen, tellVerdict } from "../check/telling.ts";
import type { Checked } from "./checker.ts";
import { element, part } from "./element.ts";
import { draw, duration, check as words } from "./page.ts";

export interface Findings {
  /** Says one sentence, in the place of a verdict. */
  say(text: string): void;
  tell(checked: Checked): void;
  clear(): void;
}

export function findingsOf(root: HTMLElement): Findings {
  const verdict = part(root, ".verdict");
  const rest = part(root, ".findings");
  const { keys = "" } = part(root, ".checking").dataset;
  const record = root.dataset.record;
  const clear = (): void => {
    verdict.dataset.tone = "";
    verdict.replaceChildren();
    rest.replaceChildren();
  };
  return {
    clear,
    say(text) {
      clear();
      verdict.append(element("p", {}, text));
    },
    tell({ report, oddity }) {
      showTold(verdict, tellVerdict(words, duration, report, oddity));
      const M = lockOf(report);
      const fits = ["holds", "holds so far", "void"].includes(report.verdict);
      if (fits)
        rest.replaceChildren(...openOf(tellOpen(words, duration, report), M, report.signers === "unknown" ? keys : ""));
      else if (report.verdict === "does not hold") rest.replaceChildren(...actsOf(record, M));
    },
  };
}

export function showTold(place: HTMLElement, { tone, title, text }: Told): void {
  place.dataset.tone = tone;
  place.replaceChildren(element("p", { class: "title" }, title), ...text.map((sentence) => element("p", {}, sentence)));
}

function openOf(open: string[], M: string | null, keys: string): HTMLElement[] {
  const items = open.map((text) => element("li", {}, text));
  if (keys) items[0]?.append(" ", element("a", { href: keys }, words.know.give));
  if (M) items.push(element("li", {}, words.know.compare, " ", lock(M)));
  return [element("h3", {}, words.know.title), element("ul", {}, ...items)];
}

function actsOf(record: string | undefined, M: string | null): HTMLElement[] {
  const { title, distrust, save, ask, compare } = words.act;
  const download = element("a", { href: record ?? "", download: "" }, draw.check.record);
  const items = [
    element("li", {}, distrust),
    element("li", {}, save, ...(record ? [" ", download] : [])),
    element("li", {}, ask),
    element("li", {}, compare, ...(M ? [" ", lock(M)] : [])),
  ];
  return [element("h3", {}, title), element("ul", {}, ...items)];
}

const lock = (M: string) => element("code", { class: "hex" }, M);
