// Splits a line of a list into its label and its tickets.
import { looksLikeTickets, TICKET_WORDS } from "./tickets.ts";

/** Where the lines of a list have their tickets. */
export type LineTickets = "none" | "separated" | "spaced" | "leading";

export interface Parts {
  label: string;
  /** The tickets as typed; null if there are none. */
  typed: string | null;
}

const NUMERIC = /\p{N}/u;
const LONGEST_NUMBER = 60; // characters, including separator and unit
const NUMBER = "\\p{Nd}[\\p{Nd}.,'\u2019\u066b\u066c]*";
const SIGN = "[-+\u2212]?";

// Each matches the end of a line, from its separator on: `, 3`, `x3`, `(3)`, ` 3x`, ` 3 tickets`.
/** `Ada; 1,000`: the last comma is part of the number. */
const GROUPED = new RegExp(`[,;\\t]\\s*(${SIGN}\\p{Nd}[\\p{Nd}.'\u2019]*,\\p{Nd}[\\p{Nd}.,'\u2019]*)$`, "u");
const SEPARATED = /(?:[,;|\t，；、：،؛]|(?<!\p{Nd}\s*):)\s*([^,;:|\t，；、：،؛]+)$/u;
const WRAPPED = new RegExp(
  `(${[
    `\\s*[×✕*]\\s*${NUMBER}`,
    `(?<=\\s)x${NUMBER}`,
    "\\s*\\(\\s*\\p{Nd}[^()]*\\)",
    "\\s*\\[\\s*\\p{Nd}[^[\\]]*\\]",
    `(?<=\\s)${NUMBER}\\s*[x×✕]`,
    `(?<=\\s)${NUMBER}\\s+(?:${TICKET_WORDS})`,
    `(?<=\\s)${NUMBER}[枚张張장票口份]`,
  ].join("|")})$`,
  "iu",
);
const SPACED = new RegExp(`\\s(${NUMBER})$`, "u");
const ENDINGS = {
  none: [],
  separated: [GROUPED, SEPARATED, WRAPPED],
  spaced: [GROUPED, SEPARATED, WRAPPED, SPACED],
};
const LEADING = /^(\p{Nd}(?:[\p{Nd}.,]*\p{Nd})?)\s*(?:[,;:|\t]|[x×✕*](?=\s)|\s)\s*(?=[^\p{Nd}\s])/iu;
/** What joins a label to its number: `Ada - 3`, `Ada ..... 3`, `Ada = 3`. */
const CONNECTOR = /(?:\s+[-–—=:/|.…]+|[.…]{2,}|\s*=)$/u;

/** Splits a line. What looks like tickets is cut off, readable or not; any other line is all label. */
export function splitTickets(line: string, where: LineTickets): Parts {
  return (where === "leading" ? leading(line) : ending(line, ENDINGS[where])) ?? { label: line, typed: null };
}

function ending(line: string, patterns: RegExp[]): Parts | null {
  const tail = line.slice(-LONGEST_NUMBER);
  if (!NUMERIC.test(tail)) return null;
  for (const pattern of patterns) {
    const match = pattern.exec(tail);
    const typed = match?.[1]?.trim() ?? "";
    const label = match ? labelBefore(line.slice(0, line.length - match[0].length)) : "";
    if (label !== "" && typed !== "" && looksLikeTickets(typed)) return { label, typed };
  }
  return null;
}

function labelBefore(text: string): string {
  const label = text.trim();
  return label.replace(CONNECTOR, "").trim() || label;
}

function leading(line: string): Parts | null {
  const match = LEADING.exec(line.slice(0, LONGEST_NUMBER));
  return match ? { label: line.slice(match[0].length).trim(), typed: match[1] ?? "" } : null;
}

/** The line without trailing separators; a line of only separators is unchanged. */
export function withoutSeparators(line: string): string {
  let end = line.length;
  while (end > 0 && ",;\t ".includes(line.charAt(end - 1))) end -= 1;
  return end > 0 && /[,;]/.test(line.slice(end)) ? line.slice(0, end) : line;
}
