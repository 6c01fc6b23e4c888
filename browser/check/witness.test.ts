import { describe, expect, test } from "bun:test";
import { utf8 } from "@fairhat/protocol";
import { fileOf, type Plan, recordOf, TIMES } from "@fairhat/verify/fixture";
import { LANGUAGES } from "../../packages/messages/index.ts";
import type { KnownLock } from "./known-locks.ts";
import { verdictText } from "./verdict-text.ts";
import { type ShownDraw, shownParts, testimonyOf, type Witness, withTestimony } from "./witness.ts";
import { type Answer, type Checked, worker } from "./work.ts";

const words = LANGUAGES.en;
const { known: said } = words.live;
const { differs } = words.check;
const PLAN: Plan = {
  rule: "prizes/1",
  params: { prizes: [{ name: "Car", quantity: 1 }], tickets: false, alternates: 1 },
  entries: [{ label: "Ada" }, { label: "Ada" }, { label: "Bo" }],
};
const OTHER = "0".repeat(64);
const timeOf = (at: number) => `time ${at}`;

function checked(file: Uint8Array): Checked {
  const answers: Answer[] = [];
  worker((answer) => answers.push(answer))({ kind: "file", file, known: {} });
  return answers.at(-1) as Checked;
}

const drawn = checked(fileOf(recordOf(PLAN)));
const stopped = checked(fileOf(recordOf({ ...PLAN, reason: "too few", bound: ["a", "b"], opened: ["a", "b"] })));
const { draw = "", M = "" } = drawn.report.summary ?? {};
const page: ShownDraw = { manifest: M, parts: shownParts(words.draw, drawn.result ?? {}) };
const lock: KnownLock = { draw, M, at: Date.parse(TIMES.due) - 1, waiting: true };

const testimony = (witness: Partial<Witness>, of = drawn) =>
  testimonyOf(words, timeOf, of, { known: null, shown: page, ...witness });
const against = (witness: Partial<Witness>, of?: Checked) => testimony(witness, of).against;

describe("nothing contradicts a record", () => {
  test("whose page shows the same", () => {
    expect(testimony({})).toEqual({ against: [], beside: [] });
  });

  test("that was given without a page", () => {
    expect(testimony({ shown: null })).toEqual({ against: [], beside: [] });
  });

  test("of a void draw, whether or not its page shows what the result would have been", () => {
    expect(against({}, stopped)).toEqual([]);
    expect(against({ shown: { ...page, parts: [] } }, stopped)).toEqual([]);
  });

  test("if there is no known lock", () => {
    expect(testimony({ known: lock }, checked(utf8("{}")))).toEqual({ against: [], beside: [] });
  });
});

describe("the page contradicts the record", () => {
  const [winner, alternate] = page.parts;
  if (!winner || !alternate) throw new Error("there is a winner and an alternate");
  const changed = (changes: Partial<typeof winner>) => ({ ...page, parts: [{ ...winner, ...changes }, alternate] });

  test.each<[string, ShownDraw]>([
    ["another winner", changed({ places: ["3 Eve"] })],
    ["the other one of two with one name", changed({ places: ["9 Ada"] })],
    ["another prize", changed({ name: "Hat" })],
    ["an alternate as winner", { ...page, parts: [alternate, winner] }],
    ["a winner less", { ...page, parts: [winner] }],
    ["no result", { ...page, parts: [] }],
  ])("that shows %s", (_, shown) => {
    expect(against({ shown })).toEqual([differs.result]);
  });

  test("that names another lock", () => {
    expect(against({ shown: { ...page, manifest: OTHER } })).toEqual([differs.lock]);
  });

  test("that shows a result which the record of a void draw cannot have", () => {
    const early = checked(fileOf(recordOf({ ...PLAN, reason: "too few", bound: ["a", "b"] })));
    expect(against({}, early)).toEqual([differs.result]);
  });
});

describe("this browser", () => {
  const known = lock;

  test("saw the list before the draw", () => {
    expect(testimony({ known })).toEqual({ against: [], beside: [said.before(`time ${known.at}`)] });
  });

  test("reports nothing if it saw the list only later, or not locked, or if nothing was drawn", () => {
    const late = { ...known, at: Date.parse(TIMES.due) + 3_600_000 };
    for (const silent of [late, { ...known, waiting: false }]) expect(testimony({ known: silent }).beside).toEqual([]);
    expect(testimony({ known }, stopped).beside).toEqual([]);
  });

  test("saw another list", () => {
    expect(testimony({ known: { ...known, M: OTHER } })).toEqual({
      against: [said.anotherList(`time ${known.at}`)],
      beside: [],
    });
  });
});

test("observations change the verdict: a contradicted record is not valid", () => {
  const verdict = verdictText(words.check, String, drawn.report, null);
  const [first = "", ...rest] = verdict.text;
  expect(withTestimony(words.check, verdict, { against: [], beside: ["seen"] })).toEqual({
    ...verdict,
    text: [first, "seen", ...rest],
  });
  expect(withTestimony(words.check, verdict, { against: ["another"], beside: [] })).toEqual({
    tone: "bad",
    title: words.check.verdict.failed.title,
    text: ["another"],
  });
  const failed = { ...verdict, tone: "bad", text: ["failed"] } as const;
  expect(
    withTestimony(words.check, { ...failed, text: ["failed"] }, { against: ["another"], beside: [] }).text,
  ).toEqual(["another", "failed"]);
});
