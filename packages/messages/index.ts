// All texts of the pages, one folder per language. To add a language: a folder like `en`, and its line here.
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

export type { Messages } from "./en/index.ts";
export { counter, durations, sentenceFrom, times } from "./language.ts";

/** The languages; the first is the default. */
export const LANGUAGES = { en, de } as const;

export type Language = keyof typeof LANGUAGES;
