// A private list as its organiser's browser makes it: what is sent, and the file that stays with the organiser.
import { type ListOptions, type Mask, masked, readList, unansweredIn } from "@fairhat/lists";
import { hide, type PrivateEntry, type Revealed, toHex } from "@fairhat/protocol";
import { type NamesFile, writtenNames } from "../receipt/names.ts";

/** A name, and what everybody sees of it. */
export interface Sample {
  label: string;
  masked: string;
}

const SALT = 16; // bytes
const SAMPLES = 3;

export type Hidden =
  | {
      kind: "hidden";
      /** The field of the form: a line for each entry. */
      lines: string;
      count: number;
      /** The organiser's file. */
      file: string;
      /** By which the file is found again. */
      first: string;
    }
  /** Labels that come more than once. */
  | { kind: "repeated"; labels: string[] }
  /** Something in the list is to be looked at first. */
  | { kind: "unclear" };

/** The first names of a list with their masks. */
export function samplesOf(text: string, options: ListOptions, mask: Mask): Sample[] {
  const { list } = readList(text, options);
  return list.slice(0, SAMPLES).map(({ label }) => sampleOf(label.normalize("NFC"), mask));
}

const sampleOf = (label: string, mask: Mask): Sample => ({ label, masked: masked(label, mask) });

interface Wanted extends ListOptions {
  mask: Mask;
  title: string;
  /** What somebody said of findings: they are right. */
  answers: readonly string[];
}

/** Hides a list. `random` fills bytes, as crypto.getRandomValues does. */
export function hiddenList(text: string, wanted: Wanted, random: (bytes: Uint8Array) => void): Hidden {
  const { list, findings } = readList(text, wanted);
  if (unansweredIn(findings, wanted.answers).length > 0) return { kind: "unclear" };
  const labels = list.map(({ label }) => label.normalize("NFC"));
  const repeated = repeatedIn(labels);
  if (repeated.length > 0) return { kind: "repeated", labels: repeated };
  const names = labels.map((label): Revealed => ({ label, salt: saltFrom(random) }));
  const lines = names.map(({ label, salt }, at) => {
    const tickets = list[at]?.tickets;
    return writtenEntry({ hidden: hide(label, salt), masked: masked(label, wanted.mask) }, tickets);
  });
  const file: NamesFile = { type: "fairhat/1/names", title: wanted.title, names };
  const [first = ""] = lines;
  return {
    kind: "hidden",
    lines: lines.join("\n"),
    count: names.length,
    file: writtenNames(file),
    first: first.slice(0, 64),
  };
}

function repeatedIn(labels: string[]): string[] {
  const seen = new Set<string>();
  return [...new Set(labels.filter((label) => seen.has(label) || !seen.add(label)))];
}

function saltFrom(random: (bytes: Uint8Array) => void): string {
  const salt = new Uint8Array(SALT);
  random(salt);
  return toHex(salt);
}

/** An entry as a line of the form's field: the hash, the tickets, the mask. */
function writtenEntry({ hidden, masked }: PrivateEntry, tickets: number | string = 1): string {
  return `${hidden} ${tickets} ${masked}`;
}

const LINE = /^([0-9a-f]{64}) ([1-9]\d{0,15}) (.*)$/;

/** The entry of such a line, as the API takes it; null where it is no such line. */
export function hiddenEntry(line: string): PrivateEntry | null {
  const [, hidden, tickets, masked] = LINE.exec(line) ?? [];
  if (hidden === undefined || masked === undefined) return null;
  return { hidden, masked, ...(tickets !== "1" && { tickets: Number(tickets) }) };
}
