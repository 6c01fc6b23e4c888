import { describe, expect, test } from "bun:test";
import { canonical, digest, type Entry, type Side, shownOf, utf8 } from "@fairhat/protocol";
import fc from "fast-check";
import { fileOf, lockOf, numberOf, type Plan, recordOf, SERVICES, TIMES } from "./fixture.ts";
import { type CheckReport, type Progress, verifyRecord } from "./verdict.ts";

const plan: Plan = {
  rule: "winners/1",
  params: { winners: 1, alternates: 0 },
  entries: [{ label: "Ada" }, { label: "Bo" }],
};
const announced: Plan = { ...plan, manifest: () => ({ drawAfter: TIMES.due }) };
const unknown: Plan = { ...plan, rule: "lottery/1" };
const keys = { a: [SERVICES.a.service], b: [SERVICES.b.service] };
const NAMES = ["form", "signatures", "keys", "seals", "entries", "bindings", "times", "rule", "seed", "result"];

const verify = (plan: Plan, options = {}) => verifyRecord(fileOf(recordOf(plan)), options);
const statuses = (checks: CheckReport[]) => Object.fromEntries(checks.map(({ name, status }) => [name, status]));
const withStatus = (checks: CheckReport[], wanted: string) =>
  checks.filter(({ status }) => status === wanted).map(({ name }) => name);

describe("holds", () => {
  test("all ten checks pass, in order", () => {
    const { checks, ...report } = verify(plan);
    expect(report).toMatchObject({ verdict: "holds", failed: null, why: null, signers: "unknown", announced: false });
    expect([report.outcome, report.labelled]).toEqual([null, null]);
    expect(withStatus(checks, "passed")).toEqual(NAMES);
  });

  test("announced or made at once", () => {
    expect(verify(announced)).toMatchObject({ announced: true, summary: { lead: 300_250 } });
    expect(verify(plan)).toMatchObject({ announced: false, summary: { lead: 300_250 } });
    const byHand: Plan = { ...plan, manifest: () => ({ drawAfter: TIMES.locked }) };
    const atOnce = verify({ ...byHand, opening: () => ({ openedAt: "2026-01-31T12:05:00.290Z" }) });
    expect(atOnce).toMatchObject({ verdict: "holds", announced: false, summary: { lead: 40 } });
  });

  test("the file's summary of its draw", () => {
    const record = recordOf(plan);
    expect(verify(plan).summary).toMatchObject({
      draw: record.manifest.draw,
      title: "Draw ",
      M: digest(record.manifest),
      operators: { a: "Operator a", b: "Operator b" },
      parties: 2,
    });
    expect(verify({ ...plan, seal: () => ({ operator: "Acme" }) }).summary?.parties).toBe(1);
  });

  test.each([
    ["a and b", keys, "pinned"],
    ["a", { a: keys.a, b: [] }, "unknown"],
    ["b", { a: [], b: keys.b }, "unknown"],
    ["none", { a: [], b: [] }, "unknown"],
  ])("signers, when the keys given are of %s", (pinned, keys, signers) => {
    const report = verify(plan, { keys });
    expect(report).toMatchObject({ verdict: "holds", signers });
    expect(report.checks.find(({ name }) => name === "keys")).toMatchObject({ facts: { pinned } });
  });

  test("each check gives its inputs", () => {
    const record = recordOf(announced);
    const { checks } = verifyRecord(fileOf(record), { keys });
    const facts = Object.fromEntries(
      checks.map((check) => [check.name, check.status === "passed" ? check.facts : null]),
    );
    expect(facts).toMatchObject({
      form: { bytes: String(canonical(record).length) },
      signatures: { signatures: "6" },
      keys: { a: keys.a[0], b: keys.b[0], pinned: "a and b" },
      seals: { "sealed a": record.seals.a.statement.commitment, "secret b": record.openings.b?.statement.secret },
      entries: { count: "2", tickets: "2", root: record.manifest.entries.root },
      bindings: { M: record.bindings.a?.statement.manifest, "seal b": record.manifest.seals.b },
      times: { locked: TIMES.locked, due: TIMES.due, "bound a": TIMES.bound, "opened b": TIMES.opened },
      rule: { rule: "winners/1", params: '{"alternates":0,"winners":1}' },
      seed: { seed: record.outcome?.seed, "secret a": record.openings.a?.statement.secret },
      result: { result: canonical(record.outcome?.result) },
    });
  });
});

