// What can be mended in a list without asking anybody: nothing of it changes what somebody meant.
import { isBlank } from "@fairhat/protocol";
import { identity } from "./look.ts";
import { HIDDEN, withoutSeparators } from "./oddities.ts";
import { LINE_END, linesOf, readLine } from "./paste.ts";

export type Fix = keyof typeof FIXES;

const EVERY_HIDDEN = new RegExp(HIDDEN.source, "gu");

const FIXES = {
  tidy: (text: string) => linesOf(text).join("\n"),
  repeats: withoutRepeats,
  hidden: (text: string) => text.replace(EVERY_HIDDEN, ""),
  separators: (text: string) => eachLine(text, withoutSeparators),
  header: (text: string) => linesOf(text).slice(1).join("\n"),
};

/** The list after a fix. */
export function fixed(text: string, fix: Fix, takesTickets: boolean): string {
  return FIXES[fix](text, takesTickets);
}

function eachLine(text: string, change: (line: string) => string): string {
  return text.split(LINE_END).map(change).join("\n");
}

// The first of each stays, and what is blank.
function withoutRepeats(text: string, takesTickets: boolean): string {
  const seen = new Set<string>();
  const kept = text.split(LINE_END).filter((line) => {
    const trimmed = line.normalize("NFC").trim();
    if (isBlank(trimmed)) return true;
    const entry = identity(readLine(trimmed, takesTickets));
    return !seen.has(entry) && seen.add(entry);
  });
  return kept.join("\n");
}
