// Everything that pages say, one folder a language. To add a language: a folder like `en`, and its line here.
import { de } from "./de/index.ts";
import { en } from "./en/index.ts";

export type { Messages } from "./en/index.ts";
export { counter, durations, sentenceFrom, times } from "./language.ts";

/** The languages, the first being that of those who ask for none that is here. */
export const LANGUAGES = { en, de } as const;

export type Language = keyof typeof LANGUAGES;