describe("void", () => {
  const sides: Side[][] = [[], ["a"], ["b"], ["a", "b"]];
  const CASES = sides.flatMap((bound) => sides.map((opened) => ({ bound, opened })));

  test.each(CASES)("bound by $bound, opened by $opened", ({ bound, opened }) => {
    const { checks, ...report } = verify({ ...announced, reason: "The room was flooded.", bound, opened });
    if (opened.every((side) => bound.includes(side))) {
      const why = "The room was flooded.";
      const lead = opened.length === 2 ? 300_250 : null;
      expect(report).toMatchObject({ verdict: "void", failed: null, why, announced: lead === null ? null : true });
      expect(report.summary).toMatchObject({ bound, opened, lead });
      expect(withStatus(checks, "skipped")).toEqual(["seed", "result"]);
    } else {
      expect(report).toMatchObject({ verdict: "does not hold", failed: { name: "form" } });
    }
  });

  test("with both numbers public, what the result would have been", () => {
    const drawn = recordOf(announced);
    const { outcome, labelled } = verify({ ...announced, reason: "x", bound: ["a", "b"], opened: ["a", "b"] });
    expect(outcome).toEqual(drawn.outcome as never);
    const [winner] = (drawn.outcome?.result.winners ?? []) as number[];
    expect(labelled).toEqual({ winners: [shownOf(drawn.entries[winner as number] as Entry)], alternates: [] });
    expect(verify({ ...announced, reason: "x", bound: ["a", "b"], opened: ["a"] }).outcome).toBeNull();
  });

  test("numbers that would have been drawn are not list positions", () => {
    const numbers: Plan = { rule: "numbers/1", params: { from: 1, to: 6, count: 2, repeat: true }, entries: [] };
    const { outcome, labelled } = verify({ ...numbers, reason: "x", bound: ["a", "b"], opened: ["a", "b"] });
    expect(labelled).toEqual(outcome?.result);
  });

  test("gives the time, and what there was", () => {
    const { checks } = verify({ ...plan, reason: "x", bound: ["b"] });
    expect(checks.find(({ name }) => name === "times")).toMatchObject({
      facts: { locked: TIMES.locked, "bound b": TIMES.bound, void: TIMES.voided },
    });
    expect(checks.find(({ name }) => name === "signatures")).toMatchObject({ facts: { signatures: "3" } });
  });
});

describe("a lock", () => {
  const record = recordOf(announced);
  const locked = fileOf(lockOf(record));

  test("holds so far: up to its times", () => {
    const { checks, ...report } = verifyRecord(locked, { keys });
    expect(report).toMatchObject({ verdict: "holds so far", failed: null, signers: "pinned", announced: null });
    expect(report.summary).toMatchObject({ M: digest(record.manifest), bound: ["a", "b"], opened: [], lead: null });
    expect(withStatus(checks, "passed")).toEqual(NAMES.slice(0, 7));
    expect(withStatus(checks, "skipped")).toEqual(NAMES.slice(7));
  });

  test("of an unknown rule, holds so far", () => {
    expect(verifyRecord(fileOf(lockOf(recordOf(unknown)))).verdict).toBe("holds so far");
  });

  test("with another list does not hold", () => {
    const { failed } = verifyRecord(fileOf({ ...lockOf(record), entries: [] }));
    expect(failed).toMatchObject({ name: "entries" });
  });
});

describe("previously known data", () => {
  const record = recordOf(announced);
  const [file, M] = [fileOf(record), digest(record.manifest)];
  const another = numberOf("another");

  test("the expected draw", () => {
    const { draw } = record.manifest;
    expect(verifyRecord(file, { draw }).verdict).toBe("holds");
    for (const bytes of [file, fileOf(lockOf(record)), fileOf(recordOf({ ...announced, reason: "x" }))]) {
      expect(verifyRecord(bytes, { draw: another.slice(0, 32) })).toMatchObject({
        verdict: "does not hold",
        failed: {
          name: "seals",
          expected: `the draw that was asked for, manifest.draw: ${another.slice(0, 32)}`,
          found: draw,
        },
      });
    }
  });

  test("the kept lock", () => {
    expect(verifyRecord(file, { M }).verdict).toBe("holds");
    expect(verifyRecord(file, { M: another })).toMatchObject({
      verdict: "does not hold",
      failed: { name: "bindings", expected: `M of the lock ${another}`, found: M },
    });
  });
});

describe("does not hold", () => {
  test("the first failed check is named, and all that can run do", () => {
    const record = recordOf(plan);
    const outcome = { rule: "winners/1", seed: numberOf("x"), result: {} };
    const report = verifyRecord(fileOf({ ...record, outcome, entries: [] }));
    expect(report).toMatchObject({ verdict: "does not hold", why: null, announced: false });
    expect(report.failed).toEqual(report.checks.find(({ name }) => name === "entries") as never);
    expect(withStatus(report.checks, "failed")).toEqual(["entries", "seed"]);
    expect(withStatus(report.checks, "skipped")).toEqual(["result"]);
  });

  test("with a wrong form, nothing else is checked", () => {
    const report = verifyRecord(utf8(JSON.stringify(recordOf(plan), null, 2)), { keys });
    expect(report).toMatchObject({
      verdict: "does not hold",
      failed: { name: "form" },
      announced: null,
      signers: "pinned",
    });
    expect(report.checks.map(({ name }) => name)).toEqual(NAMES);
    expect(withStatus(report.checks, "skipped")).toEqual(NAMES.slice(1));
  });

  test("the location of a form error is given", () => {
    const report = verifyRecord(fileOf({ ...recordOf(plan), entries: [{ label: "" }] }));
    expect(report.failed?.expected).toStartWith("entries[0].label: text of 1 to 200");
  });
});

