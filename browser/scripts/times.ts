import { localeOf, times } from "../../packages/messages/language.ts";
import { language } from "./page.ts";

// An English reader in Canada wants Canadian dates.
const regional = navigator.languages.find((one) => one.startsWith(language)) ?? language;

/** A time in the visitor's language and zone. */
export const localTime = times(regional);

/** A day as in a title: 1 December 2026. */
export function localDate(day: Date): string {
  return new Intl.DateTimeFormat(localeOf(language), { dateStyle: "long" }).format(day);
}

/** Puts the local time before each UTC time, if the visitor's zone differs. */
export function showLocalTimes(root: ParentNode): void {
  for (const element of root.querySelectorAll("time")) {
    if (new Date(element.dateTime).getTimezoneOffset() === 0) continue;
    element.textContent = `${localTime(element.dateTime)} (${element.textContent})`;
  }
}
