import { expect, test } from "bun:test";
import { utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import { type Answer, worker } from "./work.ts";

const record = recordOf({ rule: "order/1", params: {}, entries: [{ label: "Ada" }, { label: "Bo" }] });
const keys = { a: [], b: [] };

function started() {
  const answers: Answer[] = [];
  return { answers, order: worker((answer) => answers.push(answer)) };
}

test("a file is checked, and what goes on is told", () => {
  const { answers, order } = started();
  order({ kind: "file", file: fileOf(record), known: { keys } });
  const checked = answers.pop();
  const report = verifyRecord(fileOf(record));
  expect(checked).toEqual({ kind: "checked", report, oddity: null, sample: { record: record as never, cut: [] } });
  expect(answers.length).toBeGreaterThanOrEqual(20);
  expect(answers.every(({ kind }) => kind === "progress")).toBe(true);
});

test("changed copies of it are checked, with the same keys, and it stays", () => {
  const { answers, order } = started();
  const own = { a: [record.seals.a.statement.service], b: [] };
  order({ kind: "file", file: fileOf(record), known: { keys: own } });
  order({ kind: "changes", changes: [{ path: ["entries", 0, "label"], to: "Cy" }] });
  expect(answers.at(-1)).toMatchObject({ kind: "broken", report: { failed: { name: "entries" } } });
  order({ kind: "changes", changes: [] });
  expect(answers.at(-1)).toEqual({ kind: "broken", report: verifyRecord(fileOf(record), { keys: own }) });
});

test("what does not fit together is not offered to be changed", () => {
  const { answers, order } = started();
  order({ kind: "file", file: fileOf({ ...record, entries: [] }), known: { keys } });
  expect(answers.at(-1)).toMatchObject({ kind: "checked", oddity: null, sample: null });
  order({ kind: "file", file: utf8("{"), known: { keys } });
  expect(answers.at(-1)).toMatchObject({ kind: "checked", oddity: "cut short", sample: null });
  expect(() => order({ kind: "changes", changes: [] })).toThrow("there is no record to change");
});

test("what is demanded of a file, of its changed copies, too", () => {
  const { answers, order } = started();
  const { draw } = record.manifest;
  order({ kind: "file", file: fileOf(record), known: { draw: "0".repeat(32) } });
  expect(answers.at(-1)).toMatchObject({ kind: "checked", report: { failed: { name: "seals" } }, sample: null });
  order({ kind: "file", file: fileOf(record), known: { M: "0".repeat(64) } });
  expect(answers.at(-1)).toMatchObject({ report: { failed: { name: "bindings" } } });
  order({ kind: "file", file: fileOf(record), known: { draw } });
  expect(answers.at(-1)).toMatchObject({ report: { verdict: "holds" } });
  order({ kind: "changes", changes: [{ path: ["manifest", "draw"], to: "0".repeat(32) }] });
  expect(answers.at(-1)).toMatchObject({ report: { failed: { name: "seals", facts: { asked: draw } } } });
});
