// The public part of a name in a private list: enough to recognise one's own entry, too little to identify others.
import { mailIn } from "./people.ts";

export const MASKS = ["initials", "mail", "nothing"] as const;
export type Mask = (typeof MASKS)[number];

const MOST_INITIALS = 4;
const LONGEST_END = 24; // characters of a top-level domain

/** A letter or digit with its marks. */
const CHARACTER = "[\\p{L}\\p{N}]\\p{M}{0,4}";
const FIRST = new RegExp(CHARACTER, "u");
const WORD = new RegExp(`${CHARACTER}[\\p{L}\\p{M}\\p{N}'’.-]*`, "gu");
const PLAIN_WORD = /^[A-Za-z]+$/;

/** The mask of a label in NFC; empty if nothing of it may be shown. */
export function masked(label: string, mask: Mask): string {
  if (mask === "nothing") return "";
  const shown = mask === "mail" ? maskedMail(label) : initials(label);
  return shown === label ? "" : shown; // "A." would be shown whole
}

// An address beside a name is omitted: "Ada Bell <ada@example.org>" is "A. B.".
function initials(label: string): string {
  const words = withoutMails(label).match(WORD) ?? [];
  return words.slice(0, MOST_INITIALS).map(initial).join(" ");
}

function withoutMails(label: string): string {
  if (!label.includes("@")) return label;
  const words = label.split(/\s+/u);
  const names = words.filter((word) => mailIn(word) === null);
  return names.length > 0 ? names.join(" ") : label.replace(/@.*$/u, "");
}

function initial(word: string): string {
  return `${PLAIN_WORD.test(word) ? word[0] : firstOf(word)}.`;
}

// Always the same dots, so that a short address looks like a long one.
function maskedMail(label: string): string {
  const mail = mailIn(label);
  if (mail === null) return "";
  const [name = "", host = ""] = mail.split("@");
  const end = host.slice(host.lastIndexOf(".") + 1).slice(0, LONGEST_END);
  return `${firstOf(name)}…@${firstOf(host)}….${end}`;
}

function firstOf(text: string): string {
  return FIRST.exec(text)?.[0] ?? "";
}
