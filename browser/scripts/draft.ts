// Keeps typed input over a reload or an accidentally closed page. Never keeps a key.
import { debounce } from "./debounce.ts";
import { forgetDraft, noteMaking, readDraft, writeDraft } from "./drafts.ts";
import { element, query } from "./element.ts";
import { help } from "./page.ts";

const NOT_KEPT = ["key", "token", "previous", "previousKey", "zone", "scripted"];
/** Pages that the server renders with the visitor's input, which a draft must not replace. */
const ANSWERED = ["/draws/confirm", "/draws/edit", "/draws"];
const PAUSE = 500; // milliseconds
const MOST_KEPT = 2_000_000; // characters of a list: browsers store about five million

export function keepDraft(form: HTMLFormElement): void {
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const answered = ANSWERED.includes(location.pathname);
  const previous = form.querySelector<HTMLInputElement>('[name="previous"]')?.value ?? (answered ? "" : ownName());
  // A link that fills the form overrides a draft.
  const preset = location.search.includes("rule=");
  const initial = JSON.stringify(typedIn(form));
  const told = element("p", { class: "draft quiet-text", "aria-live": "polite" });
  form.append(told);

  const kept = answered || preset ? null : readDraft(previous, Date.now());
  if (kept) {
    fill(form, kept);
    form.before(restored(form, previous));
  }
  const keep = () => {
    const tooLong = list.textLength > MOST_KEPT;
    told.textContent = tooLong ? help.draft.tooLong : "";
    if (tooLong) return forgetDraft(previous); // an older draft would come back as if it were this one
    const typed = typedIn(form);
    if (!answered && JSON.stringify(typed) === initial) return forgetDraft(previous);
    writeDraft(previous, typed, Date.now());
  };
  form.addEventListener(
    "input",
    debounce(
      () => PAUSE,
      async () => keep(),
    ),
  );
  // Includes input typed just before leaving.
  addEventListener("pagehide", () => keep());
  form.addEventListener("submit", () => {
    keep();
    noteMaking(previous);
  });
}

/** Each page with a form has a separate draft. */
function ownName(): string {
  return location.pathname === "/" ? "" : location.pathname;
}

function restored(form: HTMLFormElement, previous: string): HTMLElement {
  const afresh = element("button", { type: "button", class: "quiet small" }, help.draft.afresh);
  const notice = element("p", { class: "notice draft", role: "status" }, `${help.draft.restored} `, afresh);
  afresh.addEventListener("click", () => {
    forgetDraft(previous);
    form.reset();
    notice.remove();
    form.querySelector<HTMLElement>("#entries")?.focus();
  });
  return notice;
}

function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed = [...new FormData(form)].filter(([name]) => !NOT_KEPT.includes(name));
  return Object.fromEntries(typed.map(([name, value]) => [name, String(value)]));
}

function fill(form: HTMLFormElement, kept: Record<string, string>): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[name], textarea[name]")) {
    const value = kept[field.name];
    if (NOT_KEPT.includes(field.name)) continue;
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type))
      field.checked = value === field.value;
    else if (value !== undefined) field.value = value;
  }
}
