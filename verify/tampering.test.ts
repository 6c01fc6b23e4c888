// Every field of a record changed, one at a time, and every list and object made longer or shorter: every change is
// detected.
import { describe, expect, test } from "bun:test";
import type { DrawRecord } from "@fairhat/protocol";
import fc from "fast-check";
import { fileOf, type Plan, recordOf, TIMES } from "./fixture.ts";
import { verifyRecord } from "./verdict.ts";

const labels = (...all: string[]) => all.map((label) => ({ label }));
const due = () => ({ drawAfter: TIMES.due, previous: "0".repeat(32) });
const list = labels("Ada", "Björn", "Ada", "陳", "Zoë");
const tickets = [{ label: "Ada", tickets: 3 }, ...labels("Bo", "Cy"), { label: "Di", tickets: 2 ** 40 }];
const prizes = [
  { name: "Bicycle", quantity: 1 },
  { name: "Book", quantity: 2 },
];
const PLANS: Plan[] = [
  { rule: "order/1", params: {}, entries: list },
  { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries: list, manifest: due },
  { rule: "raffle/1", params: { winners: 2, alternates: 1 }, entries: tickets },
  { rule: "prizes/1", params: { prizes, tickets: true, alternates: 1 }, entries: tickets },
  { rule: "groups/1", params: { groups: 2, size: null }, entries: list },
  { rule: "numbers/1", params: { from: 1, to: 49, count: 6, repeat: false }, entries: [] },
];
const VOID_PLAN: Plan = { ...(PLANS[1] as Plan), reason: "The room was flooded.", bound: ["a", "b"], opened: ["b"] };

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
type Path = (string | number)[];
type Change = { what: string; path: Path; changed: Json };

const recordJson = (plan: Plan) => recordOf(plan) as DrawRecord & Json;

/** Every value inside `value`, itself included, with its path. */
function* nodes(value: Json, path: Path = []): Generator<[Path, Json]> {
  yield [path, value];
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) yield* nodes(member, [...path, name]);
}

function replaced(value: Json, [name, ...rest]: Path, by: Json): Json {
  if (name === undefined) return by;
  const copy = structuredClone(value) as Record<string, Json>;
  copy[name] = replaced(copy[name] as Json, rest, by);
  return copy;
}

const SIBLINGS: Record<string, string> = {
  drawn: "void",
  void: "drawn",
  none: "alternates",
  never: "void",
  alternates: "none",
};

/** Another value of the same kind, which the shape may accept. */
function another(value: boolean | number | string): Json {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value + 1;
  if (/^[0-9a-f]{32,}$/.test(value)) return (value.startsWith("0") ? "1" : "0") + value.slice(1);
  if (/^\d{4}-.*Z$/.test(value)) return `${Number(value.slice(0, 4)) - 1}${value.slice(4)}`;
  if (/^[a-z]+\/1$/.test(value)) return value.replace("1", "2");
  if (value.startsWith("fairhat/1/")) return value === "fairhat/1/seal" ? "fairhat/1/opening" : "fairhat/1/seal";
  return SIBLINGS[value] ?? `${value}x`;
}

const kind = (value: Json) => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value);

function* changes(record: Json): Generator<Change> {
  for (const [path, value] of nodes(record)) {
    if (typeof value !== "object") yield { what: "another value", path, changed: another(value) };
    for (const other of [null, true, 7, "x", [], {}]) {
      if (kind(other) !== kind(value)) yield { what: `a ${kind(other)}`, path, changed: other };
    }
    if (Array.isArray(value)) yield* listChanges(path, value);
    else if (typeof value === "object" && value !== null) yield* objectChanges(path, value);
  }
}

function* listChanges(path: Path, list: Json[]): Generator<Change> {
  for (const [at, item] of list.entries()) {
    yield { what: `item ${at} left out`, path, changed: list.toSpliced(at, 1) };
    yield { what: `item ${at} twice`, path, changed: list.toSpliced(at, 0, item) };
    const next = list[at + 1];
    if (next === undefined || JSON.stringify(next) === JSON.stringify(item)) continue;
    yield { what: `items ${at} and ${at + 1} swapped`, path, changed: list.with(at, next).with(at + 1, item) };
  }
}

function* objectChanges(path: Path, object: { [name: string]: Json }): Generator<Change> {
  yield { what: "a member more", path, changed: { ...object, more: null } };
  for (const name of Object.keys(object)) {
    const { [name]: _, ...rest } = object;
    yield { what: `${name} left out`, path, changed: rest };
  }
}

/** The failed check's name, or the verdict if none failed. */
function verdictOf(record: Json): string {
  const { failed, verdict } = verifyRecord(fileOf(record as object));
  return failed?.name ?? verdict;
}

/**
 * The check that must detect a change, by its path. What the protocol leaves open (params, result) never fails the
 * form.
 */
