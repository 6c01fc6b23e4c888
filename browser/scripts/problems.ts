// What is wrong with a form: its summary leads to the controls, and a change takes the mark off.
import { element } from "./element.ts";
import { common } from "./page.ts";

/** Lets links of a summary move the focus, leaves the address alone, and unmarks what is changed. */
export function followProblems(): void {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.problems a[href^="#"]');
    const control = link && document.getElementById(link.hash.slice(1));
    if (!control) return;
    event.preventDefault(); // the fragment may hold an organiser's key
    control.closest("details")?.setAttribute("open", "");
    control.focus();
    control.scrollIntoView({ block: "center" });
  });
  addEventListener("input", ({ target }) => target instanceof HTMLElement && unmark(target));
}

/** Shows a summary that the server wrote for this form, and marks the controls that it names. */
export function showProblems(form: HTMLFormElement, problems: HTMLElement): void {
  clearProblems(form);
  for (const link of problems.querySelectorAll("a")) {
    const control = form.querySelector<HTMLElement>(`#${CSS.escape(link.hash.slice(1))}`);
    if (control) mark(control, link);
  }
  show(form, problems);
}

/** Says that nothing was sent or taken, with a button that tries again. */
export function showRetry(form: HTMLFormElement, text: string, again: () => void): void {
  clearProblems(form);
  const button = element("button", { type: "button", class: "quiet" }, common.connection.again);
  button.addEventListener("click", () => {
    clearProblems(form);
    again();
  });
  const notice = { class: "problems", role: "alert", tabindex: "-1" };
  show(form, element("div", notice, element("p", {}, text), element("p", {}, button)));
}

export function clearProblems(form: HTMLFormElement): void {
  for (const problems of form.parentElement?.querySelectorAll(":scope > .problems") ?? []) problems.remove();
  for (const control of form.querySelectorAll<HTMLElement>("[aria-invalid]")) unmark(control);
}

/** Without a connection nothing is sent: a page that the browser shows instead would have no form. */
export function guardConnection(): void {
  addEventListener(
    "submit",
    (event: SubmitEvent) => {
      const { target: form, submitter } = event;
      if (navigator.onLine || !(form instanceof HTMLFormElement)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      showRetry(form, common.connection.lost, () => form.requestSubmit(submitter));
    },
    { capture: true },
  );
}

function show(form: HTMLFormElement, problems: HTMLElement): void {
  form.before(problems);
  problems.focus();
}

function mark(control: HTMLElement, link: HTMLElement): void {
  const id = `${control.id}-wrong`;
  const known = document.getElementById(id);
  if (known) {
    known.append(" ", ...copies(link));
    return;
  }
  control.setAttribute("aria-invalid", "true");
  control.setAttribute("aria-describedby", `${id} ${control.getAttribute("aria-describedby") ?? ""}`.trim());
  control.before(element("span", { class: "wrong", id }, ...copies(link)));
}

function copies(link: HTMLElement): Node[] {
  return [...link.cloneNode(true).childNodes];
}

function unmark(control: HTMLElement): void {
  const wrong = document.getElementById(`${control.id}-wrong`);
  if (!wrong) return;
  const others = (control.getAttribute("aria-describedby") ?? "").split(" ").filter((id) => id !== wrong.id);
  if (others.length > 0) control.setAttribute("aria-describedby", others.join(" "));
  else control.removeAttribute("aria-describedby");
  control.removeAttribute("aria-invalid");
  wrong.remove();
}
