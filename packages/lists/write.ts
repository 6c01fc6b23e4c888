// Writes lists as text for the form, from which the reader reads exactly these entries.
import { isBlank } from "@fairhat/protocol";
import { linesOf } from "./lines.ts";
import { splitTickets } from "./parts.ts";
import { fold, mailIn } from "./people.ts";
import { type ListSource, readList } from "./reader.ts";
import { withoutRepeats } from "./repeats.ts";
import type { ListOptions, ReadEntry } from "./rowlist.ts";

/** The text from which exactly these entries are read; null if there is none, as for a label with a line break. */
export function writtenList(entries: readonly ReadEntry[], takesTickets: boolean): string | null {
  const text = entries.map((entry) => written(entry, takesTickets)).join("\n");
  const { list } = readList(text, { takesTickets });
  const isSame = ({ label, tickets }: ReadEntry, at: number) =>
    list[at]?.label === label && list[at]?.tickets === tickets;
  return list.length === entries.length && entries.every(isSame) ? text : null;
}

// `Room, 3` is a label here, and must not become a room with three tickets. A semicolon keeps `1,000` together.
function written({ label, tickets }: ReadEntry, takesTickets: boolean): string {
  if (typeof tickets === "string") return `${label}; ${tickets}`;
  const isMisread = takesTickets && splitTickets(label, "separated").typed !== null;
  return tickets !== undefined || isMisread ? `${label}, ${tickets ?? 1}` : label;
}

/** A list with a changed plan, as text; null if it cannot be written. */
export function rewrittenList(source: ListSource, options: ListOptions): string | null {
  const { list, plan } = readList(source, options);
  return writtenList(withoutRepeats(list, plan), options.takesTickets);
}

/** A list after removing another list's people. */
export interface ListWithout {
  /** Null if it cannot be written as text. */
  text: string | null;
  removed: number;
}

/** Removes entries that are on another list, regardless of their spelling, or by e-mail address. */
export function listWithout(source: ListSource, others: ListSource, options: ListOptions): ListWithout {
  const keysOf = ({ label }: ReadEntry) => [fold(label), mailIn(label)].filter((key) => key !== null);
  const staysOut = new Set(readList(others, options).list.flatMap(keysOf));
  const { list } = readList(source, options);
  const left = list.filter((entry) => !keysOf(entry).some((key) => staysOut.has(key)));
  return { text: writtenList(left, options.takesTickets), removed: list.length - left.length };
}

/** The text without blank lines and surrounding white space. */
export function tidyList(text: string): string {
  return linesOf(text)
    .map((line) => line.trim())
    .filter((line) => !isBlank(line))
    .join("\n");
}
