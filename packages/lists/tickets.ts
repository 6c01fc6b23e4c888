// Parses typed numbers of tickets. Ambiguous ones are not guessed.

export type TicketProblem =
  | "no_number"
  | "ambiguous"
  | "not_whole"
  | "negative"
  | "plus_sign"
  | "zero"
  | "per_cent"
  | "leading_zero"
  | "too_large";
export type Tickets = { ok: true; value: number } | { ok: false; problem: TicketProblem };

/** How `1,000` and `1.000` are read; `ask` until a person has decided. */
export type NumberStyle = "ask" | "thousands" | "decimals";

// Space, no-break space, thin space, narrow no-break space; apostrophes; the Arabic thousands separator.
const PLAIN_GROUP = /[ \u00a0\u2009\u202f'\u2019\u02bc\u066c_]/g;
const GROUPED = /^\d{1,3}(?:[ \u00a0\u2009\u202f'\u2019\u02bc\u066c_]\d{3})+$/;
const SIGN = /^[-+\u2212\u2010-\u2015\ufe63\uff0d]\s*(?=\d)/;
const TIMES = "[x×✕*]";
/** What surrounds a number of tickets: `3x`, `x3`, `*3`, `(3)`, `[3]`, `= 3`. */
const WRAPPED = [
  new RegExp(`^${TIMES}\\s*(.+)$`, "iu"),
  new RegExp(`^(.+?)\\s*${TIMES}$`, "iu"),
  /^\((.+)\)$/,
  /^\[(.+)\]$/,
  /^[=:]\s*(.+)$/,
];
/** A number with a unit: `3 tickets`, `3 Lose`. */
const WITH_UNIT = /^([\d.,'\u2019 \u00a0\u2009\u202f]*\d)\s*(\p{L}[\p{L}.()-]{0,20})$/u;
/** Words for tickets, as part of a regular expression. */
export const TICKET_WORDS =
  "tickets?|tix|entr(?:y|ies)|chances?|shares?|lots?|lose?n?|anteile?|billets?|boletos?|biglietti|lot(?:y|ów)|los(?:y|ów)|loten|lotter|pcs\\.?|stück|stk\\.?|шт\\.?|билет(?:а|ов)?|[枚张張장票口份]";
const TICKET_WORD = new RegExp(`^(?:${TICKET_WORDS})$`, "iu");

const PLAIN = /^[1-9]\d{0,14}$/;
const LONGEST = 60; // characters

/** Reads a number of tickets, from 1 to 2^53 - 1. */
export function readTickets(typed: string, style: NumberStyle = "ask"): Tickets {
  if (PLAIN.test(typed)) return { ok: true, value: Number(typed) };
  if (typed.length > LONGEST) return { ok: false, problem: "no_number" };
  const text = unwrapped(asciiDigits(typed.normalize("NFKC")).trim());
  if (/[%٪]$/.test(text) && /^\S*\d/.test(text)) return { ok: false, problem: "per_cent" };
  const absolute = text.replace(SIGN, "");
  if (!/^\d/.test(absolute)) return { ok: false, problem: "no_number" };
  const read = readNumber(absolute, style);
  if (absolute === text || (!read.ok && read.problem === "no_number")) return read;
  // A telephone number begins with a plus sign.
  return { ok: false, problem: text.startsWith("+") ? "plus_sign" : "negative" };
}

/** Whether a text is meant as a number of tickets, readable or not. */
export function looksLikeTickets(typed: string): boolean {
  const read = readTickets(typed);
  return read.ok || read.problem !== "no_number";
}

function unwrapped(text: string): string {
  for (const pattern of WRAPPED) {
    const inner = pattern.exec(text)?.[1];
    if (inner !== undefined && /\d/.test(inner)) return unwrapped(inner.trim());
  }
  const [, number, word = ""] = WITH_UNIT.exec(text) ?? [];
  return number !== undefined && TICKET_WORD.test(word) ? number.trim() : text;
}

function readNumber(text: string, style: NumberStyle): Tickets {
  if (/^\d+$/.test(text)) return whole(text);
  if (GROUPED.test(text)) return whole(text.replace(PLAIN_GROUP, ""));
  const marks = text.replace(/[^.,]/g, "");
  if (!/^[\d.,]+$/.test(text)) return { ok: false, problem: "no_number" };
  if (marks.length > 1) return readMarked(text, marks);
  const [before = "", after = ""] = text.split(/[.,]/);
  if (after.length === 3 && /^[1-9]\d{0,2}$/.test(before)) {
    if (style === "ask") return { ok: false, problem: "ambiguous" };
    if (style === "thousands") return whole(before + after);
  }
  return /^0*$/.test(after) ? whole(before) : { ok: false, problem: "not_whole" };
}

// 1,000,000 and 1,000.00: the mark that repeats or comes first groups thousands.
function readMarked(text: string, marks: string): Tickets {
  const [group = "", last = ""] = [marks[0], marks.at(-1)];
  const [integer = "", fraction = ""] = last === group ? [text] : text.split(last);
  const groups = integer.split(group);
  if (!areGroups(groups)) return { ok: false, problem: "no_number" };
  return /^0*$/.test(fraction) ? whole(groups.join("")) : { ok: false, problem: "not_whole" };
}

/** Threes; in India twos, and a last group of three: 1,00,000. */
function areGroups([first = "", ...others]: string[]): boolean {
  if (!/^\d{1,3}$/.test(first) || !/^\d{3}$/.test(others.at(-1) ?? "")) return false;
  const size = others[0]?.length;
  return size === 3 || (size === 2 && first.length < 3)
    ? others.slice(0, -1).every(({ length }) => length === size)
    : false;
}

function whole(digits: string): Tickets {
  if (/^0+$/.test(digits)) return { ok: false, problem: "zero" };
  if (digits.startsWith("0")) return { ok: false, problem: "leading_zero" };
  const value = Number(digits);
  return Number.isSafeInteger(value) ? { ok: true, value } : { ok: false, problem: "too_large" };
}

/**
 * The text with the digits of every script as 0 to 9. Each script has its ten digits in one run (Unicode, general
 * category Nd).
 */
function asciiDigits(text: string): string {
  return text
    .replace(/(?![0-9])\p{Nd}/gu, (digit) => {
      const at = digit.codePointAt(0) ?? 0;
      let zero = at;
      while (at - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
      return String(at - zero);
    })
    .replaceAll("\u066b", ".");
}
