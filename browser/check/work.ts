// The worker of a check: keeps the checked record, and checks changed copies of it.
import {
  canonical,
  checkReceipt,
  type DrawRecord,
  type Entry,
  type ErasedRecord,
  hidingRefusal,
  isPrivate,
  type Manifest,
  type ReceiptReading,
  type Revealed,
  utf8,
} from "@fairhat/protocol";
import { type Options, type Progress, type Report, verifyRecord } from "@fairhat/verify";
import { type Standing, standingsIn } from "../receipt/standing.ts";
import { cutResult, withLabels } from "../result/index.ts";
import { type Change, changed, type Json } from "./change.ts";
import { type FileIssue, fileIssueOf } from "./file-issue.ts";
import { type Sample, sampleOf } from "./sample.ts";

/** Requirements known beforehand: keys, the draw's id, M of a known lock. */
export type Known = Pick<Options, "keys" | "draw" | "M">;

/** A name of a private draw that its organiser published. */
export interface Disclosed extends Revealed {
  position: number;
}

/** Requests of a page. */
export type Order =
  | { kind: "file"; file: Uint8Array; known: Known; disclosed?: Disclosed[] }
  /** Changes a copy of the last file. */
  | { kind: "changes"; changes: Change[] }
  /** Checks a receipt against the last file's manifest. */
  | { kind: "receipt"; receipt: unknown };

/** What a receipt says about its entry, compared with the checked file. */
export interface CheckedReceipt {
  kind: "receipt";
  reading: ReceiptReading;
  /** Entries of the locked list. */
  count: number;
  title: string;
  /** The entry's places in the result; null if nothing was drawn. */
  standings: Standing[] | null;
}

export interface Checked {
  kind: "checked";
  report: Report;
  oddity: FileIssue | null;
  /** For a well-formed record; null otherwise. */
  sample: Sample | null;
  /** That record's result, or what it would have been, with labels, shortened as on a page. */
  result: Record<string, unknown> | null;
}

/** Responses: any number of the first, then one of the others. */
export type Answer =
  | { kind: "progress"; progress: Progress }
  | Checked
  | { kind: "broken"; report: Report }
  | CheckedReceipt;

/** Handles requests in order and responds through `answer`. */
export function worker(answer: (answer: Answer) => void): (order: Order) => void {
  let kept: { record: Json; known: Known } | null = null;
  let sound: Sound | null = null;
  const check = (file: Uint8Array, known: Known, disclosed: Disclosed[] = []): void => {
    const report = verifyRecord(file, { ...known, progress: (progress) => answer({ kind: "progress", progress }) });
    const fits = report.verdict === "holds" || report.verdict === "void";
    const record = SOUND.has(report.verdict) ? JSON.parse(new TextDecoder().decode(file)) : null;
    kept = fits ? { record, known } : null;
    sound = record && soundOf(record);
    const oddity = report.verdict === "not a record" ? fileIssueOf(file) : null;
    const result = fits ? resultIn(record, report, disclosed) : null;
    answer({ kind: "checked", report, oddity, sample: kept && sampleOf(kept.record), result });
  };
  const checkChanged = (changes: Change[]): void => {
    if (!kept) throw new Error("there is no record to change");
    const file = utf8(canonical(changed(kept.record, changes)));
    answer({ kind: "broken", report: verifyRecord(file, kept.known) });
  };
  const checkOne = (receipt: unknown): void => {
    if (!sound) throw new Error("there is nothing to check a receipt against");
    answer(receiptAgainst(sound, receipt));
  };
  return (order) => {
    if (order.kind === "file") check(order.file, order.known, order.disclosed);
    else if (order.kind === "changes") checkChanged(order.changes);
    else checkOne(order.receipt);
  };
}

/** Verdicts that confirm the manifest, docs/protocol.md section 13. */
const SOUND = new Set<Report["verdict"]>(["holds", "holds so far", "void", "erased"]);

/** The reference for receipts. */
interface Sound {
  manifest: Manifest;
  result: Record<string, unknown> | null;
}

// A lock has no outcome.
function soundOf({ manifest, outcome }: Pick<DrawRecord, "manifest"> & Partial<DrawRecord>): Sound {
  return { manifest, result: outcome?.result ?? null };
}

function receiptAgainst({ manifest, result }: Sound, given: unknown): CheckedReceipt {
  const reading = checkReceipt(given, manifest);
  const standings = reading.ok && result ? standingsIn(result, reading.receipt.index) : null;
  return { kind: "receipt", reading, count: manifest.entries.count, title: manifest.title, standings };
}

function resultIn(
  { entries, manifest, outcome }: DrawRecord | ErasedRecord,
  report: Report,
  disclosed: Disclosed[],
): Checked["result"] {
  const { result } = outcome ?? report.outcome ?? {};
  if (!result) return null;
  const { shown } = cutResult(result);
  const names = new Map(
    disclosed.filter((one) => isNameOf(entries?.[one.position], one)).map((one) => [one.position, one]),
  );
  const entryAt = (position: number): Entry => {
    const entry = entries?.[position] ?? { label: "" };
    const name = names.get(position);
    return name ? { label: name.label, ...(entry.tickets !== undefined && { tickets: entry.tickets }) } : entry;
  };
  return manifest.entries.count === 0 ? shown : withLabels(shown, entryAt);
}

// A name that does not match the entry's hash does not replace its mask.
function isNameOf(entry: Entry | undefined, name: Revealed): boolean {
  return entry !== undefined && isPrivate(entry) && hidingRefusal(entry, name) === null;
}
