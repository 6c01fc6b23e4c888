// Labels that may be the same person: duplicates, other spellings, lookalikes, equal e-mail addresses.
import { fold, mailbox, mailIn, skeleton, sortedWords } from "../people.ts";
import type { Row } from "../rows.ts";
import { type Finder, type Finding, type ListContext, Places, type Remedy, type SeenRow } from "./finding.ts";

/** Maximum entries that are all compared with each other; of a longer list, only the first ones are. */
const MOST_COMPARED = 100_000;
const MOST_REPEATED = 20;

export interface Repeated {
  /** Duplicate labels. */
  count: number;
  /** The most frequent ones. */
  first: { label: string; times: number }[];
  /** Entries identical to an earlier one, including tickets. */
  again: number;
}

/** Maximum counted entries: the longest possible list. */
const MOST_COUNTED = 1_000_000;

/** Counts labels. Memory grows with the number of different entries. */
export class Repeats implements Finder {
  readonly #takesTickets: boolean;
  /** By label; with tickets other than one, by label and tickets. */
  readonly #times = new Map<string, number>();
  #again = 0;
  #hasTickets = false;
  #counted = 0;
  #summary: Repeated | null = null;

  constructor({ takesTickets }: ListContext) {
    this.#takesTickets = takesTickets;
  }

  see({ label, typed, tickets }: SeenRow): void {
    if (label === "" || this.#counted === MOST_COUNTED) return;
    this.#counted += 1;
    const isPlain = tickets.ok && tickets.value === 1;
    this.#hasTickets ||= !isPlain;
    const entry = isPlain ? label : `${label}\n${tickets.ok ? tickets.value : typed}`;
    const times = this.#times.get(entry) ?? 0;
    if (times > 0) this.#again += 1;
    this.#times.set(entry, times + 1);
  }

  /** Frequency of labels, regardless of their tickets. */
  #labels(): Map<string, number> {
    if (!this.#hasTickets) return this.#times;
    const labels = new Map<string, number>();
    for (const [entry, times] of this.#times) {
      const end = entry.indexOf("\n");
      const label = end < 0 ? entry : entry.slice(0, end);
      labels.set(label, (labels.get(label) ?? 0) + times);
    }
    return labels;
  }

  summary(): Repeated {
    this.#summary ??= this.#summarise();
    return this.#summary;
  }

  #summarise(): Repeated {
    const all: Repeated["first"] = [];
    for (const [label, times] of this.#labels()) if (times > 1) all.push({ label, times });
    all.sort((one, other) => other.times - one.times);
    return { count: all.length, first: all.slice(0, MOST_REPEATED), again: this.#again };
  }

  /** Possible remedies; `summary` lists the duplicates. */
  end(): Finding[] {
    const { count } = this.summary();
    const remedies: Remedy[] = [];
    if (this.#again > 0) remedies.push({ code: "drop_repeats", change: { repeats: "drop" } });
    if (this.#takesTickets) remedies.push({ code: "add_tickets", change: { repeats: "add_tickets" } });
    return count > 0 ? [{ code: "repeated", severity: "note", count, places: [], remedies }] : [];
  }
}

/** Compares labels and e-mail addresses. */
export class Alike implements Finder {
  readonly #folded = new Map<string, string>();
  readonly #skeletons = new Map<string, string>();
  readonly #mails = new Map<string, string>();
  readonly #mailOf = new Map<string, string>();
  readonly #spelled = new Places();
  readonly #similar = new Places();
  readonly #mailed = new Places();
  readonly #namesakes = new Places();
  readonly #ordered = new Map<string, string>();
  readonly #turned = new Places();
  readonly #context: ListContext;
  #mailColumn: number | null = null;
  #compared = 0;

  constructor(context: ListContext) {
    this.#context = context;
  }

  see({ row, label }: SeenRow): void {
    if (label === "" || this.#compared > MOST_COMPARED) return;
    this.#compared += 1;
    if (this.#compared > MOST_COMPARED) this.#forget();
    else this.#compare(row, label);
  }

  #compare(row: Row, label: string): void {
    const folded = fold(label);
    const spelled = remember(this.#folded, folded, label);
    if (spelled !== label) this.#spelled.add(row.line, label, spelled);
    this.#seeLook(row.line, label, folded, spelled === label);
    if (spelled === label) this.#seeOrder(row.line, label, folded);
    this.#seeMail(row.line, row.cells, label, folded);
  }

  #forget(): void {
    for (const known of [this.#folded, this.#skeletons, this.#mails, this.#mailOf, this.#ordered]) known.clear();
  }

  #seeLook(line: number, label: string, folded: string, isNew: boolean): void {
    if (!isNew) return;
    const similar = remember(this.#skeletons, skeleton(folded), label);
    if (similar !== label && fold(similar) !== folded) this.#similar.add(line, label, similar);
  }

  // "Lovelace, Ada" and "Ada Lovelace", "José" and "Jose", "Müller" and "Mueller".
  #seeOrder(line: number, label: string, folded: string): void {
    const other = remember(this.#ordered, sortedWords(folded), label);
    if (other !== label && skeleton(fold(other)) !== skeleton(folded)) this.#turned.add(line, label, other);
  }

  #seeMail(line: number, cells: string[], label: string, folded: string): void {
    const column = cells.findIndex((cell) => cell.includes("@") && mailIn(cell) !== null);
    const mail = mailIn(cells[column] ?? "");
    if (mail === null) return;
    const other = remember(this.#mails, mailbox(mail), label);
    if (fold(other) !== folded) this.#mailed.add(line, label, other);
    const known = remember(this.#mailOf, label, mail);
    if (known === mail) return;
    this.#mailColumn = column;
    this.#namesakes.add(line, label, known);
  }

  end(): Finding[] {
    const { plan } = this.#context;
    const column = this.#mailColumn;
    const addMail: Remedy[] =
      column === null || plan.separator === null || plan.label.includes(column)
        ? []
        : [{ code: "add_mail_to_label", change: { label: [...plan.label, column] } }];
    return [
      ...this.#namesakes.finding("same_name_other_mail", "note", ...addMail),
      ...this.#spelled.finding("spelled_differently", "note", {
        code: "drop_alike",
        change: { repeats: "drop", alike: true },
      }),
      ...this.#turned.finding("other_order", "note"),
      ...this.#similar.finding("look_alike", "note"),
      ...this.#mailed.finding("same_mail", "note"),
    ];
  }
}

/** The first value remembered under a key. */
function remember(known: Map<string, string>, key: string, value: string): string {
  const first = known.get(key);
  if (first !== undefined) return first;
  known.set(key, value);
  return value;
}
