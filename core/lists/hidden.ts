// A private list from the form, hidden by the organiser's browser: one line per entry.
import { hiddenEntry } from "@fairhat/browser/list";
import { type ListReport, type ReadEntry, readList } from "@fairhat/lists";
import { GivenList } from "./given.ts";

const EMPTY: ListReport = readList("", { takesTickets: false });

/** Reads lines until one is invalid. */
export class HiddenLines {
  readonly #list = new GivenList();
  readonly #most: number;
  readonly #first: ReadEntry[] = [];
  #count = 0;
  #tickets = 0;

  /** `most`: how many of the first entries to show. */
  constructor(most: number) {
    this.#most = most;
  }

  add(line: string): void {
    if (line === "") return;
    const entry = hiddenEntry(line);
    this.#list.add(entry ?? {});
    this.#count += 1;
    if (!entry) return;
    const { masked: label, tickets } = entry;
    this.#tickets += tickets ?? 1;
    if (this.#count <= this.#most) this.#first.push({ label, ...(tickets !== undefined && { tickets }) });
  }

  /** Full chunks not yet taken. */
  take(): string[] {
    return this.#list.take();
  }

  end() {
    const report = { ...EMPTY, entries: this.#count, tickets: this.#tickets };
    return { ...this.#list.end(), report, first: this.#first };
  }
}
