// What a list looks like, for somebody who types it.
import { type Oddity, odditiesOf } from "./oddities.ts";
import { LINE_END, linesOf, type PastedEntry, readPasted } from "./paste.ts";

const SHOWN = 5;

export interface Look {
  entries: number;
  /** What cannot be read as tickets counts as one. */
  tickets: number;
  blank: number;
  /** Whether a line has white space around it, or nothing on it. */
  untidy: boolean;
  /** Labels that stand there more than once: how many, and the first of them. */
  repeated: { count: number; first: { label: string; times: number }[] };
  /** Lines that are the same entry as one before. */
  again: number;
  oddities: Oddity[];
}

export function lookAt(text: string, takesTickets: boolean): Look {
  const { entries, blank, repeated } = readPasted(text, takesTickets);
  const lines = linesOf(text);
  return {
    entries: entries.length,
    tickets: entries.reduce((sum, { tickets }) => sum + counted(tickets), 0),
    blank,
    untidy: blank > 0 || text.split(LINE_END).some((line) => line !== line.trim()),
    repeated: { count: repeated.length, first: repeated.slice(0, SHOWN) },
    again: entries.length - new Set(entries.map(identity)).size,
    oddities: odditiesOf({ lines, entries, takesTickets }),
  };
}

function counted(tickets: unknown): number {
  return typeof tickets === "number" && tickets > 1 ? tickets : 1;
}

/** Equal for entries that are the same, tickets and all. */
export function identity({ label, tickets }: PastedEntry): string {
  return tickets === undefined ? label : `${label}\n${tickets}`;
}
