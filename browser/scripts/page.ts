// The page's language and its messages. English stands for all of them: the bundler puts the page's language in its place, and a
// script is bundled only with the messages that it names.
import type { Language } from "../../packages/messages/index.ts";
import { durations } from "../../packages/messages/language.ts";

export { check } from "../../packages/messages/en/check.ts";
export { common } from "../../packages/messages/en/common.ts";
export { draw } from "../../packages/messages/en/draw.ts";
export { help } from "../../packages/messages/en/help.ts";
export { home } from "../../packages/messages/en/home.ts";
export { list } from "../../packages/messages/en/list.ts";
export { live } from "../../packages/messages/en/live.ts";
export { manage } from "../../packages/messages/en/manage.ts";
export { names } from "../../packages/messages/en/names.ts";
export { receipt } from "../../packages/messages/en/receipt.ts";

declare const LANGUAGE: Language; // defined by the bundler

export const language: Language = LANGUAGE;

/** Formats a duration in words. */
export const duration = /* @__PURE__ */ durations(language);
