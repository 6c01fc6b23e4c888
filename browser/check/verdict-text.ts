// A report of the verifier in words for people.
import { isBlank, own } from "@fairhat/protocol";
import type { CheckReport, DrawSummary, Facts, Report } from "@fairhat/verify";
import type { Messages } from "../../packages/messages/index.ts";
import type { FileIssue } from "./file-issue.ts";

type Words = Messages["check"];

/** Largest file that is checked in a browser, in bytes. */
export const LARGEST = 200_000_000;

/** What came out, big; `tone` is its colour. */
export interface VerdictText {
  tone: "good" | "bad" | "open";
  title: string;
  text: string[];
}

/** Lengths of time in words: what `durations` of a language gives. */
type Duration = (milliseconds: number) => string;

/** The verdict; `oddity` says what a file is that is no record. */
export function verdictText(all: Words, duration: Duration, report: Report, oddity: FileIssue | null): VerdictText {
  const { verdict: words, checks } = all;
  const { verdict, failed } = report;
  const sure = tellSure(all, duration, report);
  switch (verdict) {
    case "holds":
      return { tone: "good", title: words.holds.title, text: [words.holds.text, ...sure] };
    case "holds so far":
      return { tone: "good", title: words.soFar.title, text: [words.soFar.text, ...sure] };
    case "erased":
      return { tone: "open", title: words.erased.title, text: [words.erased[erasedPart(report)], ...sure] };
    case "void": {
      const { title, text } = tellVoid(words, report);
      return { tone: "open", title, text: [...text, ...sure] };
    }
    case "does not hold": {
      const name = failed?.name ?? "";
      const text = [...wrongOf(checks, name), words.failed.text(nameOf(checks, name)), ...tellFailed(words, report)];
      return { tone: "bad", title: words.failed.title, text };
    }
    case "cannot decide":
      return { tone: "open", title: words.undecided.title, text: [words.undecided[undecided(report)]] };
    case "not a record":
      return { tone: "bad", title: words.not.title, text: [words.not[oddity ?? "other"]] };
  }
}

function erasedPart({ checks }: Report): "followed" | "unseen" {
  return checks.some(({ name, status }) => name === "result" && status === "passed") ? "followed" : "unseen";
}

// What a void record is worth: nobody signs that a draw is void.
function tellVoid(
  { void: words, bothOut }: Words["verdict"],
  { why, summary, outcome, labelled }: Report,
): Pick<VerdictText, "title" | "text"> {
  const reason = isolated(why ?? "");
  if (outcome) {
    const result = isolated(excerpt(JSON.stringify(labelled)));
    return { title: bothOut.title, text: [bothOut.text(reason, result), words.unsigned] };
  }
  const text = [words.text(reason)];
  if (summary?.bound.length === 0) text.push(words.unbound);
  if (summary?.opened.length === 1) text.push(words.oneOut);
  return { title: words.title, text: [...text, words.unsigned] };
}

const LONGEST = 500;

function excerpt(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST).toWellFormed()}…` : text;
}

// What a failure means beyond its check.
function tellFailed({ failed: words }: Words["verdict"], report: Report): string[] {
  const name = report.failed?.name;
  const facts: Facts = report.failed?.facts ?? {};
  if (isReformatted(report)) return [words.reformatted];
  if (name === "seals" && facts.asked && facts.asked !== report.summary?.draw) return [words.another];
  if (name === "bindings" && facts.lock && facts.lock !== facts.M) return [words.otherLock];
  return [];
}

// A text from outside keeps its direction to itself.
const isolated = (text: string) => `\u2068${text}\u2069`;

export function nameOf(checks: Words["checks"], name: string): string {
  return own(checks, name)?.name ?? name;
}

/** What a failed check found, in words: never what it demands. */
export function wrongOf(checks: Words["checks"], name: string): string[] {
  const known = own(checks, name);
  return known ? [known.wrong] : [];
}

function isReformatted({ failed }: Report): boolean {
  return failed?.name === "form" && failed.expected.startsWith("the canonical form");
}

function undecided({ checks }: Report): keyof Words["verdict"]["undecided"] {
  return checks.length > 0 ? "rule" : "version";
}

// What is sure besides.
function tellSure({ know }: Words, duration: Duration, { signers, announced, summary }: Report): string[] {
  if (!summary) return [];
  const { operators, parties, lead } = summary;
  const named = (name: string) => (isBlank(name) ? know.blank : isolated(name));
  return [
    isBlank(operators.a + operators.b) ? know.unnamed : know.operators(named(operators.a), named(operators.b), parties),
    ...(announced && lead !== null ? [know.announced(duration(lead))] : []),
    ...(signers === "pinned" ? [know.pinned] : []),
  ];
}

/** What was not checked, worst first, where a record holds or is void. */
export function uncheckedNotes({ know }: Words, duration: Duration, { signers, summary }: Report): string[] {
  const tries = summary ? tellTries(know, duration, summary) : [];
  return [...(signers === "unknown" ? [know.unknown] : []), ...tries, know.list, know.page];
}

function tellTries(know: Words["know"], duration: Duration, { announced, lead }: DrawSummary): string[] {
  if (lead === null || announced) return [];
  return [lead < 0 ? know.overlapping(duration(-lead)) : know.atOnce(duration(lead))];
}

/** M of the record that was checked, computed by the verifier; null where it got none. */
export function lockOf({ checks }: Report): string | null {
  const bindings = checks.find(({ name }) => name === "bindings");
  return bindings && bindings.status !== "skipped" ? (bindings.facts.M ?? null) : null;
}

export interface FactRow {
  name: string;
  value: string;
}

/** Show the inputsto a check. */
export function factRows({ facts, given }: Words, check: CheckReport): FactRow[] {
  if (check.status === "skipped") return [];
  return Object.entries(check.facts).map(([name, value]) => ({
    name: own(facts, name) ?? name,
    value: (name === "pinned" ? own(given, value) : null) ?? value,
  }));
}

const WHYS: Record<string, keyof Words["skipped"]> = {
  "the form failed": "form",
  "nothing was drawn": "notDrawn",
  "it needs what entries did not show": "needs",
  "it needs what rule did not show": "needs",
  "a lock is checked up to its times": "lock",
};

/** Why a check was skipped, when it was. */
export function skipReason({ skipped }: Words, check: CheckReport): string | null {
  return check.status === "skipped" ? skipped[WHYS[check.why] ?? "rule"] : null;
}

/** What became of a broken record. */
export function tamperedText({ breaking, checks }: Words, { verdict, failed }: Report, original: Report): VerdictText {
  const told = (tone: VerdictText["tone"], title: string): VerdictText => ({ tone, title, text: [] });
  switch (verdict) {
    case "does not hold":
      return {
        ...told("bad", breaking.caught(nameOf(checks, failed?.name ?? ""))),
        text: wrongOf(checks, failed?.name ?? ""),
      };
    case "not a record":
      return told("bad", breaking.notRecord);
    case "cannot decide":
      return told("open", breaking.undecided);
    case "holds":
    case "holds so far":
    case "void":
    case "erased":
      return original.verdict === "holds" ? told("good", breaking.same) : told("open", breaking.escaped);
  }
}
