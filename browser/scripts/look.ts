// Shows findings about the list in a form while it changes, with the buttons that mend it.
import type { ListReport, Plan } from "@fairhat/lists";
import { announce } from "./announce.ts";
import { debounce } from "./debounce.ts";
import { element, query } from "./element.ts";
import { keepFocusInView, released } from "./inview.ts";
import { listReport } from "./listreport.ts";
import type { Ask } from "./listworker.ts";
import { help } from "./page.ts";

const LONG = 200_000; // characters above which a look takes long enough to wait for a real pause
const PAUSE = { short: 250, long: 1_000 }; // milliseconds

/** Replaces the list's text, with undo. */
type Put = (text: string) => void;

/** Event: choose the columns of the list. */
export const CHOOSE_COLUMNS = "choose-columns";

/** A list that can be filled. */
export interface FilledList {
  put: Put;
  /** Whether the rule counts tickets, if known. */
  takesTickets(): boolean;
}

export interface ListLook {
  put: Put;
  element: HTMLElement;
  /** Answers to findings that somebody gave. */
  answers: Set<string>;
  /** What follows from the list is to be seen again. */
  see(): void;
  /** The list is to be read again. */
  again(): void;
}

/** Looks at the list after each change; `then` is called with what it comes to. */
export function lookAtList(
  form: HTMLFormElement,
  ask: Ask,
  takesTickets: () => boolean,
  then: (look: ListReport, text: string) => Promise<void>,
): ListLook {
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const fix = async (change: Partial<Plan> | null) => {
    const text = await ask({ kind: "fix", text: list.value, takesTickets: takesTickets(), change });
    if (text === null) announce(help.unwritable);
    else put(text);
  };
  const answers = answersIn(form);
  const shown = listReport(fix, () => list.dispatchEvent(new Event(CHOOSE_COLUMNS)), answers);
  list.closest("p")?.after(shown.element);
  const put = puts(form, list, shown.element);

  let look: ListReport | null = null;
  const isLong = () => list.textLength > LONG;
  const see = debounce(
    () => (isLong() ? PAUSE.long : PAUSE.short),
    async () => {
      const text = list.value;
      const seen = look ?? (await ask({ kind: "look", text, takesTickets: takesTickets() }));
      await released(shown.element);
      if (text !== list.value) return; // it will run again
      look = seen;
      keepFocusInView(() => (list.textLength > 0 ? shown.show(seen, takesTickets()) : shown.clear()));
      await then(seen, text);
    },
  );
  const again = () => {
    look = null;
    if (isLong()) shown.wait();
    see();
  };
  list.addEventListener("input", again);
  shown.element.addEventListener("change", see);
  form.addEventListener("reset", () => setTimeout(again));
  // A draft may be restored now; an empty list is no reason to load the worker.
  setTimeout(() => list.textLength > 0 && again());
  return { put, element: shown.element, answers, see, again };
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
    announce(help.fixed);
  };
}
