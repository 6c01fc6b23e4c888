// The list of a draw, docs/protocol.md section 3.
import { canonical, digest } from "./canonical.ts";
import { toHex } from "./hex.ts";
import { typed } from "./phrases.ts";
import { hex, integer, isObject, listOf, type Of, object, type Problem, refined, type Shape, text } from "./shape.ts";
import { Tree } from "./tree.ts";

export const label = text(1, 200);
export const salt = hex(16);
const hidden = hex(32);
const tickets = integer(2);
const group = text(1, 200);

/** An entry of an open list. `tickets` is absent if it is 1, `group` if there is none. */
export const openEntry = object({ label }, { tickets, group });
export type OpenEntry = Of<typeof openEntry>;

/** An entry of a private list. `masked` is the public part of its label; empty for none. */
export const privateEntry = object({ hidden, masked: text(0, 200) }, { tickets, group });
export type PrivateEntry = Of<typeof privateEntry>;

export type Entry = OpenEntry | PrivateEntry;

export function isPrivate(entry: Entry): entry is PrivateEntry {
  return "hidden" in entry;
}

export function isOpen(entry: Entry): entry is OpenEntry {
  return !isPrivate(entry);
}

/** The public part of an entry: its label, or a private one's mask, which may be empty. */
export function shownOf(entry: Entry): string {
  return isPrivate(entry) ? entry.masked : entry.label;
}

/** An entry of either kind. */
export const entry: Shape<Entry> = {
  schema: { anyOf: [openEntry.schema, privateEntry.schema] },
  read: (value) => (isObject(value) && "hidden" in value ? privateEntry : openEntry).read(value),
};

/** A whole list: all open or all private, no `hidden` twice. */
export const entryList = refined(listOf(entry), listProblem);

function listProblem(entries: Entry[]): Problem | null {
  const kind = (one: Entry) => (isPrivate(one) ? "private" : "open");
  const seen = new Set<string>();
  const [head] = entries;
  if (!head) return null;
  const first = kind(head);
  for (const [at, one] of entries.entries()) {
    const own = kind(one);
    if (own !== first) {
      return { at: `[${at}]`, expected: { code: "like_first", entry: first }, found: { code: "entry", entry: own } };
    }
    if (!isPrivate(one)) continue;
    if (seen.has(one.hidden))
      return { at: `[${at}].hidden`, expected: { code: "unique_hash" }, found: typed(one.hidden) };
    seen.add(one.hidden);
  }
  return null;
}

/** The hash that hides a label in a private list. The label is in NFC, the salt 16 random bytes in hexadecimal. */
export function hide(label: string, salt: string): string {
  return digest({ label, salt });
}

/** The manifest's summary of the list. `tickets` is beyond 2^53-1, and unusable, if the sum is. */
export interface EntriesSummary {
  count: number;
  tickets: number;
  root: string;
}

export function ticketsOf(entry: Entry): number {
  return entry.tickets ?? 1;
}

/** The group of each entry by a distinct number from 1, in the order in which they appear; 0 where the entry is in none. */
export function groupsOf(entries: Iterable<Pick<Entry, "group">>): number[] {
  const numbers = new Map<string, number>();
  return Array.from(entries, ({ group }) => {
    if (group === undefined) return 0;
    const number = numbers.get(group) ?? numbers.size + 1;
    numbers.set(group, number);
    return number;
  });
}

/** A list that is summed up entry by entry. */
export class EntriesSum {
  readonly #tree = new Tree();
  #count = 0;
  #tickets = 0;

  /** Returns the entry's canonical form. */
  add(entry: Entry): string {
    const form = canonical(entry);
    this.#tree.addText(form);
    this.#count += 1;
    this.#tickets += ticketsOf(entry);
    return form;
  }

  summary(): EntriesSummary {
    return { count: this.#count, tickets: this.#tickets, root: toHex(this.#tree.root()) };
  }
}

export function summaryOf(entries: Iterable<Entry>): EntriesSummary {
  const sum = new EntriesSum();
  for (const entry of entries) sum.add(entry);
  return sum.summary();
}
