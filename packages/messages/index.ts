// All texts of the pages, one folder per language. To add a language: a folder like `en`, and its line here.
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";
import { es } from "./es/index.ts";
import { fr } from "./fr/index.ts";

export type { Messages } from "./en/index.ts";
export { counter, durations, localeOf, sentenceFrom, times } from "./language.ts";

/** The languages; the first is the default. */
export const LANGUAGES = { en, de, fr, es } as const;

export type Language = keyof typeof LANGUAGES;

/** One of a kind for each language. */
export function byLanguage<T>(make: (language: Language) => T): Readonly<Record<Language, T>> {
  const codes = Object.keys(LANGUAGES) as Language[]; // its keys are the languages
  return Object.fromEntries(codes.map((code) => [code, make(code)])) as Record<Language, T>;
}
