// Shows findings about the list and the rule's effect while typing.
import { type ListReport, unansweredIn } from "@fairhat/lists";
import { element, query } from "./element.ts";
import { keepFocusInView } from "./inview.ts";
import type { Ask } from "./listworker.ts";
import { type FilledList, lookAtList } from "./look.ts";
import { help, language } from "./page.ts";
import { askRule, type RuleAnswer } from "./rulecheck.ts";

/** The list in the form that makes a draw. */
export interface HelpedList extends FilledList {
  /** Whether the chosen rule counts tickets, asked now; the last known value if there is no answer. */
  askTickets(): Promise<boolean>;
}

/** Updates findings and the rule's effect after each change of the form. */
export function helpWithList(form: HTMLFormElement, ask: Ask): HelpedList {
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const rules = query(form, ".rules");
  const sentence = element("div", { class: "preview", role: "status" }, ...sentenceParts(null));
  rules.after(sentence);

  let takesTickets = false;
  let askedFor = ""; // the rule that `takesTickets` is about
  const follow = async (look: ListReport, text: string) => {
    const labels = () => ask({ kind: "labels", text });
    const answer = await askRule(form, { count: look.entries, tickets: look.tickets }, labels);
    keepFocusInView(() => showSentence(sentence, answered(answer, look, seen.answers)));
    const rule = ruleIn(form);
    // A rule without tickets refuses those of the previous rule.
    const counts = answer?.fits ? answer.takesTickets : takesTickets && (answer === null || rule === askedFor);
    if (answer) askedFor = rule;
    if (counts !== takesTickets) {
      takesTickets = counts;
      seen.again();
    }
  };
  const seen = lookAtList(form, ask, () => takesTickets, follow);
  rules.addEventListener("input", seen.see);

  const askTickets = async () => {
    const { entries: count } = await ask({ kind: "look", text: list.value, takesTickets: false });
    const labels = () => ask({ kind: "labels", text: list.value });
    const answer = await askRule(form, { count, tickets: count }, labels);
    return answer?.fits ? answer.takesTickets : takesTickets;
  };
  return { put: seen.put, takesTickets: () => takesTickets, askTickets };
}

/** The chosen rule with its checkboxes. */
function ruleIn(form: HTMLFormElement): string {
  const ticked = [...form.querySelectorAll<HTMLInputElement>(".rules :checked")];
  return ticked.map(({ name, value }) => `${name}=${value}`).join();
}

// The rule's effect is shown only once the list is accepted.
function answered(answer: RuleAnswer | null, { findings }: ListReport, answers: Set<string>): RuleAnswer | null {
  const isOpen = unansweredIn(findings, [...answers]).length > 0;
  return answer?.fits && isOpen ? { fits: false, text: help.open, language } : answer;
}

// It is spoken on change, so equal text is left untouched.
function showSentence(place: HTMLElement, answer: RuleAnswer | null): void {
  const said = element("div", {}, ...sentenceParts(answer));
  if (said.innerHTML !== place.innerHTML) place.replaceChildren(...said.childNodes);
}

function sentenceParts(answer: RuleAnswer | null): HTMLElement[] {
  if (!answer) return [element("p", { class: "quiet-text" }, help.preview)];
  const text = element("p", { lang: answer.language }, answer.text);
  return [
    element(
      "p",
      { class: answer.fits ? "fits" : "fits-not" },
      element("strong", {}, answer.fits ? help.what : help.notYet),
    ),
    text,
  ];
}
