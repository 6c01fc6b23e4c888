// Shows the verdict, its open points and advice.
import { lockOf, uncheckedNotes, type VerdictText, verdictText } from "../check/verdict-text.ts";
import { testimonyOf, type Witness, withTestimony } from "../check/witness.ts";
import type { Checked } from "../check/work.ts";
import { showAbout } from "./about.ts";
import { element, query } from "./element.ts";
import { draw, duration, live, check as words } from "./page.ts";
import { localTime } from "./times.ts";

export interface Findings {
  /** Shows one sentence instead of a verdict. */
  say(text: string): void;
  /** Shows the result; returns whether the record is valid and uncontradicted. */
  tell(checked: Checked, witness: Witness): boolean;
  clear(): void;
}

export function findingsOf(root: HTMLElement): Findings {
  const verdict = query(root, ".verdict");
  const rest = query(root, ".findings");
  const { keys = "" } = query(root, ".checking").dataset;
  const record = root.dataset.record;
  const about = query(root, ".about");
  const clear = (): void => {
    verdict.dataset.tone = "";
    verdict.replaceChildren();
    rest.replaceChildren();
    about.hidden = true;
  };
  return {
    clear,
    say(text) {
      clear();
      verdict.append(element("p", {}, text));
    },
    tell(checked, witness) {
      const { report, oddity } = checked;
      const testimony = testimonyOf({ check: words, draw, live }, timeOf, checked, witness);
      const told = withTestimony(words, verdictText(words, duration, report, oddity), testimony);
      showVerdict(verdict, told);
      showAbout(about, checked);
      const M = lockOf(report);
      if (told.tone === "bad") {
        if (report.verdict !== "not a record") rest.replaceChildren(...actsOf(record, M, witness.known?.M ?? M));
        return false;
      }
      if (report.verdict !== "cannot decide")
        rest.replaceChildren(
          ...openOf(uncheckedNotes(words, duration, report), M, report.signers === "unknown" ? keys : ""),
        );
      return true;
    },
  };
}

const timeOf = (at: number) => localTime(new Date(at).toISOString());

export function showVerdict(place: HTMLElement, { tone, title, text }: VerdictText): void {
  place.dataset.tone = tone;
  place.replaceChildren(element("p", { class: "title" }, title), ...text.map((sentence) => element("p", {}, sentence)));
}

function openOf(open: string[], M: string | null, keys: string): HTMLElement[] {
  const items = open.map((text) => element("li", {}, text));
  if (keys) items[0]?.append(" ", element("a", { href: keys }, words.know.give));
  if (M) items.push(element("li", {}, words.know.compare, " ", lock(M)));
  return [element("h3", {}, words.know.title), element("ul", {}, ...items)];
}

function actsOf(record: string | undefined, M: string | null, known: string | null): HTMLElement[] {
  const { title, distrust, save, ask, compare } = words.act;
  const download = element("a", { href: record ?? "", download: "" }, draw.check.record);
  const items = [
    element("li", {}, distrust),
    element("li", {}, save, ...(record ? [" ", download] : [])),
    element("li", {}, ask),
    element("li", {}, compare, ...(M ? [" ", lock(M)] : [])),
    ...(known && known !== M ? [element("li", {}, `${words.facts.lock}: `, lock(known))] : []),
  ];
  return [element("h3", {}, title), element("ul", {}, ...items)];
}

const lock = (M: string) => element("code", { class: "hex" }, M);
