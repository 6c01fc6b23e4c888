import { describe, expect, test } from "bun:test";
import { utf8 } from "@fairhat/protocol";
import { fileOf, type Plan, recordOf, SERVICES, TIMES } from "./fixture.ts";
import { type Report, type Verdict, verifyRecord } from "./verdict.ts";
import { exitStatus, jsonLine, lines, type Paint } from "./words.ts";

const plan: Plan = { rule: "order/1", params: {}, entries: [{ label: "Ada" }, { label: "Bo" }] };
const plain: Paint = (text) => text;
const record = recordOf(plan);
const good = verifyRecord(fileOf(record));
const bad = verifyRecord(fileOf({ ...record, entries: [] }));
const announced = verifyRecord(fileOf(recordOf({ ...plan, manifest: () => ({ drawAfter: TIMES.due }) })), {
  keys: { a: [SERVICES.a.service], b: [SERVICES.b.service] },
});
const givenUp = verifyRecord(fileOf(recordOf({ ...plan, reason: "Flooded." })));
const unknown = verifyRecord(fileOf(recordOf({ ...plan, rule: "lottery/1" })));
const none = verifyRecord(utf8("?"));

test("the status of several files: the first that does not hold, else the first that is not 0", () => {
  const status = (...verdicts: Verdict[]) => exitStatus(verdicts.map((verdict) => ({ verdict }) as Report));
  expect([status("holds"), status("holds", "holds"), status()]).toEqual([0, 0, 0]);
  expect([status("does not hold"), status("not a record"), status("cannot decide"), status("void")]).toEqual([
    1, 2, 3, 4,
  ]);
  expect(status("holds", "void", "cannot decide")).toBe(4);
  expect(status("cannot decide", "void")).toBe(3);
  expect(status("void", "not a record", "does not hold", "holds")).toBe(1);
});

describe("json", () => {
  test.each<[string, Report, string]>([
    [
      "holds",
      good,
      '{"check":null,"expected":null,"file":"x","found":null,"signers":"unknown","announced":false,"verdict":"holds"}',
    ],
    [
      "holds, pinned and announced",
      announced,
      '{"check":null,"expected":null,"file":"x","found":null,"signers":"pinned","announced":true,"verdict":"holds"}',
    ],
    [
      "does not hold",
      bad,
      '{"check":"entries","expected":"count 2","file":"x","found":"0","signers":"unknown","announced":false,"verdict":"does not hold"}',
    ],
    [
      "void",
      givenUp,
      '{"check":null,"expected":null,"file":"x","found":"Flooded.","signers":"unknown","announced":false,"verdict":"void"}',
    ],
  ])("%s", (_, report, line) => {
    expect(jsonLine("x", report)).toBe(line);
  });

  test("what stands in the way of a verdict is found", () => {
    expect(JSON.parse(jsonLine("x", unknown))).toMatchObject({ verdict: "cannot decide", found: unknown.why });
    expect(JSON.parse(jsonLine("x", none))).toMatchObject({
      verdict: "not a record",
      found: none.why,
      announced: null,
    });
  });
});

describe("lines", () => {
  test("a line for each check with what went in, and the verdict last", () => {
    const told = lines("record.json", good, plain);
    expect(told).toHaveLength(12);
    expect(told[0]).toBe("record.json");
    expect(told[1]).toStartWith("  ✓ form       the file is a record");
    const { root } = record.manifest.entries;
    expect(told[5]).toBe(
      `  ✓ entries    the list is the one that was locked (count 2, tickets 2, root ${root.slice(0, 16)}…)`,
    );
    expect(told[11]).toBe(
      "holds: the result follows from the locked list, its rule and both secrets. Made at once, not announced before. " +
        "Consistent; signers unknown: give both services' keys with --key a=… --key b=… to know who signed.",
    );
  });

  test("what failed, with what was expected and found, and what was not checked", () => {
    const told = lines("x", bad, plain);
    expect(told[5]).toStartWith("  ✗ entries    expected count 2; found 0 (count 2");
    expect(told[10]).toStartWith("  – result     not checked: ");
    expect(told[11]).toBe('does not hold: the check "entries" failed. Do not trust this result.');
  });

  test.each<[Report, string]>([
    [announced, "Announced before it was opened. Signed with the keys that you gave."],
    [givenUp, "void: nothing was drawn (“Flooded.”), and what was published fits together."],
    [unknown, "cannot decide: the rule lottery/1 is not known here."],
    [none, "not a record: it is not JSON"],
  ])("the last line", (report, words) => {
    expect(lines("x", report, plain).at(-1)).toContain(words);
  });

  test("marks and verdict are painted, nothing else", () => {
    const painted = lines("x", bad, (text, colour) => `<${colour} ${text}>`);
    expect(painted[0]).toBe("x");
    expect(painted[1]).toStartWith("  <green ✓> form");
    expect(painted[5]).toStartWith("  <red ✗> entries");
    expect(painted[10]).toStartWith("  <yellow –> result");
    expect(painted[11]).toStartWith("<red does not hold>: the");
    expect(lines("x", givenUp, (text, colour) => `<${colour} ${text}>`).at(-1)).toStartWith("<yellow void>: ");
    expect(lines("x", good, (text, colour) => `<${colour} ${text}>`).at(-1)).toStartWith("<green holds>: ");
  });

  test("text of a record or a name cannot steer the terminal", () => {
    const reason = "a\u009b31mred\u202eder";
    const told = lines("na\u001bme", verifyRecord(fileOf(recordOf({ ...plan, reason }))), plain).join("\n");
    expect(told).toContain("na\\u001bme");
    expect(told).toContain("a\\u009b31mred\\u202eder");
  });
});
