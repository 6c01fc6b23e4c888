// Compares a checked record with what the draw's page and this browser have seen.
import type { Report } from "@fairhat/verify";
import type { Messages } from "../../packages/messages/index.ts";
import { type Place, partsOf } from "../result/index.ts";
import { type KnownLock, seenBefore } from "./known-locks.ts";
import type { VerdictText } from "./verdict-text.ts";

/** A part of a result as a page shows it: `name` is the prize's, a place has its label and list number. */
export interface ShownPart {
  kind: string;
  name: string;
  places: string[];
}

/** What a page shows of its draw. */
export interface ShownDraw {
  /** M; null if the page names none. */
  manifest: string | null;
  parts: ShownPart[];
}

export interface Witness {
  /** The lock that this browser saw first. */
  known: KnownLock | null;
  /** Null if the record is checked elsewhere than on its draw's page. */
  shown: ShownDraw | null;
}

/** Messages: `against` the record or the page, and `beside` a valid record. */
export interface Testimony {
  against: string[];
  beside: string[];
}

interface Checked {
  report: Report;
  /** The record's result with labels, shortened as on a page. */
  result: Record<string, unknown> | null;
}

type Words = Pick<Messages, "check" | "draw" | "live">;

/** `timeOf` formats milliseconds since 1970. */
export function testimonyOf(
  words: Words,
  timeOf: (at: number) => string,
  { report, result }: Checked,
  { known, shown }: Witness,
): Testimony {
  const { summary, verdict } = report;
  if (!summary) return { against: [], beside: [] };
  const { known: said } = words.live;
  const against = [
    ...(known && known.M !== summary.M ? [said.anotherList(timeOf(known.at))] : []),
    ...(shown && fits(report) ? againstPage(words, { report, result }, shown) : []),
  ];
  const before = known && known.M === summary.M && verdict === "holds" && seenBefore(known, firstOpening(report));
  return { against, beside: before ? [said.before(timeOf(known.at))] : [] };
}

/** The verdict with observations: a record is not valid if the page or this browser contradicts it. */
export function withTestimony(
  { verdict }: Messages["check"],
  told: VerdictText,
  { against, beside }: Testimony,
): VerdictText {
  const [first = "", ...rest] = told.text;
  if (against.length === 0) return { ...told, text: [first, ...beside, ...rest] };
  return { tone: "bad", title: verdict.failed.title, text: [...against, ...(told.tone === "bad" ? told.text : [])] };
}

const fits = ({ verdict }: Report) => verdict === "holds" || verdict === "void";

function againstPage({ check, draw }: Words, { report, result }: Checked, shown: ShownDraw): string[] {
  if (shown.manifest && shown.manifest !== report.summary?.M) return [check.differs.lock];
  return showsResult(draw, shown, result, report.verdict) ? [] : [check.differs.result];
}

// A void draw's page may omit the result it would have had.
function showsResult(
  words: Messages["draw"],
  { parts }: ShownDraw,
  result: Checked["result"],
  verdict: Report["verdict"],
): boolean {
  if (verdict === "void" && parts.length === 0) return true;
  return JSON.stringify(parts) === JSON.stringify(result ? shownParts(words, result) : []);
}

/** The parts of a result as its page shows them. */
export function shownParts(words: Messages["draw"], result: Record<string, unknown>): ShownPart[] {
  return partsOf(words, result).map(({ kind, title, places }) => {
    return { kind, name: kind === "prizes" ? title : "", places: places.map(placeLine) };
  });
}

/** A place in words, as in a check's list: a person, or a pair. */
export function placeText(place: Place): string {
  if (Array.isArray(place)) return pairOf(place.flatMap((one) => labelOf(one) ?? []));
  return typeof place === "number" ? String(place) : place.label;
}

function placeLine(place: Place): string {
  if (Array.isArray(place)) return pairOf(place.flatMap((one) => labelOf(one) ?? []));
  return typeof place === "number" ? String(place) : placeOf(place.label, String(place.position + 1));
}

function labelOf(place: Place | null): string | null {
  return typeof place === "object" && place && "label" in place ? place.label : null;
}

/** Giver and receiver, or opponents, by their labels. */
export function pairOf(labels: string[]): string {
  return labels.join(" → ");
}

/** A place by its label and its list number, counted from 1. */
export function placeOf(label: string, number: string): string {
  return `${number} ${label}`;
}

function firstOpening({ checks }: Report): number {
  const times = checks.find(({ name }) => name === "times");
  if (times?.status !== "passed") return Number.NEGATIVE_INFINITY;
  const opened = ["opened a", "opened b"].map((name) => Date.parse(times.facts[name] ?? ""));
  return Math.min(...opened);
}
