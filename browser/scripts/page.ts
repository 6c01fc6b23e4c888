// What all scripts know of the page that loaded them.
import { LANGUAGES, type Language, type Messages } from "../messages/index.ts";

const { lang } = document.documentElement;

export const language: Language = Object.hasOwn(LANGUAGES, lang) ? (lang as Language) : "en";
export const messages: Messages = LANGUAGES[language];
