// The page's language and its messages. A script is bundled only with the messages that it names.
import { check as checkDe } from "../../packages/messages/de/check.ts";
import { common as commonDe } from "../../packages/messages/de/common.ts";
import { draw as drawDe } from "../../packages/messages/de/draw.ts";
import { help as helpDe } from "../../packages/messages/de/help.ts";
import { home as homeDe } from "../../packages/messages/de/home.ts";
import { list as listDe } from "../../packages/messages/de/list.ts";
import { live as liveDe } from "../../packages/messages/de/live.ts";
import { manage as manageDe } from "../../packages/messages/de/manage.ts";
import { names as namesDe } from "../../packages/messages/de/names.ts";
import { receipt as receiptDe } from "../../packages/messages/de/receipt.ts";
import { check as checkEn } from "../../packages/messages/en/check.ts";
import { common as commonEn } from "../../packages/messages/en/common.ts";
import { draw as drawEn } from "../../packages/messages/en/draw.ts";
import { help as helpEn } from "../../packages/messages/en/help.ts";
import { home as homeEn } from "../../packages/messages/en/home.ts";
import { list as listEn } from "../../packages/messages/en/list.ts";
import { live as liveEn } from "../../packages/messages/en/live.ts";
import { manage as manageEn } from "../../packages/messages/en/manage.ts";
import { names as namesEn } from "../../packages/messages/en/names.ts";
import { receipt as receiptEn } from "../../packages/messages/en/receipt.ts";
import type { Language } from "../../packages/messages/index.ts";
import { durations } from "../../packages/messages/language.ts";

const { lang } = document.documentElement;
const known: Record<Language, true> = { en: true, de: true };

export const language: Language = Object.hasOwn(known, lang) ? (lang as Language) : "en";

function own<Words>(words: Record<Language, Words>): Words {
  return words[language];
}

/** Formats a duration in words. */
export const duration = /* @__PURE__ */ durations(language);

export const common = /* @__PURE__ */ own({ en: commonEn, de: commonDe });
export const help = /* @__PURE__ */ own({ en: helpEn, de: helpDe });
export const home = /* @__PURE__ */ own({ en: homeEn, de: homeDe });
export const list = /* @__PURE__ */ own({ en: listEn, de: listDe });
export const live = /* @__PURE__ */ own({ en: liveEn, de: liveDe });
export const check = /* @__PURE__ */ own({ en: checkEn, de: checkDe });
export const manage = /* @__PURE__ */ own({ en: manageEn, de: manageDe });
export const draw = /* @__PURE__ */ own({ en: drawEn, de: drawDe });
export const receipt = /* @__PURE__ */ own({ en: receiptEn, de: receiptDe });
export const names = /* @__PURE__ */ own({ en: namesEn, de: namesDe });