const FITTING: [path: RegExp, what: RegExp, verdict: string][] = [
  [/^$/, /^type left out$|^a (null|boolean|number|string|list)$/, "not a record"],
  [/^type$/, /./, "not a record"],
  [/^manifest\.params\./, /./, "bindings"],
  [/^manifest\.params$/, /more|left out/, "bindings"],
  [/^outcome\.result\./, /./, "result"],
  [/^outcome\.result$/, /more|left out/, "result"],
  [/^manifest\.(drawAfter|previous)$/, /^a null$/, "bindings"],
  [/^entries$/, /item/, "entries"],
  [/^entries$/, /^a null$/, "erased"],
  [/^entries\.\d+$/, /^tickets left out$/, "entries"],
  [/./, /^a |left out|more/, "form"],
  [/^$/, /./, "form"],
  // From here on: another value of the same kind.
  [/(^state|\.type)$/, /./, "form"],
  [/^manifest\.draw$/, /./, "seals"],
  [/^manifest\.entries\./, /./, "entries"],
  [/^manifest\./, /./, "bindings"],
  [/^entries\./, /./, "entries"],
  [/^(seals|bindings|openings)\./, /./, "signatures"],
  [/^outcome\.rule$/, /./, "rule"],
  [/^outcome\.seed$/, /./, "seed"],
  [/^void\.at$/, /./, "times"],
];

function fitting({ path, what }: Change): string {
  const way = path.join(".");
  return FITTING.find(([paths, whats]) => paths.test(way) && whats.test(what))?.[2] ?? "nothing in the table";
}

function wronglyJudged(record: Json, expected: (change: Change) => string): string[] {
  const wrong: string[] = [];
  for (const change of changes(record)) {
    const found = verdictOf(replaced(record, change.path, change.changed));
    if (found !== expected(change)) wrong.push(`${change.path.join(".")}: ${change.what}: ${found}`);
  }
  return wrong;
}

describe("drawn", () => {
  test.each(PLANS)("$rule", (plan) => {
    const record = recordJson(plan);
    expect(verdictOf(record)).toBe("holds");
    expect([...changes(record)].length).toBeGreaterThan(500);
    expect(wronglyJudged(record, fitting)).toEqual([]);
  });

  test("null instead of a value", () => {
    const record = recordJson(PLANS[0] as Plan);
    const { void: given } = recordOf(VOID_PLAN);
    expect(verdictOf(replaced(record, ["manifest", "drawAfter"], TIMES.due))).toBe("bindings");
    expect(verdictOf(replaced(record, ["manifest", "previous"], "0".repeat(32)))).toBe("bindings");
    expect(verdictOf(replaced(record, ["void"], { ...given }))).toBe("form");
  });

  test.each(["seals", "bindings", "openings"])("both sides of %s swapped", (kind) => {
    const record = recordJson(PLANS[0] as Plan);
    const { a, b } = (record as Record<string, Record<string, Json>>)[kind] ?? {};
    expect(verdictOf(replaced(record, [kind], { a: b as Json, b: a as Json }))).toBe("seals");
  });

  test("anything of another draw of the same services", () => {
    const plan = PLANS[0] as Plan;
    const [record, foreign] = [recordJson(plan), recordJson({ ...plan, name: "another" }) as Record<string, Json>];
    const verdicts = ["manifest", "seals", "bindings", "openings", "outcome"].map((part) =>
      verdictOf(replaced(record, [part], foreign[part] as Json)),
    );
    expect(verdicts).toEqual(["seals", "seals", "seals", "seals", "seed"]);
  });
});

test("any byte changed, removed or inserted", () => {
  const file = fileOf(recordOf(PLANS[1] as Plan));
  fc.assert(
    fc.property(fc.nat(file.length - 1), fc.nat(255), fc.nat(2), (at, byte, cut) => {
      const changed = Buffer.concat([file.subarray(0, at), Buffer.of(byte), file.subarray(at + cut)]);
      const same = Buffer.compare(changed, file) === 0;
      expect(verifyRecord(new Uint8Array(changed)).verdict === "holds").toBe(same);
    }),
    { numRuns: 500 },
  );
});

describe("void", () => {
  // Reason and time of a void draw are unsigned, and unpublished data cannot be missed.
  const FREE = ["bindings.a: a null", "entries: a null", "openings.b: a null", "void.reason: another value"];

  test("every change but those to unsigned fields", () => {
    const record = recordJson(VOID_PLAN);
    expect(verdictOf(record)).toBe("void");
    expect(wronglyJudged(record, fitting).sort()).toEqual(FREE.map((change) => `${change}: void`));
  });

  test("a result in it", () => {
    const { outcome } = recordJson(PLANS[1] as Plan);
    expect(verdictOf(replaced(recordJson(VOID_PLAN), ["outcome"], outcome as Json))).toBe("form");
  });
});
