// The reader of a page, and the helpers that its template gets besides its data.
import type { AssetName, Assets } from "@fairhat/browser/assets";
import { MOST_SHOWN, partsOf } from "@fairhat/browser/result";
import { byLanguage, durations, LANGUAGES, type Language, localeOf, times } from "@fairhat/messages";
import type { Site } from "../draws/context.ts";
import type { DrawView } from "../draws/view.ts";
import { bracketPicture } from "./bracket.ts";
import { controlId, described } from "./controls.ts";
import { iconPath } from "./icons.ts";
import { linksOf } from "./links.ts";
import { marksOf } from "./marks.ts";
import { qrPath } from "./qr.ts";

export interface RenderContext {
  language: Language;
  assets: Assets;
  /** Where people find us: https://host, without a trailing slash. */
  publicUrl: string;
  site: Site;
  /** Whether only those with an access code may make draws. */
  needsToken: boolean;
  /** The page's address; null if it answers a form. */
  path: string | null;
}

// Created once: their constructors are slower than much of a page.
const lengths = byLanguage(durations);
const numbers = byLanguage((language) => new Intl.NumberFormat(language));
const utc = byLanguage((language) => times(localeOf(language), "UTC"));

/** A protocol time for people: 22 November 2026 at 17:03:09 UTC. */
export function timeIn(language: Language, text: string): string {
  return LANGUAGES[language].common.utc(utc[language](text));
}

export function wordsOf({ language, assets, publicUrl, site, needsToken, path }: RenderContext) {
  const m = LANGUAGES[language];
  const others = Object.entries(LANGUAGES).filter(([code]) => code !== language);
  return {
    m,
    language,
    publicUrl,
    path,
    needsToken,
    links: linksOf(m.common, site),
    /** Days after a draw until its list is erased; 0 if that is left to the organiser. */
    retention: site.retention,
    qrPath,
    bracketPicture,
    iconPath,
    controlId,
    described,
    mostShown: MOST_SHOWN,
    /** The parts of a result, each with its heading. */
    parts: (result: Record<string, unknown>) => partsOf(m.draw, result),
    odds: allTickets,
    /** What each position won. */
    marks: (result: Record<string, unknown>) => marksOf(partsOf(m.draw, result)),
    /** The other languages: [code, name]. */
    others: others.map(([code, { name }]) => [code, name]),
    asset: (name: AssetName) => assets.path(name, language),
    time: (text: string) => timeIn(language, text),
    /** A duration for people: 3 hours 12 minutes. */
    duration: lengths[language],
    number: numbers[language].format,
  };
}

/** The tickets of a draw with equal chances per ticket; null if tickets do not count. */
function allTickets({ rule, params, entries }: Pick<DrawView, "rule" | "params" | "entries">): number | null {
  return rule.startsWith("raffle/") || params.tickets === true ? entries.tickets : null;
}
