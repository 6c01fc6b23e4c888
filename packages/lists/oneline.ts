// A list that somebody wrote on one line, cut into its entries.
import { looksLikeTickets } from "./tickets.ts";

/** The strongest first: in `Ada, 3; Grace, 1` the semicolon parts entries, and the comma is within them. */
const SEPARATORS = [/\t/, /[;；؛]/, /\|/, /、/, /[,，،]/, /\s[/&+]\s/, /\s[-–—•·]\s/];
const LAST_AND = /\s(?:and|und|et|en|och|og|и)\s/iu;

/** The entries of a line; with `takesTickets` a number belongs to the name before it. One entry where nothing parts it. */
export function cutLine(line: string, takesTickets: boolean): string[] {
  const mails = cutAt(line, /[,;]/);
  if (mails.length > 2 && mails.every((part) => part.includes("@"))) return mails;
  const separator = SEPARATORS.find((one) => cutAt(line, one).length > 1);
  if (!separator) return [line.trim()];
  const parts = cutAt(line, separator).flatMap((part, at, all) => (at === all.length - 1 ? lastOf(part) : [part]));
  return takesTickets ? withTheirNumbers(parts) : parts;
}

/** Cuts outside quotes. */
function cutAt(line: string, separator: RegExp): string[] {
  const quoted = line.split('"');
  const isQuoted = quoted.length > 1 && quoted.length % 2 === 1;
  const safe = isQuoted
    ? quoted.map((part, at) => (at % 2 === 1 ? part.replace(/[^"]/g, HIDDEN) : part)).join('"')
    : line;
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: found } of safe.matchAll(new RegExp(separator.source, "gu"))) {
    parts.push(line.slice(start, index));
    start = index + found.length;
  }
  return [...parts, line.slice(start)].map(unquoted).filter((part) => part !== "");
}

const HIDDEN = "_"; // stands for what is quoted, so that it is not cut

function unquoted(part: string): string {
  const text = part.trim();
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1).trim() : text;
}

/** "Ada, Grace and Radia": the last word of a list is often a word. */
function lastOf(part: string): string[] {
  const words = part.replace(/^(?:and|und|et|och|og|и)\s+/iu, "").split(LAST_AND);
  return words.map((word) => word.trim()).filter((word) => word !== "");
}

function withTheirNumbers(parts: string[]): string[] {
  const entries: string[] = [];
  for (const part of parts) {
    const before = entries.at(-1);
    if (before !== undefined && looksLikeTickets(part)) entries[entries.length - 1] = `${before}, ${part}`;
    else entries.push(part);
  }
  return entries;
}
