// The verdict in one or two sentences, docs/protocol.md section 9.
import { canonical, isBlank } from "@fairhat/protocol";
import { excerpt } from "./compare.ts";
import { duration } from "./duration.ts";
import type { DrawSummary } from "./summary.ts";
import type { Report } from "./verdict.ts";

const SIGNERS: Record<Report["signers"], string> = {
  pinned: "Signed with the keys that you gave.",
  unknown: "Consistent; signers unknown: give both services' keys with --key a=… --key b=… to know who signed.",
};

export function sentence(report: Report): string {
  const { verdict, failed, why, signers, summary } = report;
  switch (verdict) {
    case "holds":
      return inOne(
        "the result follows from the locked list, its rule and both secrets.",
        lead(summary),
        SIGNERS[signers],
      );
    case "holds so far":
      return inOne(
        "list, rule and seals were locked by both services; nothing is drawn in it yet.",
        "Keep this file, and give it as --lock when the record is there.",
        SIGNERS[signers],
      );
    case "erased":
      return inOne(erased(report), lead(summary), SIGNERS[signers]);
    case "void":
      return inOne(stopped(report), lead(summary), SIGNERS[signers]);
    case "does not hold":
      return `the check "${failed?.name}" failed. Do not trust this result.`;
    case "cannot decide":
    case "not a record":
      return `${why}.`;
  }
}

function erased({ checks }: Report): string {
  const followed = checks.some(({ name, status }) => name === "result" && status === "passed");
  return followed
    ? "list erased: the result follows from the sealed numbers; the list can't be checked here."
    : "list erased: the sealed numbers are those that were locked; list and result can't be checked here.";
}

const inOne = (...sentences: string[]) => sentences.filter((one) => one !== "").join(" ");

function lead(summary: DrawSummary | null): string {
  if (!summary || summary.lead === null) return "";
  if (summary.announced) return `Announced ${duration(summary.lead)} before it was opened.`;
  if (summary.lead < 0)
    return `Made at once (one service opened ${duration(-summary.lead)} before the other had bound).`;
  return `Made at once (${duration(summary.lead)} between lock and opening).`;
}

// Section 8: the meaning of a void record, because being void is unsigned.
function stopped({ why, summary, outcome, labelled }: Report): string {
  const reason = inQuotes(why ?? "");
  if (outcome) {
    const result = excerpt(canonical(labelled));
    return `both numbers were out before it was stopped (${reason}): the result would have been ${result}. ${UNSIGNED}`;
  }
  const came = summary ? howFar(summary) : "";
  return `nothing was drawn (${reason}), and what was published fits together. ${came} ${UNSIGNED}`;
}

const UNSIGNED = "Nobody signs that a draw is void: ask the services by its draw id.";

function howFar({ bound, opened }: DrawSummary): string {
  if (bound.length === 0) return "No service had bound it: anybody who holds two seals can have made this record.";
  const first = bound.length === 2 ? "Both services had bound it" : `Only service ${bound[0]} had bound it`;
  return opened.length === 0 ? `${first}, and none had opened.` : `${first}, and service ${opened[0]} had opened.`;
}

/** Quotes a foreign text for people. */
export function inQuotes(text: string): string {
  return isBlank(text) ? "(blank)" : `“${text}”`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: just these are made visible
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Replaces characters that would control the terminal or the writing direction. */
export function printable(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
