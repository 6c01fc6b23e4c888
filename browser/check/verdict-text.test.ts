import { describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { canonical, type Entry, type Side, shownOf, utf8 } from "@fairhat/protocol";
import { type Report, verifyRecord } from "@fairhat/verify";
import { fileOf, lockOf as lockDocumentOf, type Plan, recordOf, SERVICES, TIMES } from "@fairhat/verify/fixture";
import { durations, LANGUAGES } from "../../packages/messages/index.ts";
import { factRows, lockOf, nameOf, skipReason, tamperedText, uncheckedNotes, verdictText } from "./verdict-text.ts";

const words = LANGUAGES.en.check;
const PLAN: Plan = {
  rule: "winners/1",
  params: { winners: 1, alternates: 0 },
  entries: [{ label: "Ada" }, { label: "Bo" }],
};
const STOPPED: Plan = { ...PLAN, reason: "The room was flooded." };
const keys = { a: [SERVICES.a.service], b: [SERVICES.b.service] };
const announced = { ...PLAN, manifest: () => ({ drawAfter: TIMES.due }) };
const verify = (plan: Plan, options = {}) => verifyRecord(fileOf(recordOf(plan)), options);
const vector = (name: string) =>
  verifyRecord(new Uint8Array(readFileSync(join(import.meta.dir, `../../verify/vectors/${name}.json`))));
const duration = durations("en");
const told = (report: Report) => verdictText(words, duration, report, null);
const stopped = (bound: Side[], opened: Side[]) => verify({ ...STOPPED, bound, opened });
const about = [words.know.operators("\u2068Operator a\u2069", "\u2068Operator b\u2069", 2)];

describe("the verdict", () => {
  test("holds, with what is sure besides", () => {
    expect(told(verify(PLAN))).toEqual({
      tone: "good",
      title: words.verdict.holds.title,
      text: [words.verdict.holds.text, ...about],
    });
    const { text } = told(verify(announced, { keys }));
    expect(text.slice(2)).toEqual([words.know.announced("5 minutes"), words.know.pinned]);
  });

  test("a title and operators of which nothing can be seen", () => {
    const seal = () => ({ operator: "\u200b" });
    const { text } = told(verify({ ...PLAN, seal, manifest: () => ({ title: "\u00a0" }) }));
    expect(text.slice(1)).toEqual([words.know.unnamed]);
  });

  test("holds so far", () => {
    const { soFar } = words.verdict;
    const report = verifyRecord(fileOf(lockDocumentOf(recordOf(announced))), { keys });
    expect(told(report)).toEqual({ tone: "good", title: soFar.title, text: [soFar.text, ...about, words.know.pinned] });
  });

  test("void, with its reason kept apart", () => {
    const { tone, text } = told(verify(STOPPED));
    expect(tone).toBe("open");
    const { text: why, unbound, unsigned } = words.verdict.void;
    expect(text).toEqual([why("\u2068The room was flooded.\u2069"), unbound, unsigned, ...about]);
  });

  test("void, and how far it had come", () => {
    const { unbound, oneOut, unsigned } = words.verdict.void;
    expect(told(stopped(["b"], [])).text.slice(1)).toEqual([unsigned, ...about]);
    expect(told(stopped(["a", "b"], ["b"])).text.slice(1)).toEqual([oneOut, unsigned, ...about]);
    expect(told(stopped(["a", "b"], [])).text).not.toContain(unbound);
  });

  test("void with both numbers out, and what the result would have been", () => {
    const { title, text } = told(stopped(["a", "b"], ["a", "b"]));
    const { bothOut } = words.verdict;
    const winners = recordOf(PLAN).outcome?.result.winners as number[];
    const labels = winners.map((at) => shownOf(PLAN.entries[at] as Entry));
    const result = JSON.stringify({ winners: labels, alternates: [] });
    expect(title).toBe(bothOut.title);
    expect(text[0]).toBe(bothOut.text("\u2068The room was flooded.\u2069", `\u2068${result}\u2069`));
  });

  test("void before its time, with nothing said of that time", () => {
    const report = verify({ ...STOPPED, manifest: announced.manifest }, { keys });
    expect([report.verdict, report.announced]).toEqual(["void", null]);
    expect(told(report).text.at(-1)).toBe(words.know.pinned);
    expect(told(report).text.join()).not.toContain("announced");
  });

  test("does not hold, with the name of the check", () => {
    expect(told(vector("result-another-of-numbers"))).toMatchObject({
      tone: "bad",
      text: [words.checks.result.wrong, words.verdict.failed.text("Result")],
    });
    const { reformatted } = words.verdict.failed;
    expect(told(vector("form-laid-out-for-reading")).text).toContain(reformatted);
    expect(told(vector("form-unknown-member")).text).not.toContain(reformatted);
  });

  test("another draw than was asked for, another lock than was kept", () => {
    const { another, otherLock } = words.verdict.failed;
    expect(told(verify(PLAN, { draw: "0".repeat(32) })).text).toContain(another);
    expect(told(verify(PLAN, { M: "0".repeat(64) })).text).toContain(otherLock);
    expect(told(vector("seals-another-secret")).text).not.toContain(another);
    expect(told(vector("bindings-another-manifest")).text).not.toContain(otherLock);
  });

  test.each([
    ["undecided-version", "version"],
    ["undecided-rule", "rule"],
  ] as const)("%s", (name, why) => {
    expect(told(vector(name))).toMatchObject({ tone: "open", text: [words.verdict.undecided[why]] });
  });

  test("is not a record, with what it is instead", () => {
    const report = vector("not-cut-short");
    expect(verdictText(words, duration, report, "cut short")).toMatchObject({
      tone: "bad",
      text: [words.verdict.not["cut short"]],
    });
    expect(told(report).text).toEqual([words.verdict.not.other]);
  });
});

test("what was not checked", () => {
  const { unknown, atOnce, overlapping, list, page } = words.know;
  const open = (report: Report) => uncheckedNotes(words, duration, report);
  expect(open(verify(PLAN))).toEqual([unknown, atOnce("5 minutes"), list, page]);
  expect(open(verify(announced, { keys }))).toEqual([list, page]);
  expect(open(verify(STOPPED))).toEqual([unknown, list, page]);
  expect(open(vector("holds-drawn-by-hand"))).toContain(atOnce("0.04 seconds"));
  expect(open(vector("holds-opened-before-the-other-was-bound"))).toContain(overlapping("0.05 seconds"));
});

test("M is the one that the verifier computed", () => {
  expect(lockOf(verify(PLAN))).toBe(recordOf(PLAN).bindings.a?.statement.manifest ?? "none");
  expect(lockOf(vector("form-fraction"))).toBeNull();
  expect(lockOf(vector("not-so-deep"))).toBeNull();
});

describe.each(Object.entries(LANGUAGES))("in %s", (_, { check: said }) => {
  const demanded = { keys, draw: "0".repeat(32), M: "0".repeat(64) };
  const reports = [verify(announced, demanded), verify({ ...STOPPED, bound: ["a", "b"], opened: ["b"] }, { keys })];

  test("the checks have the verifier's names, in its order", () => {
    expect(Object.keys(said.checks)).toEqual(verify(PLAN).checks.map(({ name }) => name));
    expect(nameOf(said.checks, "entries")).toBe(said.checks.entries.name);
    expect(nameOf(said.checks, "a new one")).toBe("a new one");
  });

  test("every number that goes into a check has a name", () => {
    const names = reports
      .flatMap(({ checks }) => checks.flatMap((check) => factRows(said, check)))
      .map(({ name }) => name);
    expect(new Set(names)).toEqual(new Set(Object.values(said.facts)));
    expect(factRows(said, { name: "x", demand: "", status: "passed", facts: { new: "1" } })).toEqual([
      { name: "new", value: "1" },
    ]);
  });

  test.each(["none", "a", "b", "a and b"] as const)("keys given: %s", (given) => {
    const pinned = { a: given.startsWith("a") ? keys.a : [], b: given.endsWith("b") ? keys.b : [] };
    const check = verify(PLAN, { keys: pinned }).checks[2];
    if (!check) throw new Error("there is no check of keys");
    expect(factRows(said, check)).toContainEqual({ name: said.facts.pinned, value: said.given[given] });
  });

  test("every reason to skip a check is told", () => {
    const why = (report: Report, name: string) => {
      const check = report.checks.find((one) => one.name === name);
      return check ? skipReason(said, check) : undefined;
    };
    expect(why(verify(STOPPED), "seed")).toBe(said.skipped.notDrawn);
    expect(why(vector("form-fraction"), "seed")).toBe(said.skipped.form);
    expect(why(vector("entries-swapped"), "result")).toBe(said.skipped.needs);
    expect(why(vector("rule-too-many-winners"), "result")).toBe(said.skipped.needs);
    expect(why(vector("undecided-rule"), "rule")).toBe(said.skipped.rule);
    expect(why(vector("lock-announced"), "rule")).toBe(said.skipped.lock);
    expect(why(vector("lock-announced"), "result")).toBe(said.skipped.lock);
    expect(why(verify(PLAN), "rule")).toBeNull();
    expect(factRows(said, { name: "seed", demand: "", status: "skipped", why: "" })).toEqual([]);
  });
});

describe("a broken record", () => {
  const [drawn, stopped] = [verify(PLAN), verify(STOPPED)];
  const { breaking } = words;

  test.each<[string, Report, Report, string, string]>([
    ["caught", vector("entries-swapped"), drawn, "bad", breaking.caught("List")],
    ["no record any more", verifyRecord(utf8(canonical({}))), drawn, "bad", breaking.notRecord],
    ["not decided", vector("undecided-version"), drawn, "open", breaking.undecided],
    ["as it was", drawn, drawn, "good", breaking.same],
    ["not caught", stopped, stopped, "open", breaking.escaped],
  ])("%s", (_, report, original, tone, title) => {
    const text = title === breaking.caught("List") ? ["The list is not the one that was locked."] : [];
    expect(tamperedText(words, report, original)).toEqual({ tone, title, text } as never);
  });
});
