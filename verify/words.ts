// A report in words: lines for people, or one line of JSON for programs.
import type { CheckReport, Report, Verdict } from "./verdict.ts";

/** Exit status by verdict, docs/protocol.md section 9. */
const STATUS: Record<Verdict, number> = {
  holds: 0,
  "does not hold": 1,
  "not a record": 2,
  "cannot decide": 3,
  void: 4,
};

/** The exit status for several files: that of the first that does not hold, else of the first that is not 0, else 0. */
export function exitStatus(reports: Report[]): number {
  const all = reports.map(({ verdict }) => STATUS[verdict]);
  return all.find((status) => status === STATUS["does not hold"]) ?? all.find((status) => status !== 0) ?? 0;
}

/** The line of JSON for a file, as docs/protocol.md section 9 writes it. */
export function jsonLine(file: string, { verdict, failed, why, signers, announced }: Report): string {
  const { name: check = null, expected = null, found = why } = failed ?? {};
  return JSON.stringify({ check, expected, file, found, signers, announced, verdict });
}

type Colour = "green" | "red" | "yellow";

/** Gives a text its colour, or leaves it where the output is no terminal. */
export type Paint = (text: string, colour: Colour) => string;

/** The name of the file, a line for each check with what went into it, and the verdict. */
export function lines(file: string, report: Report, paint: Paint): string[] {
  const checks = report.checks.map((check) => {
    const [mark, colour] = MARKS[check.status];
    return `  ${paint(mark, colour)} ${printable(check.name.padEnd(WIDTH) + told(check))}`;
  });
  const verdict = paint(report.verdict, COLOURS[report.verdict] ?? "yellow");
  return [printable(file), ...checks, `${verdict}: ${printable(sentence(report))}`];
}

const MARKS: Record<CheckReport["status"], [mark: string, colour: Colour]> = {
  passed: ["✓", "green"],
  failed: ["✗", "red"],
  skipped: ["–", "yellow"],
};
const COLOURS: Partial<Record<Verdict, Colour>> = { holds: "green", "does not hold": "red" };
const WIDTH = "signatures ".length;

function told(check: CheckReport): string {
  switch (check.status) {
    case "passed":
      return `${check.demand} (${facts(check.facts)})`;
    case "failed":
      return `expected ${check.expected}; found ${check.found} (${facts(check.facts)})`;
    case "skipped":
      return `not checked: ${check.why}`;
  }
}

const HASH = /^[0-9a-f]{64}$/;
const SHOWN = 16;

// Fingerprints and secrets by their beginning; the whole ones stand in the record.
function facts(all: Record<string, string>): string {
  return Object.entries(all)
    .map(([name, value]) => `${name} ${HASH.test(value) ? `${value.slice(0, SHOWN)}…` : value}`)
    .join(", ");
}

const SIGNERS: Record<Report["signers"], string> = {
  pinned: "Signed with the keys that you gave.",
  unknown: "Consistent; signers unknown: give both services' keys with --key a=… --key b=… to know who signed.",
};

function sentence({ verdict, failed, why, signers, announced }: Report): string {
  const made = announced ? "Announced before it was opened." : "Made at once, not announced before.";
  switch (verdict) {
    case "holds":
      return `the result follows from the locked list, its rule and both secrets. ${made} ${SIGNERS[signers]}`;
    case "void":
      return `nothing was drawn (“${why}”), and what was published fits together. ${made} ${SIGNERS[signers]}`;
    case "does not hold":
      return `the check "${failed?.name}" failed. Do not trust this result.`;
    case "cannot decide":
    case "not a record":
      return `${why}.`;
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: just these are made visible
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

// Text of a record must not steer the terminal, nor turn a line around.
function printable(text: string): string {
  return text.replace(STEERING, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
