import { describe, expect, test } from "bun:test";
import { join } from "node:path";
import { type Entry, type Side, shownOf, utf8 } from "@fairhat/protocol";
import { fileOf, lockOf, type Plan, recordOf, SERVICES, TIMES } from "./fixture.ts";
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
const atOnce = (lead: number) =>
  verifyRecord(
    fileOf(
      recordOf({
        ...plan,
        manifest: () => ({ drawAfter: TIMES.locked }),
        binding: (side) => ({ boundAt: side === "a" || lead > 0 ? TIMES.bound : later(-lead) }),
        opening: (side) => ({ openedAt: later(side === "a" && lead < 0 ? 0 : Math.abs(lead)) }),
      }),
    ),
  );
const later = (milliseconds: number) => new Date(Date.parse(TIMES.bound) + milliseconds).toISOString();
const order = JSON.stringify(
  ((record.outcome?.result.order ?? []) as number[]).map((at) => shownOf(record.entries[at] as Entry)),
);
const givenUp = verifyRecord(fileOf(recordOf({ ...plan, reason: "Flooded." })));
const stopped = (bound: Side[], opened: Side[]) =>
  verifyRecord(fileOf(recordOf({ ...plan, reason: "Flooded.", bound, opened })));
const locked = verifyRecord(fileOf(lockOf(record)));
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
  expect(status("holds", "holds so far", "void")).toBe(5);
});

