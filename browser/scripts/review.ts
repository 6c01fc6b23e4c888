// The summary of a draw as a sheet over its form: the page that the form leads to without scripts, fetched instead of opened.
import { element, part } from "./element.ts";
import { showLocalTimes } from "./times.ts";

const LONG = 200_000; // characters of a list that is sent once only, as a page

export function offerSheet(form: HTMLFormElement): void {
  const list = part<HTMLTextAreaElement>(form, '[name="entries"]');
  const sheet = element("dialog", { class: "sheet", "aria-labelledby": "review" });
  form.after(sheet);
  let asPage = false;
  form.addEventListener("submit", async (event) => {
    const { submitter } = event;
    if (asPage || list.textLength > LONG) return;
    event.preventDefault();
    form.setAttribute("aria-busy", "true");
    const summary = await fetchSummary(form, submitter);
    form.removeAttribute("aria-busy");
    if (summary) return show(sheet, summary);
    asPage = true; // what is wrong, or down, is said by the page
    form.requestSubmit(submitter);
    asPage = false;
  });
}

/** The main part of the summary; null where there is none. */
async function fetchSummary(form: HTMLFormElement, submitter: HTMLElement | null): Promise<HTMLElement | null> {
  const fields = [...new FormData(form, submitter)].map(([name, value]) => [name, String(value)]);
  const headers = { accept: "text/html" };
  const answer = await fetch(form.action, { method: "POST", headers, body: new URLSearchParams(fields) }).catch(
    () => null,
  );
  if (!answer?.ok) return null;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  return page.querySelector("main");
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
