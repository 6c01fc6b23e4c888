// A report in words: lines for people, or one line of JSON for programs.
import { SIDES } from "@fairhat/protocol";
import { inQuotes, printable, sentence } from "./sentence.ts";
import type { CheckReport, Report, Verdict } from "./verdict.ts";

/** Exit status by verdict, docs/protocol.md section 9. */
const STATUS: Record<Verdict, number> = {
  holds: 0,
  "does not hold": 1,
  "not a record": 2,
  "cannot decide": 3,
  void: 4,
  "holds so far": 5,
  erased: 6,
};

/** The exit status for several files: that of the first that does not hold, else of the first that is not 0, else 0. */
export function exitStatus(reports: Report[]): number {
  const all = reports.map(({ verdict }) => STATUS[verdict]);
  return all.find((status) => status === STATUS["does not hold"]) ?? all.find((status) => status !== 0) ?? 0;
}

/** The line of JSON for a file, as docs/protocol.md section 9 writes it. */
export function jsonLine(file: string, report: Report): string {
  const { verdict, failed, why, signers, announced, summary, outcome } = report;
  const { name: check = null, expected = null, found = why } = failed ?? {};
  const { lead = null, operators = null, parties = null } = summary ?? {};
  const said = { announced, check, expected, file, found, lead, operators, outcome, parties, signers, verdict };
  return JSON.stringify(said);
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
  return [printable(file), ...about(report), ...checks, `${verdict}: ${printable(sentence(report))}`];
}

function about({ summary }: Report): string[] {
  if (!summary) return [];
  const { draw, title, operators, parties } = summary;
  const named = SIDES.map((side) => `${side} ${inQuotes(operators[side])}`).join(", ");
  const count = parties === 2 ? "two parties" : "one party";
  const rows = [
    ["draw", `${draw} ${inQuotes(title)}`],
    ["operators", `${named}: ${count}, by their own statement`],
  ] as const;
  return rows.map(([name, text]) => `    ${name.padEnd(WIDTH)}${printable(text)}`);
}

const MARKS: Record<CheckReport["status"], [mark: string, colour: Colour]> = {
  passed: ["✓", "green"],
  failed: ["✗", "red"],
  skipped: ["–", "yellow"],
};
const COLOURS: Partial<Record<Verdict, Colour>> = {
  holds: "green",
  "holds so far": "green",
  "does not hold": "red",
};
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
