// Shows a draw's summary as a sheet over its form: the page that the form leads to without scripts, fetched instead of
// opened.
import { download } from "./download.ts";
import { element, part } from "./element.ts";
import type { Concealed, Concealing } from "./hide.ts";
import { names } from "./page.ts";
import { showLocalTimes } from "./times.ts";

const LONG = 200_000; // characters; a longer list is sent only once, as a page

export function offerSheet(form: HTMLFormElement, concealing: Concealing): void {
  const list = part<HTMLTextAreaElement>(form, '[name="entries"]');
  const sheet = element("dialog", { class: "sheet", "aria-labelledby": "review" });
  form.after(sheet);
  let asPage = false;
  form.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (concealing.wanted()) {
      event.preventDefault();
      await busy(form, reviewConcealed(form, sheet, await concealing.conceal(submitter)));
      return;
    }
    if (asPage || list.textLength > LONG) return;
    event.preventDefault();
    const summary = await busy(form, summaryIn(answerTo(form, fieldsOf(form, submitter))));
    if (summary) return show(sheet, summary);
    asPage = true; // errors are shown by the page
    form.requestSubmit(submitter);
    asPage = false;
  });
}

async function busy<T>(form: HTMLFormElement, work: Promise<T>): Promise<T> {
  form.setAttribute("aria-busy", "true");
  try {
    return await work;
  } finally {
    form.removeAttribute("aria-busy");
  }
}

function fieldsOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  return new URLSearchParams([...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]));
}

function answerTo(form: HTMLFormElement, body: URLSearchParams): Promise<Response | null> {
  const headers = { accept: "text/html" };
  return fetch(form.action, { method: "POST", headers, body }).catch(() => null);
}

/** The main part of the summary; null if there is none. */
async function summaryIn(asked: Promise<Response | null>): Promise<HTMLElement | null> {
  const answer = await asked;
  return answer?.ok ? mainOf(answer) : null;
}

async function mainOf(answer: Response): Promise<HTMLElement | null> {
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main");
}

// A page would need the names as typed, so errors are shown here.
async function reviewConcealed(
  form: HTMLFormElement,
  sheet: HTMLDialogElement,
  concealed: Concealed | null,
): Promise<void> {
  form.parentElement?.querySelector(":scope > .problems")?.remove();
  if (!concealed) return;
  const answer = await answerTo(form, concealed.fields);
  const main = answer && (await mainOf(answer));
  if (!answer?.ok) return complain(form, main?.querySelector(".problems") ?? null);
  if (!main) return;
  show(sheet, main);
  demandSaved(sheet, concealed.file);
}

function complain(form: HTMLFormElement, problems: Element | null): void {
  const said = problems ?? element("div", { class: "problems", role: "alert", tabindex: "-1" }, names.form.down);
  form.before(said);
  if (said instanceof HTMLElement) said.focus();
}

// The file cannot be made again once the page is left.
function demandSaved(sheet: HTMLElement, file: string): void {
  const { heading, text, save, saved, first } = names.form.file;
  const making = part<HTMLFormElement>(sheet, 'form[action="/draws"]');
  const told = element("p", { role: "status" });
  const button = element("button", { type: "button" }, save);
  const notice = element(
    "div",
    { class: "notice names-file" },
    element("h2", {}, heading),
    element("p", {}, text),
    button,
    told,
  );
  let isSaved = false;
  button.addEventListener("click", () => {
    download(`fairhat-names-${new Date().toISOString().slice(0, 10)}.json`, "application/json", file);
    isSaved = true;
    button.className = "quiet";
    told.textContent = saved;
  });
  making.addEventListener("submit", (event) => {
    const isBack = event.submitter?.hasAttribute("formaction") ?? false;
    if (isSaved || isBack) return;
    event.preventDefault();
    told.textContent = first;
    button.focus();
  });
  making.before(notice);
}

function show(sheet: HTMLDialogElement, summary: HTMLElement): void {
  sheet.replaceChildren(...summary.childNodes);
  sheet.querySelector('[formaction="/draws/edit"]')?.addEventListener("click", (event) => {
    event.preventDefault();
    sheet.close();
  });
  showLocalTimes(sheet);
  sheet.showModal();
  sheet.scrollTo(0, 0);
}
