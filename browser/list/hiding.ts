// Hides a list in its organiser's browser: what is sent, and the file that stays with the organiser.
import { type ListOptions, type Mask, masked, readList, unansweredIn } from "@fairhat/lists";
import { hide, type PrivateEntry, type Revealed, toHex } from "@fairhat/protocol";
import { type NamesFile, writtenNames } from "../receipt/names.ts";

/** A name and its public mask. */
export interface Sample {
  label: string;
  masked: string;
}

const SALT = 16; // bytes
const SAMPLES = 3;

export type Hidden =
  | {
      kind: "hidden";
      /** The form's field: one line per entry. */
      lines: string;
      count: number;
      /** The organiser's file. */
      file: string;
      /** Identifies the file later. */
      first: string;
    }
  /** Duplicate labels. */
  | { kind: "repeated"; labels: string[] }
  /** A finding in the list needs an answer first. */
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
  /** The accepted findings. */
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

/** An entry as a line of the form's field: hash, tickets, mask. */
function writtenEntry({ hidden, masked }: PrivateEntry, tickets: number | string = 1): string {
  return `${hidden} ${tickets} ${masked}`;
}

const LINE = /^([0-9a-f]{64}) ([1-9]\d{0,15}) (.*)$/;

/** The entry of such a line, in the API's form; null for any other line. */
export function hiddenEntry(line: string): PrivateEntry | null {
  const [, hidden, tickets, masked] = LINE.exec(line) ?? [];
  if (hidden === undefined || masked === undefined) return null;
  return { hidden, masked, ...(tickets !== "1" && { tickets: Number(tickets) }) };
}
