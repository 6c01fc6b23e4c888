import { times } from "../../packages/messages/language.ts";
import { language } from "./page.ts";

// Somebody who reads English in Canada wants Canadian dates.
const regional = navigator.languages.find((one) => one.startsWith(language)) ?? language;

/** A time in the language and the zone of the visitor. */
export const localTime = times(regional);

/** A day as a title has it: 1 December 2026. */
export function localDate(day: Date): string {
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : language, { dateStyle: "long" }).format(day);
}

/** Puts the visitor's own time before each time in UTC, where their zone is another one then. */
export function showLocalTimes(root: ParentNode): void {
  for (const element of root.querySelectorAll("time")) {
    if (new Date(element.dateTime).getTimezoneOffset() === 0) continue;
    element.textContent = `${localTime(element.dateTime)} (${element.textContent})`;
  }
}