describe("cannot decide", () => {
  test("an unknown rule: all else is checked", () => {
    const { checks, ...report } = verify(unknown);
    expect(report).toMatchObject({
      verdict: "cannot decide",
      why: "the rule lottery/1 is not known here",
      failed: null,
    });
    expect(statuses(checks)).toMatchObject({ rule: "skipped", seed: "passed", result: "skipped" });
  });

  test("a void draw with an unknown rule", () => {
    expect(verify({ ...unknown, reason: "x" }).verdict).toBe("cannot decide");
  });

  test("a failure takes precedence", () => {
    const record = recordOf(unknown);
    const outcome = { rule: "lottery/1", seed: numberOf("x"), result: {} };
    expect(verifyRecord(fileOf({ ...record, outcome }))).toMatchObject({ failed: { name: "seed" } });
  });

  test.each([["another version", { type: "fairhat/2/record" }, "fairhat/2/record"]])(
    "%s: before any check",
    (_, change, why) => {
      const report = verifyRecord(fileOf({ ...recordOf(plan), ...change }));
      expect(report).toMatchObject({ verdict: "cannot decide", checks: [], failed: null, announced: null });
      expect(report.why).toContain(why);
    },
  );
});

test("not a record", () => {
  expect(verifyRecord(utf8("<html>"))).toMatchObject({ verdict: "not a record", checks: [], announced: null });
});

const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 40 }).filter((text) => !/[\p{Cc}]/u.test(text));
const tickets = fc.option(fc.integer({ min: 2, max: 2 ** 40 }), { nil: undefined });
const entries = fc.array(
  fc.record({ label, tickets }).map(({ label, tickets }) => (tickets === undefined ? { label } : { label, tickets })),
  { minLength: 1, maxLength: 12 },
);
const drawOf = (name: string, entries: Plan["entries"], size: number): Plan => {
  const [winners, alternates] = [1 + (size % entries.length), entries.length - 1 - (size % entries.length)];
  const plain = entries.map((entry) => ({ label: shownOf(entry) }));
  const plans: Record<string, Plan> = {
    "order/1": { rule: "order/1", params: {}, entries: plain },
    "winners/1": { rule: "winners/1", params: { winners, alternates }, entries: plain },
    "raffle/1": { rule: "raffle/1", params: { winners, alternates }, entries },
    "prizes/1": {
      rule: "prizes/1",
      params: { prizes: [{ name: "P", quantity: winners }], tickets: true, alternates },
      entries,
    },
    "groups/1": { rule: "groups/1", params: { groups: null, size: winners }, entries: plain },
    "numbers/1": { rule: "numbers/1", params: { from: -size, to: size, count: 1, repeat: true }, entries: [] },
  };
  return plans[name] as Plan;
};

test("any correctly made draw holds, and not with another list", () => {
  const rules = fc.constantFrom("order/1", "winners/1", "raffle/1", "prizes/1", "groups/1", "numbers/1");
  fc.assert(
    fc.property(rules, entries, fc.nat(1000), fc.string(), (rule, entries, size, name) => {
      const record = recordOf({ ...drawOf(rule, entries, size), name: numberOf(name) });
      expect(verifyRecord(fileOf(record)).verdict).toBe("holds");
      const longer = { ...record, entries: [...record.entries, { label: "Eve" }] };
      expect(verifyRecord(fileOf(longer)).failed?.name).toBe("entries");
    }),
  );
});

describe("progress", () => {
  const heardOf = (file: Uint8Array) => {
    const heard: Progress[] = [];
    const report = verifyRecord(file, { progress: (one) => heard.push(one) });
    expect(report).toEqual(verifyRecord(file));
    return { heard, report };
  };

  test("each check when it begins and when it is done", () => {
    const { heard, report } = heardOf(fileOf(recordOf(plan)));
    const begun = heard.filter((one) => "part" in one && one.part === 0).map(({ check }) => check);
    expect([...new Set(begun)]).toEqual(NAMES);
    expect(heard.flatMap((one) => ("report" in one ? [one.report] : []))).toEqual(report.checks);
  });

  test("a malformed record", () => {
    const { heard, report } = heardOf(fileOf({ type: "fairhat/1/record" }));
    expect(heard[0]).toEqual({ check: "form", part: 0 });
    expect(heard.slice(1)).toEqual(report.checks.map((report) => ({ check: report.name, report })));
  });

  test("a file that is not a record has begun, and nothing else", () => {
    expect(heardOf(utf8("[]")).heard).toEqual([{ check: "form", part: 0 }]);
  });

  test("progress through a long list", () => {
    const entries = Array.from({ length: 2_500 }, (_, at) => ({ label: `Entry ${at}` }));
    const { heard } = heardOf(fileOf(recordOf({ ...plan, entries })));
    const parts = heard.flatMap((one) => ("part" in one && one.check === "entries" ? [one.part] : []));
    expect([...new Set(parts)]).toEqual([0, 0.4, 0.8]);
  });
});
