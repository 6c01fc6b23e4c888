// The entries of a list, one by one as given.
import { type Entry, isPrivate, Malformed, type Problem, type Reading, reading } from "@fairhat/protocol";
import { ListWriter, type StoredList } from "../draws/entries.ts";
import { composed, givenEntry, MOST_ENTRIES } from "../draws/requests.ts";

/** An entry in the protocol's form: a single ticket is omitted. */
function keptEntry(given: unknown): Reading<Entry> {
  const read = reading(givenEntry, composed(given));
  if (!read.ok) return read;
  if (typeof read.value === "string") return { ok: true, value: { label: read.value } };
  if ("hidden" in read.value) return { ok: true, value: read.value };
  const { tickets, ...rest } = read.value;
  return { ok: true, value: tickets === undefined || tickets === 1 ? rest : { ...rest, tickets } };
}

/** Reads entries until one is invalid. */
export class GivenList {
  readonly #writer = new ListWriter();
  /** Hashes of a private list, which must be distinct. */
  readonly #hidden = new Set<string>();
  #isPrivate: boolean | null = null;
  #count = 0;
  #problem: Problem | null = null;

  add(given: unknown): void {
    if (this.#problem) return;
    const entry = keptEntry(given);
    if (!entry.ok) this.#problem = underEntry(this.#count, entry.problem);
    else if (this.#count === MOST_ENTRIES) this.#problem = TOO_MANY;
    else this.#take(entry.value);
    this.#count += 1;
  }

  #take(entry: Entry): void {
    this.#isPrivate ??= isPrivate(entry);
    const problem = this.#isPrivate === isPrivate(entry) ? this.#twice(entry) : OF_BOTH_KINDS;
    if (problem) this.#problem = underEntry(this.#count, problem);
    else this.#writer.add(entry);
  }

  #twice(entry: Entry): Problem | null {
    if (!isPrivate(entry)) return null;
    if (this.#hidden.has(entry.hidden)) return TWICE;
    this.#hidden.add(entry.hidden);
    return null;
  }

  isWrong(): boolean {
    return this.#problem !== null;
  }

  /** Full chunks not yet taken. */
  take(): string[] {
    return this.#writer.take();
  }

  /** The list and the remaining chunks. */
  end(): { list: Reading<StoredList>; chunks: string[] } {
    if (this.#problem) return { list: { ok: false, problem: this.#problem }, chunks: [] };
    const { summary, chunks } = this.#writer.end();
    return { list: { ok: true, value: summary }, chunks };
  }
}

const OF_BOTH_KINDS: Problem = { at: "", expected: { code: "entry_like_first" }, found: { code: "other_kind" } };
const TWICE: Problem = { at: "hidden", expected: { code: "unique_hash" }, found: { code: "entry_before" } };
const TOO_MANY: Problem = {
  at: "entries",
  expected: { code: "entries_at_most", most: MOST_ENTRIES },
  found: { code: "more" },
};

/** The problem of an entry as a problem of its list. */
export function underEntry(position: number, problem: Problem): Problem {
  return new Malformed(problem).under(`[${position}]`).under("entries").problem;
}
