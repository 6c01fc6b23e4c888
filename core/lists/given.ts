// The entries of a list, one after the other, as somebody gives them.
import { type Entry, Malformed, type Problem, type Reading, reading } from "@fairhat/protocol";
import { ListWriter, type StoredList } from "../draws/entries.ts";
import { composed, givenEntry, MOST_ENTRIES } from "../draws/requests.ts";

/** An entry as the protocol writes it: one ticket is not written. */
function keptEntry(given: unknown): Reading<Entry> {
  const read = reading(givenEntry, composed(given));
  if (!read.ok) return read;
  const { label, tickets = 1 } = typeof read.value === "string" ? { label: read.value } : read.value;
  return { ok: true, value: tickets === 1 ? { label } : { label, tickets } };
}

/** Takes entries until one of them is wrong. */
export class GivenList {
  readonly #writer = new ListWriter();
  #count = 0;
  #problem: Problem | null = null;

  add(given: unknown): void {
    if (this.#problem) return;
    const entry = keptEntry(given);
    if (!entry.ok) this.#problem = underEntry(this.#count, entry.problem);
    else if (this.#count === MOST_ENTRIES) this.#problem = TOO_MANY;
    else this.#writer.add(entry.value);
    this.#count += 1;
  }

  isWrong(): boolean {
    return this.#problem !== null;
  }

  /** Chunks that are full and were not taken yet. */
  take(): string[] {
    return this.#writer.take();
  }

  /** What the list comes to, and the chunks that were not taken. */
  end(): { list: Reading<StoredList>; chunks: string[] } {
    if (this.#problem) return { list: { ok: false, problem: this.#problem }, chunks: [] };
    const { summary, chunks } = this.#writer.end();
    return { list: { ok: true, value: summary }, chunks };
  }
}

const TOO_MANY: Problem = {
  at: "entries",
  expected: { code: "entries_at_most", most: MOST_ENTRIES },
  found: { code: "more" },
};

/** The problem of the entry at a position, as one of the list. */
export function underEntry(position: number, problem: Problem): Problem {
  return new Malformed(problem).under(`[${position}]`).under("entries").problem;
}
