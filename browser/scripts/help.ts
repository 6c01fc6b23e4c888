// Shows findings about the list and the rule's effect while typing.
import { type ListReport, type Plan, unansweredIn } from "@fairhat/lists";
import { debounce } from "./debounce.ts";
import { element, part } from "./element.ts";
import { keepFocusInView, released } from "./inview.ts";
import type { Ask } from "./listworker.ts";
import { lookPlace } from "./lookparts.ts";
import { help, language } from "./page.ts";
import { askRule, type RuleAnswer } from "./rulecheck.ts";
import { say } from "./say.ts";

const LONG = 200_000; // characters above which a look takes long enough to wait for a real pause
const PAUSE = { short: 250, long: 1_000 }; // milliseconds

/** Replaces the list's text, with undo. */
type Put = (text: string) => void;

/** The list in the form. */
export interface HelpedList {
  put: Put;
  /** Whether the chosen rule counts tickets, if known. */
  takesTickets(): boolean;
  /** The same, asked now; the last known value if there is no answer. */
  askTickets(): Promise<boolean>;
}

/** Event: choose the columns of the list. */
export const CHOOSE_COLUMNS = "choose-columns";

/** Updates findings and the rule's effect after each change of the form. */
export function helpWithList(form: HTMLFormElement, ask: Ask): HelpedList {
  const list = part<HTMLTextAreaElement>(form, '[name="entries"]');
  const fix = async (change: Partial<Plan> | null) => {
    const text = await ask({ kind: "fix", text: list.value, takesTickets, change });
    if (text === null) say(help.unwritable);
    else put(text);
  };
  const answers = answersIn(form);
  const shown = lookPlace(fix, () => list.dispatchEvent(new Event(CHOOSE_COLUMNS)), answers);
  const rules = part(form, ".rules");
  const sentence = element("div", { class: "preview", role: "status" });
  list.closest("p")?.after(shown.element);
  rules.after(sentence);

  let takesTickets = false;
  let askedFor = ""; // the rule that `takesTickets` is about
  let look: ListReport | null = null;
  const isLong = () => list.textLength > LONG;
  const see = debounce(
    () => (isLong() ? PAUSE.long : PAUSE.short),
    async () => {
      const text = list.value;
      const seen = look ?? (await ask({ kind: "look", text, takesTickets }));
      await released(shown.element);
      if (text !== list.value) return; // it will run again
      look = seen;
      keepFocusInView(() => (list.textLength > 0 ? shown.show(seen, takesTickets) : shown.clear()));
      const labels = () => ask({ kind: "labels", text });
      const answer = await askRule(form, { count: look.entries, tickets: look.tickets }, labels);
      keepFocusInView(() => showSentence(sentence, answered(answer, seen, answers)));
      const rule = ruleIn(form);
      // A rule without tickets refuses those of the previous rule.
      const counts = answer?.fits ? answer.takesTickets : takesTickets && (answer === null || rule === askedFor);
      if (answer) askedFor = rule;
      if (counts !== takesTickets) {
        takesTickets = counts;
        lookAgain();
      }
    },
  );
  const lookAgain = () => {
    look = null;
    if (isLong()) shown.wait();
    see();
  };

  const put = puts(form, list, shown.element);
  list.addEventListener("input", lookAgain);
  rules.addEventListener("input", see);
  shown.element.addEventListener("change", see);
  form.addEventListener("reset", () => setTimeout(lookAgain));
  // A draft may be restored now; an empty list is no reason to load the worker.
  setTimeout(() => list.textLength > 0 && lookAgain());
  const askTickets = async () => {
    const { entries: count } = await ask({ kind: "look", text: list.value, takesTickets: false });
    const labels = () => ask({ kind: "labels", text: list.value });
    const answer = await askRule(form, { count, tickets: count }, labels);
    return answer?.fits ? answer.takesTickets : takesTickets;
  };
  return { put, takesTickets: () => takesTickets, askTickets };
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

// The server rendered the answers as fields; the ones added here replace them.
function answersIn(form: HTMLFormElement): Set<string> {
  const fields = [...form.querySelectorAll<HTMLInputElement>('[name="keep"]:checked')];
  form.querySelector(".answers")?.remove();
  return new Set(fields.map(({ value }) => value));
}

function puts(form: HTMLFormElement, list: HTMLTextAreaElement, shown: HTMLElement): Put {
  const change = (value: string) => {
    list.value = value;
    list.dispatchEvent(new Event("input", { bubbles: true }));
  };
  return (text) => {
    const before = list.value;
    const undo = element("button", { type: "button", class: "quiet small" }, help.undo);
    const undone = element("p", { class: "undo" }, `${help.fixed} `, undo);
    change(text);
    form.querySelector(".undo")?.remove();
    shown.before(undone);
    undo.addEventListener("click", () => {
      undone.remove();
      change(before);
      list.focus();
    });
    undo.focus();
    say(help.fixed);
  };
}

// It is spoken on change, so equal text is left untouched.
function showSentence(place: HTMLElement, answer: RuleAnswer | null): void {
  const said = element("div", {}, ...sentenceParts(answer));
  if (said.innerHTML !== place.innerHTML) place.replaceChildren(...said.childNodes);
}

function sentenceParts(answer: RuleAnswer | null): HTMLElement[] {
  if (!answer) return [];
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