describe("json", () => {
  test.each<[string, Report, string]>([
    [
      "holds",
      good,
      '{"announced":false,"check":null,"expected":null,"file":"x","found":null,"lead":300250,"operators":{"a":"Operator a","b":"Operator b"},"outcome":null,"parties":2,"signers":"unknown","verdict":"holds"}',
    ],
    [
      "holds, pinned and announced",
      announced,
      '{"announced":true,"check":null,"expected":null,"file":"x","found":null,"lead":300250,"operators":{"a":"Operator a","b":"Operator b"},"outcome":null,"parties":2,"signers":"pinned","verdict":"holds"}',
    ],
    [
      "does not hold",
      bad,
      '{"announced":false,"check":"entries","expected":"count 2","file":"x","found":"0","lead":300250,"operators":{"a":"Operator a","b":"Operator b"},"outcome":null,"parties":2,"signers":"unknown","verdict":"does not hold"}',
    ],
    [
      "void",
      givenUp,
      '{"announced":null,"check":null,"expected":null,"file":"x","found":"Flooded.","lead":null,"operators":{"a":"Operator a","b":"Operator b"},"outcome":null,"parties":2,"signers":"unknown","verdict":"void"}',
    ],
  ])("%s", (_, report, line) => {
    expect(jsonLine("x", report)).toBe(line);
  });

  test("of a void draw whose numbers were both out: the outcome that nobody published", () => {
    const line = JSON.parse(jsonLine("x", stopped(["a", "b"], ["a", "b"])));
    expect(line).toMatchObject({ verdict: "void", found: "Flooded.", outcome: record.outcome });
  });

  test("docs/protocol.md names every member of the line", async () => {
    const text = await Bun.file(join(import.meta.dir, "../docs/protocol.md")).text();
    const [, line = ""] = /^`\{("announced".*)\}`\.$/m.exec(text) ?? [];
    const named = Array.from(line.matchAll(/"([a-z]{2,})": /g), ([, name]) => name as string);
    expect(Object.keys(JSON.parse(jsonLine("x", good)))).toEqual(named);
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
    expect(told).toHaveLength(14);
    expect(told[0]).toBe("record.json");
    expect(told[1]).toBe(`    draw       ${record.manifest.draw} “Draw ”`);
    expect(told[2]).toBe("    operators  a “Operator a”, b “Operator b”: two parties, by their own statement");
    expect(told[3]).toStartWith("  ✓ form       the file is a record");
    const { root } = record.manifest.entries;
    expect(told[7]).toBe(
      `  ✓ entries    the list is the one that was locked (count 2, tickets 2, root ${root.slice(0, 16)}…)`,
    );
    expect(told[13]).toBe(
      "holds: the result follows from the locked list, its rule and both secrets. Made at once (5 min between lock and opening). " +
        "Consistent; signers unknown: give both services' keys with --key a=… --key b=… to know who signed.",
    );
  });

  test("what failed, with what was expected and found, and what was not checked", () => {
    const told = lines("x", bad, plain);
    expect(told[7]).toStartWith("  ✗ entries    expected count 2; found 0 (count 2");
    expect(told[12]).toStartWith("  – result     not checked: ");
    expect(told[13]).toBe('does not hold: the check "entries" failed. Do not trust this result.');
  });

  test.each<[Report, string]>([
    [announced, "Announced 5 min before it was opened. Signed with the keys that you gave."],
    [atOnce(40), "Made at once (0.04 s between lock and opening)."],
    [atOnce(-50), "Made at once (one service opened 0.05 s before the other had bound)."],
    [givenUp, "void: nothing was drawn (“Flooded.”), and what was published fits together. No service had bound it"],
    [
      givenUp,
      "anybody who holds two seals can have made this record. Nobody signs that a draw is void: ask the services",
    ],
    [stopped(["b"], []), "Only service b had bound it, and none had opened. Nobody signs"],
    [stopped(["b"], ["b"]), "Only service b had bound it, and service b had opened."],
    [stopped(["a", "b"], []), "Both services had bound it, and none had opened."],
    [stopped(["a", "b"], ["a"]), "Both services had bound it, and service a had opened."],
    [
      stopped(["a", "b"], ["a", "b"]),
      `void: both numbers were out before it was stopped (“Flooded.”): the result would have been {"order":${order}}. Nobody`,
    ],
    [locked, "holds so far: list, rule and seals were locked by both services; nothing is drawn in it yet."],
    [unknown, "cannot decide: the rule lottery/1 is not known here."],
    [none, "not a record: it is not JSON"],
  ])("the last line", (report, words) => {
    expect(lines("x", report, plain).at(-1)).toContain(words);
  });

  test("marks and verdict are painted, nothing else", () => {
    const painted = lines("x", bad, (text, colour) => `<${colour} ${text}>`);
    expect(painted[0]).toBe("x");
    expect(painted[3]).toStartWith("  <green ✓> form");
    expect(painted[7]).toStartWith("  <red ✗> entries");
    expect(painted[12]).toStartWith("  <yellow –> result");
    expect(painted[13]).toStartWith("<red does not hold>: the");
    expect(lines("x", givenUp, (text, colour) => `<${colour} ${text}>`).at(-1)).toStartWith("<yellow void>: ");
    expect(lines("x", good, (text, colour) => `<${colour} ${text}>`).at(-1)).toStartWith("<green holds>: ");
    expect(lines("x", locked, (text, colour) => `<${colour} ${text}>`).at(-1)).toStartWith("<green holds so far>: ");
  });

  test("what cannot be seen is called blank, and alike operators one party", () => {
    const seal = (side: Side) => ({ operator: side === "a" ? "" : "\u2800" });
    const told = lines(
      "x",
      verifyRecord(fileOf(recordOf({ ...plan, seal, manifest: () => ({ title: "\u00a0" }) }))),
      plain,
    );
    expect(told[1]).toBe(`    draw       ${record.manifest.draw} (blank)`);
    expect(told[2]).toBe("    operators  a (blank), b (blank): one party, by their own statement");
  });

  test("text of a record or a name cannot steer the terminal", () => {
    const reason = "a\u009b31mred\u202eder";
    const told = lines("na\u001bme", verifyRecord(fileOf(recordOf({ ...plan, reason }))), plain).join("\n");
    expect(told).toContain("na\\u001bme");
    expect(told).toContain("a\\u009b31mred\\u202eder");
  });
});
