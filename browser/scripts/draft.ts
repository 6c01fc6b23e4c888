// What was typed survives a reload, and a page that was closed by accident. No key of any kind is kept.
import { calmly } from "./debounce.ts";
import { forgetDraft, readDraft, writeDraft } from "./drafts.ts";
import { element, part } from "./element.ts";
import { help } from "./page.ts";

const SECRET = ["key", "previous", "previousKey"];
/** Pages that the server answers with what was typed: nothing older shall take its place. */
const ANSWERED = ["/draws/confirm", "/draws/edit", "/draws"];
const PAUSE = 500; // milliseconds
const MOST_KEPT = 2_000_000; // characters of a list: browsers have room for about five million

export function keepDraft(form: HTMLFormElement): void {
  const list = part<HTMLTextAreaElement>(form, '[name="entries"]');
  const previous = form.querySelector<HTMLInputElement>('[name="previous"]')?.value ?? "";
  const answered = ANSWERED.includes(location.pathname);
  const initial = JSON.stringify(typedIn(form));
  const told = element("p", { class: "draft quiet-text", "aria-live": "polite" });
  form.append(told);

  const kept = answered ? null : readDraft(previous, Date.now());
  if (kept) {
    fill(form, kept);
    form.before(restored(form, previous));
  }
  const keep = () => {
    const tooLong = list.textLength > MOST_KEPT;
    told.textContent = tooLong ? help.draft.tooLong : "";
    if (tooLong) return forgetDraft(previous); // an older one would come back as if it were this one
    const typed = typedIn(form);
    if (!answered && JSON.stringify(typed) === initial) return forgetDraft(previous);
    writeDraft(previous, typed, Date.now());
  };
  form.addEventListener(
    "input",
    calmly(
      () => PAUSE,
      async () => keep(),
    ),
  );
  // What is typed in the last moment, too.
  addEventListener("pagehide", () => keep());
}

function restored(form: HTMLFormElement, previous: string): HTMLElement {
  const afresh = element("button", { type: "button", class: "quiet small" }, help.draft.afresh);
  const notice = element("p", { class: "notice draft", role: "status" }, `${help.draft.restored} `, afresh);
  afresh.addEventListener("click", () => {
    forgetDraft(previous);
    form.reset();
    notice.remove();
    form.querySelector<HTMLElement>("#title")?.focus();
  });
  return notice;
}

function typedIn(form: HTMLFormElement): Record<string, string> {
  const typed = [...new FormData(form)].filter(([name]) => !SECRET.includes(name));
  return Object.fromEntries(typed.map(([name, value]) => [name, String(value)]));
}

function fill(form: HTMLFormElement, kept: Record<string, string>): void {
  for (const field of form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[name], textarea[name]")) {
    const value = kept[field.name];
    if (SECRET.includes(field.name)) continue;
    if (field instanceof HTMLInputElement && ["radio", "checkbox"].includes(field.type))
      field.checked = value === field.value;
    else if (value !== undefined) field.value = value;
  }
}
