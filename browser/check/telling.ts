// A report of the verifier in words for people.
import type { CheckReport, Report } from "@fairhat/verify";
import type { Messages } from "../messages/index.ts";
import type { Oddity } from "./oddity.ts";

type Words = Messages["check"];
export type CheckName = keyof Words["checks"];

/** Largest file that is checked in a browser, in bytes. */
export const LARGEST = 200_000_000;

/** What came out, big; `tone` is its colour. */
export interface Told {
  tone: "good" | "bad" | "open";
  title: string;
  text: string[];
}

/** The verdict; `oddity` says what a file is that is no record. */
export function tellVerdict(all: Words, report: Report, oddity: Oddity | null): Told {
  const { verdict: words, checks } = all;
  const { verdict, failed, why } = report;
  switch (verdict) {
    case "holds":
      return { tone: "good", title: words.holds.title, text: [words.holds.text, ...tellSure(all, report)] };
    case "void": {
      const text = words.void.text(isolated(why ?? ""));
      return { tone: "open", title: words.void.title, text: [text, ...tellSure(all, report)] };
    }
    case "does not hold": {
      const text = [words.failed.text(nameOf(checks, failed?.name ?? ""))];
      if (isReformatted(report)) text.push(words.failed.reformatted);
      return { tone: "bad", title: words.failed.title, text };
    }
    case "cannot decide":
      return { tone: "open", title: words.undecided.title, text: [words.undecided[undecided(report)]] };
    case "not a record":
      return { tone: "bad", title: words.not.title, text: [words.not[oddity ?? "other"]] };
  }
}

// A text from outside keeps its direction to itself.
const isolated = (text: string) => `\u2068${text}\u2069`;

export function nameOf(checks: Words["checks"], name: string): string {
  return Object.hasOwn(checks, name) ? checks[name as CheckName].name : name;
}

function isReformatted({ failed }: Report): boolean {
  return failed?.name === "form" && failed.expected.startsWith("the canonical form");
}

function undecided({ checks, why }: Report): keyof Words["verdict"]["undecided"] {
  if (checks.length > 0) return "rule";
  return why?.startsWith("its version") ? "version" : "hidden";
}

// What is sure besides, for some records.
function tellSure({ know }: Words, { verdict, signers, announced }: Report): string[] {
  return [
    ...(announced && verdict === "holds" ? [know.announced] : []),
    ...(signers === "pinned" ? [know.pinned] : []),
  ];
}

/** What was not checked, worst first, where a record holds or is void. */
export function tellOpen({ know }: Words, { signers, announced }: Report): string[] {
  return [...(signers === "unknown" ? [know.unknown] : []), ...(announced ? [] : [know.atOnce]), know.list, know.page];
}

/** M of the record that was checked, computed by the verifier; null where it got none. */
export function lockOf({ checks }: Report): string | null {
  const bindings = checks.find(({ name }) => name === "bindings");
  return bindings && bindings.status !== "skipped" ? (bindings.facts.M ?? null) : null;
}

export interface ToldFact {
  name: string;
  value: string;
}

/** The numbers that went into a check. */
export function tellFacts({ facts, given }: Words, check: CheckReport): ToldFact[] {
  if (check.status === "skipped") return [];
  return Object.entries(check.facts).map(([name, value]) => ({
    name: Object.hasOwn(facts, name) ? facts[name as keyof typeof facts] : name,
    value: name === "pinned" ? given[value as keyof typeof given] : value,
  }));
}

const WHYS: Record<string, keyof Words["skipped"]> = {
  "the form failed": "form",
  "nothing was drawn": "notDrawn",
  "it needs what entries did not show": "needs",
  "it needs what rule did not show": "needs",
};

/** Why a check was skipped, when it was. */
export function tellSkipped({ skipped }: Words, check: CheckReport): string | null {
  return check.status === "skipped" ? skipped[WHYS[check.why] ?? "rule"] : null;
}

/** What became of a broken record. */
export function tellBroken({ breaking, checks }: Words, { verdict, failed }: Report, original: Report): Told {
  const told = (tone: Told["tone"], title: string): Told => ({ tone, title, text: [] });
  switch (verdict) {
    case "does not hold":
      return told("bad", breaking.caught(nameOf(checks, failed?.name ?? "")));
    case "not a record":
      return told("bad", breaking.notRecord);
    case "cannot decide":
      return told("open", breaking.undecided);
    case "holds":
    case "void":
      return original.verdict === "holds" ? told("good", breaking.same) : told("open", breaking.escaped);
  }
}
