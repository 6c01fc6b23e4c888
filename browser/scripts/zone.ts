import { query } from "./element.ts";

/** Sends the visitor's time zone with a form, and names it beside the field of a time. */
export function sendZone(form: ParentNode): void {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  query<HTMLInputElement>(form, '[name="zone"]').value = timeZone;
  const zone = form.querySelector("[data-zone]");
  if (zone) zone.textContent = `(${timeZone.replaceAll("_", " ")})`;
}
