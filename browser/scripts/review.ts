// Shows a draw's summary as a sheet over its form: the page that the form leads to without scripts, fetched instead of
// opened.
import { download } from "./download.ts";
import { element, query } from "./element.ts";
import { LARGEST } from "./files.ts";
import type { Concealing } from "./hide.ts";
import { common, help, names } from "./page.ts";
import { clearProblems, showProblems, showRetry } from "./problems.ts";
import { showLocalTimes } from "./times.ts";

const LONG = 200_000; // characters; a longer list is sent only once, as a page
const { title } = document;

export function offerSheet(form: HTMLFormElement, concealing: Concealing): void {
  const list = query<HTMLTextAreaElement>(form, '[name="entries"]');
  const sheet = element("dialog", { class: "sheet", "aria-labelledby": "review" });
  form.after(sheet);
  form.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (isTooLarge(list)) {
      event.preventDefault();
      return showProblems(form, tooLarge(list));
    }
    if (!concealing.wanted() && list.textLength > LONG) return;
    event.preventDefault();
    await busy(form, review(form, sheet, submitter, concealing));
  });
}

// As it is sent, with three bytes for each that is no letter. Short lists are not encoded to find out.
function isTooLarge({ textLength, value }: HTMLTextAreaElement): boolean {
  return textLength > LARGEST / 9 && new URLSearchParams({ value }).toString().length > LARGEST;
}

function tooLarge(list: HTMLElement): HTMLElement {
  const link = element("a", { href: `#${list.id}` }, help.tooLarge);
  const notice = { class: "problems", role: "alert", tabindex: "-1" };
  return element("div", notice, element("h2", {}, common.problems), element("p", {}, link));
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

async function pageOf(answer: Response): Promise<Document> {
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

// Errors are shown here: what was typed stays, and private names are not on the server's page.
async function review(
  form: HTMLFormElement,
  sheet: HTMLDialogElement,
  submitter: HTMLElement | null,
  concealing: Concealing,
): Promise<void> {
  document.title = title;
  clearProblems(form);
  const concealed = concealing.wanted() ? await concealing.conceal(submitter) : null;
  if (concealing.wanted() && !concealed) return;
  const answer = await answerTo(form, concealed?.fields ?? fieldsOf(form, submitter));
  const page = answer && (await pageOf(answer));
  const summary = answer?.ok ? page?.querySelector("main") : null;
  if (summary) {
    show(sheet, summary);
    if (concealed) demandSaved(sheet, concealed.file);
    return;
  }
  const problems = page?.querySelector<HTMLElement>(".problems");
  const text = page?.querySelector("main .lead")?.textContent ?? common.connection.down;
  if (!problems) return showRetry(form, text, () => form.requestSubmit(submitter));
  document.title = page?.title ?? title;
  showProblems(form, problems);
}

// The file cannot be made again once the page is left.
function demandSaved(sheet: HTMLElement, file: string): void {
  const { heading, text, save, saved, first } = names.form.file;
  const making = query<HTMLFormElement>(sheet, 'form[action="/draws"]');
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
