import { expect, test } from "bun:test";
import { type Entry, shownOf, utf8 } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { fileOf, type Plan, recordOf } from "@fairhat/verify/fixture";
import { type Answer, type Checked, worker } from "./work.ts";

const record = recordOf({ rule: "order/1", params: {}, entries: [{ label: "Ada" }, { label: "Bo" }] });
const keys = { a: [], b: [] };

function started() {
  const answers: Answer[] = [];
  return { answers, order: worker((answer) => answers.push(answer)) };
}

test("a file is checked, and progress is reported", () => {
  const { answers, order } = started();
  order({ kind: "file", file: fileOf(record), known: { keys } });
  const checked = answers.pop();
  const report = verifyRecord(fileOf(record));
  const drawn = record.outcome?.result.order as number[];
  const result = { order: drawn.map((position) => ({ position, label: shownOf(record.entries[position] as Entry) })) };
  expect(checked).toEqual({
    kind: "checked",
    report,
    oddity: null,
    sample: { record: record as never, cut: [] },
    result,
  });
  expect(answers.length).toBeGreaterThanOrEqual(20);
  expect(answers.every(({ kind }) => kind === "progress")).toBe(true);
});

test("changed copies of it are checked with the same keys, and the original is kept", () => {
  const { answers, order } = started();
  const own = { a: [record.seals.a.statement.service], b: [] };
  order({ kind: "file", file: fileOf(record), known: { keys: own } });
  order({ kind: "changes", changes: [{ path: ["entries", 0, "label"], to: "Cy" }] });
  expect(answers.at(-1)).toMatchObject({ kind: "broken", report: { failed: { name: "entries" } } });
  order({ kind: "changes", changes: [] });
  expect(answers.at(-1)).toEqual({ kind: "broken", report: verifyRecord(fileOf(record), { keys: own }) });
});

test("a malformed file cannot be changed", () => {
  const { answers, order } = started();
  order({ kind: "file", file: fileOf({ ...record, entries: [] }), known: { keys } });
  expect(answers.at(-1)).toMatchObject({ kind: "checked", oddity: null, sample: null });
  order({ kind: "file", file: utf8("{"), known: { keys } });
  expect(answers.at(-1)).toMatchObject({ kind: "checked", oddity: "cut short", sample: null });
  expect(() => order({ kind: "changes", changes: [] })).toThrow("there is no record to change");
});

test("requirements for a file also apply to its changed copies", () => {
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

test("the result comes with its labels, also the one that a void draw would have had", () => {
  const { answers, order } = started();
  const plan = { rule: "winners/1", params: { winners: 1, alternates: 0 }, entries: [{ label: "Ada" }] };
  const won = { winners: [{ position: 0, label: "Ada" }], alternates: [] };
  const resultOf = (changes: Partial<Plan>) => {
    order({ kind: "file", file: fileOf(recordOf({ ...plan, ...changes })), known: { keys } });
    return (answers.at(-1) as Checked).result;
  };
  expect(resultOf({})).toEqual(won);
  expect(resultOf({ reason: "too few", bound: ["a", "b"], opened: ["a", "b"] })).toEqual(won);
  expect(resultOf({ reason: "too few", bound: ["a", "b"], opened: ["a"] })).toBeNull();
  const dice = { rule: "numbers/1", params: { from: 6, to: 6, count: 2, repeat: true }, entries: [] };
  expect(resultOf(dice)).toEqual({ numbers: [6, 6] });
});
