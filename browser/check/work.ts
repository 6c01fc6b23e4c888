// What the worker does: it keeps the record that it checked, and checks changed copies of it.
import { canonical, type DrawRecord, utf8 } from "@fairhat/protocol";
import { type Options, type Progress, type Report, verifyRecord } from "@fairhat/verify";
import { cutResult, withLabels } from "../result/index.ts";
import { type Change, changed, type Json } from "./change.ts";
import { type Oddity, oddityOf } from "./oddity.ts";
import { type Sample, sampleOf } from "./sample.ts";

/** What is known before, and demanded of a file: keys, the draw that was asked for, M of a lock that was kept. */
export type Known = Pick<Options, "keys" | "draw" | "M">;

/** What a page asks of the worker. */
export type Order =
  | { kind: "file"; file: Uint8Array; known: Known }
  /** After a file, of which it changes a copy. */
  | { kind: "changes"; changes: Change[] };

export interface Checked {
  kind: "checked";
  report: Report;
  oddity: Oddity | null;
  /** Of a record that fits together; null of anything else. */
  sample: Sample | null;
  /** The result of such a record, or what it would have been, with its labels, as much of it as a page shows. */
  result: Record<string, unknown> | null;
}

/** What the worker answers: any number of the first, then one of the others. */
export type Answer = { kind: "progress"; progress: Progress } | Checked | { kind: "broken"; report: Report };

/** Takes orders, one after the other, and answers to `answer`. */
export function worker(answer: (answer: Answer) => void): (order: Order) => void {
  let kept: { record: Json; known: Known } | null = null;
  const check = (file: Uint8Array, known: Known): void => {
    const report = verifyRecord(file, { ...known, progress: (progress) => answer({ kind: "progress", progress }) });
    const fits = report.verdict === "holds" || report.verdict === "void";
    const record = fits ? JSON.parse(new TextDecoder().decode(file)) : null;
    kept = fits ? { record, known } : null;
    const oddity = report.verdict === "not a record" ? oddityOf(file) : null;
    const result = fits ? resultIn(record, report) : null;
    answer({ kind: "checked", report, oddity, sample: kept && sampleOf(kept.record), result });
  };
  const checkChanged = (changes: Change[]): void => {
    if (!kept) throw new Error("there is no record to change");
    const file = utf8(canonical(changed(kept.record, changes)));
    answer({ kind: "broken", report: verifyRecord(file, kept.known) });
  };
  return (order) => (order.kind === "file" ? check(order.file, order.known) : checkChanged(order.changes));
}

function resultIn({ entries, outcome }: DrawRecord, report: Report): Checked["result"] {
  const { result } = outcome ?? report.outcome ?? {};
  if (!result) return null;
  const { shown } = cutResult(result);
  return entries.length === 0 ? shown : withLabels(shown, (position) => entries[position] ?? { label: "" });
}
