// Adds to the form that scripts run, the visitor's time zone, and a default title.
import { element, query } from "./element.ts";
import { localDate } from "./times.ts";
import { sendZone } from "./zone.ts";

export function addOwnFields(form: HTMLFormElement): void {
  sendZone(form);
  form.append(element("input", { type: "hidden", name: "scripted", value: "on" }));
  offerTitle(form);
}

function offerTitle(form: HTMLFormElement): void {
  const title = query<HTMLInputElement>(form, '[name="title"]');
  const offer = () => {
    const rule = form.querySelector<HTMLInputElement>('[name="rule"]:checked')?.dataset.title ?? "";
    title.placeholder = `${rule}, ${localDate(new Date())}`;
  };
  query(form, ".rules").addEventListener("change", offer);
  form.addEventListener("reset", () => setTimeout(offer));
  offer();
}
