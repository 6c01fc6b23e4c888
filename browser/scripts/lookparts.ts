// A look at a list as parts of the page: counts, what repeats, what is odd, each with the button that mends it.
import type { Fix } from "../list/fixes.ts";
import type { Look } from "../list/look.ts";
import type { Oddity, OddityKind } from "../list/oddities.ts";
import { element } from "./element.ts";
import { help } from "./page.ts";

const LONGEST = 60; // characters of a line that are shown

type Mend = (fix: Fix) => void;

const FIX_OF: Partial<Record<OddityKind, "hidden" | "separators" | "header">> = {
  hidden: "hidden",
  separators: "separators",
  header: "header",
};

/** Where a look is shown. Its counts are spoken, each time that they are others. */
export interface LookPlace {
  element: HTMLElement;
  show(look: Look, takesTickets: boolean): void;
  /** Says that it takes a while. */
  wait(): void;
  clear(): void;
}

export function lookPlace(mend: Mend): LookPlace {
  // It must be there before something is said in it.
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
      const fixes = look.untidy ? [fixButton(help.fixes.tidy, "tidy", mend)] : [];
      show(countsOf(look, takesTickets), fixes, oddParts(look, mend));
    },
    wait: () => rest.replaceChildren(help.looking),
    clear: () => show("", [], []),
  };
}

function countsOf({ entries, tickets, blank }: Look, takesTickets: boolean): string {
  const counts = [help.entries(entries)];
  if (takesTickets) counts.push(help.tickets(tickets));
  if (blank > 0) counts.push(help.blank(blank));
  return counts.join(", ");
}

function oddParts(look: Look, mend: Mend): HTMLElement[] {
  const parts = look.oddities.map((oddity) => oddityPart(oddity, mend));
  if (look.repeated.count > 0) parts.unshift(repeatedPart(look, mend));
  return parts.length > 0 ? [element("ul", {}, ...parts)] : [];
}

function repeatedPart({ repeated, again }: Look, mend: Mend): HTMLElement {
  const examples = repeated.first.map(({ label, times }) => help.times(cut(label), times));
  const part = withExamples(help.repeated(repeated.count), examples, repeated.count);
  if (again > 0) part.append(" ", fixButton(help.fixes.repeats(again), "repeats", mend));
  return part;
}

function oddityPart({ kind, count, examples }: Oddity, mend: Mend): HTMLElement {
  const part = withExamples(
    help.odd[kind](count),
    examples.map(({ entry, text }) => help.entry(entry, cut(text))),
    count,
  );
  const fix = FIX_OF[kind];
  if (fix) part.append(" ", fixButton(help.fixes[fix], fix, mend));
  return part;
}

// Examples are names from somewhere: each keeps the direction of its own script.
function withExamples(text: string, examples: string[], count: number): HTMLElement {
  const named = examples.flatMap((example, at) => [at === 0 ? ": " : ", ", element("bdi", {}, example)]);
  const more = count > examples.length ? [` ${help.andMore(count - examples.length)}`] : [];
  return element("li", {}, text, ...named, ...more, ".");
}

function fixButton(text: string, fix: Fix, mend: Mend): HTMLElement {
  const button = element("button", { type: "button", class: "quiet small" }, text);
  button.addEventListener("click", () => mend(fix));
  return button;
}

function cut(text: string): string {
  const characters = [...text.slice(0, 2 * LONGEST + 2)];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join("")}…` : text;
}
