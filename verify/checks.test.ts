import { describe, expect, test } from "bun:test";
import { commitment, type DrawRecord, SIDES, type Side } from "@fairhat/protocol";
import { fileOf, numberOf, type Plan, recordOf, SERVICES, TIMES } from "./fixture.ts";
import { verifyRecord } from "./verdict.ts";

const entries = ["Ada", "Björn", "Ada", "陳", "Zoë"].map((label) => ({ label }));
const winners: Plan = { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries };
const announced: Plan = { ...winners, manifest: () => ({ drawAfter: TIMES.due }) };
const voided: Plan = { ...announced, reason: "Cancelled.", bound: ["a", "b"], opened: ["a", "b"] };

/** The names of all failed checks, in order. */
function failures(record: DrawRecord, keys = { a: [] as string[], b: [] as string[] }): string[] {
  const { checks, verdict, failed } = verifyRecord(fileOf(record), { keys });
  const names = checks.filter(({ status }) => status === "failed").map(({ name }) => name);
  expect(failed?.name).toBe(names[0] as never);
  expect(verdict === "does not hold").toBe(names.length > 0);
  return names;
}

const other = (side: Side) => (side === "a" ? "b" : "a");
const X = numberOf("something else");
const DRAW = X.slice(0, 32);
/** Alters the statements of one side only. */
const only =
  <T extends object>(wanted: Side, change: T) =>
  (side: Side): T | Record<never, never> =>
    side === wanted ? change : {};
const later = (time: string, milliseconds: number) => new Date(Date.parse(time) + milliseconds).toISOString();

test.each([
  ["winners", winners],
  ["announced", announced],
  ["void", voided],
])("nothing fails in a good record: %s", (_, plan) => {
  expect(failures(recordOf(plan))).toEqual([]);
});

describe("signatures", () => {
  const record = recordOf(winners);
  const places = (["seals", "bindings", "openings"] as const).flatMap((kind) =>
    SIDES.map((side) => [kind, side] as const),
  );

  test.each(places)("%s.%s with the signature of another statement", (kind, side) => {
    const signature = record[kind === "seals" ? "bindings" : "seals"][side]?.signature;
    const changed = { ...record, [kind]: { ...record[kind], [side]: { ...record[kind][side], signature } } };
    expect(failures(changed)).toEqual(["signatures"]);
  });

  test("the failure names field, key and signature", () => {
    const seals = { ...record.seals, b: { ...record.seals.b, signature: "0".repeat(128) } };
    expect(verifyRecord(fileOf({ ...record, seals })).failed).toMatchObject({
      expected: `seals.b: a signature by ${SERVICES.b.service}`,
      found: "0".repeat(128),
    });
  });
});

describe("keys", () => {
  test("one service on both sides", () => {
    const { service } = SERVICES.a;
    const { manifest, openings } = recordOf(winners);
    const sealed = commitment(service, manifest.draw, openings.b?.statement.secret ?? "");
    const one = only("b", { service });
    const plan = { ...winners, seal: only("b", { service, commitment: sealed }), binding: one, opening: one };
    expect(failures(recordOf(plan))).toEqual(["keys"]);
  });

  const { a, b } = { a: SERVICES.a.service, b: SERVICES.b.service };
  test.each([
    ["none", [], [], []],
    ["both", [a], [b], []],
    ["one of several", [X, a], [b, X], []],
    ["one side only", [a], [], []],
    ["another for a", [X], [b], ["keys"]],
    ["another for b", [a], [X], ["keys"]],
    ["another for the only side", [], [X], ["keys"]],
    ["swapped", [b], [a], ["keys"]],
  ])("pinned: %s", (_, a, b, failed) => {
    expect(failures(recordOf(winners), { a, b })).toEqual(failed);
  });
});

describe.each(SIDES)("seals, side %s", (side) => {
  const stranger = { service: SERVICES[other(side)].service };
  const copied = commitment(stranger.service, recordOf(winners).manifest.draw, numberOf("a secret"));

  test.each<[string, Partial<Plan>, string[]]>([
    ["bound by the other service", { binding: only(side, stranger) }, []],
    ["opened by the other service", { opening: only(side, stranger) }, []],
    ["bound for another draw", { binding: only(side, { draw: DRAW }) }, []],
    ["opened for another draw", { opening: only(side, { draw: DRAW }) }, []],
    ["sealed for another draw", { seal: only(side, { draw: DRAW }) }, []],
    ["opened with another secret", { opening: only(side, { secret: X }) }, ["seed", "result"]],
    ["sealed with another commitment", { seal: only(side, { commitment: X }) }, []],
    ["sealed with a commitment of the other service", { seal: only(side, { commitment: copied }) }, []],
  ])("%s", (_, change, also) => {
    expect(failures(recordOf({ ...winners, ...change }))).toEqual(["seals", ...also]);
  });
});

test("seals: a manifest of another draw", () => {
  expect(failures(recordOf({ ...winners, manifest: () => ({ draw: DRAW }) }))).toEqual(["seals"]);
});

describe("entries", () => {
  const tickets: Plan = {
    rule: "raffle/1",
    params: { winners: 1, alternates: 0 },
    entries: [{ label: "Ada", tickets: 2 }, { label: "Bo" }],
  };

  test.each<[string, Partial<DrawRecord["manifest"]["entries"]>]>([
    ["count", { count: 3 }],
    ["tickets", { tickets: 4 }],
    ["root", { root: X }],
  ])("another %s in the manifest", (_, summary) => {
    const plan: Plan = { ...tickets, manifest: (m) => ({ entries: { ...m.entries, ...summary } }) };
    expect(failures(recordOf(plan))).toEqual(["entries"]);
  });

  test.each<[string, DrawRecord["entries"]]>([
    ["one less", [{ label: "Ada", tickets: 3 }]],
    ["one more", [{ label: "Ada" }, { label: "Bo" }, { label: "Cy" }]],
    ["another label", [{ label: "Ada", tickets: 2 }, { label: "Bob" }]],
    ["tickets moved", [{ label: "Ada" }, { label: "Bo", tickets: 2 }]],
    ["swapped", [{ label: "Bo" }, { label: "Ada", tickets: 2 }]],
    ["none", []],
  ])("another list: %s", (_, entries) => {
    expect(failures({ ...recordOf(tickets), entries })).toEqual(["entries"]);
  });
});

describe.each(SIDES)("bindings, side %s", (side) => {
  test.each<[string, Partial<Plan>]>([
    ["bound to another manifest", { binding: only(side, { manifest: X }) }],
    ["opened for another manifest", { opening: only(side, { manifest: X }) }],
    ["another seal in the manifest", { manifest: (m) => ({ seals: { ...m.seals, [side]: X } }) }],
    [
      "the other side's seal in the manifest",
      { manifest: (m) => ({ seals: { ...m.seals, [side]: m.seals[other(side)] } }) },
    ],
  ])("%s", (_, change) => {
    expect(failures(recordOf({ ...winners, ...change }))).toEqual(["bindings"]);
  });

  test("in a void record, too", () => {
    const wrong = only(side, { manifest: X });
    expect(failures(recordOf({ ...voided, binding: wrong }))).toEqual(["bindings"]);
    expect(failures(recordOf({ ...voided, opening: wrong }))).toEqual(["bindings"]);
  });
});

test("bindings: a manifest that was changed after the lock", () => {
  const record = recordOf(winners);
  expect(failures({ ...record, manifest: { ...record.manifest, title: "Another" } })).toEqual([
    "bindings",
    "seed",
    "result",
  ]);
});

describe("times", () => {
  const manifest = (change: Partial<DrawRecord["manifest"]>) => () => ({ drawAfter: TIMES.due, ...change });
  const boundAt = (side: Side, boundAt: string) => only(side, { boundAt });
  const openedAt = (side: Side, openedAt: string) => only(side, { openedAt });

  const CASES: [string, Partial<Plan>, boolean][] = [
    ["created just when locked", { manifest: manifest({ createdAt: TIMES.locked }) }, true],
    ["created after the lock", { manifest: manifest({ createdAt: later(TIMES.locked, 1) }) }, false],
    ["to draw by hand: due when locked", { manifest: manifest({ drawAfter: TIMES.locked }) }, true],
    ["due before it was locked", { manifest: manifest({ drawAfter: later(TIMES.locked, -1) }) }, false],
    [
      "a draw at once has no time to wait for",
      { manifest: manifest({ drawAfter: null }), opening: openedAt("a", TIMES.bound) },
      true,
    ],
  ];
  const SIDE_CASES = (side: Side): [string, Partial<Plan>, boolean][] => [
    ["bound 60 s before the lock", { binding: boundAt(side, later(TIMES.locked, -60_000)) }, true],
    ["bound 60.001 s before the lock", { binding: boundAt(side, later(TIMES.locked, -60_001)) }, false],
    ["bound 60 s after the lock", { binding: boundAt(side, later(TIMES.locked, 60_000)) }, true],
    ["bound 60.001 s after the lock", { binding: boundAt(side, later(TIMES.locked, 60_001)) }, false],
    [
      "bound after it was due",
      {
        manifest: manifest({ drawAfter: later(TIMES.locked, 1) }),
        binding: boundAt(side, later(TIMES.locked, 60_000)),
      },
      true,
    ],
    ["sealed when bound", { seal: only(side, { issuedAt: TIMES.bound }) }, true],
    ["sealed after it was bound", { seal: only(side, { issuedAt: later(TIMES.bound, 1) }) }, false],
    ["opened just when it was due", { opening: openedAt(side, TIMES.due) }, true],
    ["opened before it was due", { opening: openedAt(side, later(TIMES.due, -1)) }, false],
    [
      "opened before it was bound",
      { manifest: manifest({ drawAfter: null }), opening: openedAt(side, later(TIMES.bound, -1)) },
      false,
    ],
    ["opened when bound", { manifest: manifest({ drawAfter: null }), opening: openedAt(side, TIMES.bound) }, true],
    [
      "bound long after, made at once",
      { manifest: manifest({ drawAfter: null }), binding: boundAt(side, TIMES.opened) },
      false,
    ],
  ];

  test.each([...CASES, ...SIDE_CASES("a"), ...SIDE_CASES("b")])("%s", (_, change, good) => {
    const failed = good ? [] : ["times"];
    expect(failures(recordOf({ ...announced, ...change }))).toEqual(failed);
    expect(failures(recordOf({ ...voided, ...change }))).toEqual(failed);
  });

  test.each([
    ["just when it was locked", TIMES.locked, []],
    ["before it was locked", later(TIMES.locked, -1), ["times"]],
  ])("made void %s", (_, at, failed) => {
    const unbound = recordOf({ ...voided, bound: [], opened: [] });
    expect(failures({ ...unbound, void: { reason: "x", at } })).toEqual(failed);
  });

  test.each(SIDES)("made void before %s had opened", (side) => {
    const opened = recordOf({ ...voided, opening: openedAt(side, TIMES.voided) });
    expect(failures(opened)).toEqual([]);
    expect(failures({ ...opened, void: { reason: "x", at: later(TIMES.voided, -1) } })).toEqual(["times"]);
  });

  test("the failure names the two times in the wrong order", () => {
    const early = recordOf({ ...announced, manifest: manifest({ createdAt: later(TIMES.locked, 1) }) });
    expect(verifyRecord(fileOf(early)).failed).toMatchObject({
      expected: `createdAt at most lockedAt: ${TIMES.locked}`,
      found: later(TIMES.locked, 1),
    });
    const record = recordOf({ ...announced, binding: boundAt("b", later(TIMES.locked, -60_001)) });
    expect(verifyRecord(fileOf(record)).failed).toMatchObject({
      expected: "lockedAt at most boundAt of b and 60 s: 2026-01-31T12:03:59.999Z",
      found: TIMES.locked,
    });
  });
});

describe("rule", () => {
  const of = (rule: string, params: Record<string, unknown>, list: DrawRecord["entries"] = entries): Plan => ({
    rule,
    params,
    entries: list,
  });

  test.each([
    ["too many", of("winners/1", { winners: 5, alternates: 1 })],
    ["none", of("winners/1", { winners: 0, alternates: 1 })],
    ["a parameter missing", of("winners/1", { winners: 1 })],
    ["a parameter more", of("winners/1", { winners: 1, alternates: 0, losers: 1 })],
    ["a parameter of another type", of("winners/1", { winners: "1", alternates: 0 })],
    ["no list", of("order/1", {}, [])],
    ["tickets that do not count", of("order/1", {}, [{ label: "Ada", tickets: 2 }, { label: "Bo" }])],
    ["a list that is not used", of("numbers/1", { from: 1, to: 6, count: 1, repeat: false })],
    ["more groups than entries", of("groups/1", { groups: 6, size: null })],
    ["a range that is too wide", of("numbers/1", { from: -1, to: 2 ** 53 - 1, count: 1, repeat: true }, [])],
  ])("%s", (_, plan) => {
    expect(failures(recordOf(plan))).toEqual(["rule"]);
    expect(failures(recordOf({ ...plan, reason: "Impossible." }))).toEqual(["rule"]);
  });

  test.each<[number, "none" | "alternates", string[]]>([
    [0, "none", []],
    [0, "alternates", []],
    [1, "none", ["rule"]],
    [1, "alternates", []],
  ])("%p alternates, and substitutes: %s", (alternates, substitutes, failed) => {
    const manifest = () => ({ policy: { substitutes, redraw: "never" } as const });
    const plan: Plan = { ...of("winners/1", { winners: 1, alternates }), manifest };
    expect(failures(recordOf(plan))).toEqual(failed);
    expect(failures(recordOf({ ...plan, reason: "Cancelled." }))).toEqual(failed);
  });

  test("a rule without alternates, and substitutes of either kind", () => {
    for (const substitutes of ["none", "alternates"] as const) {
      const manifest = () => ({ policy: { substitutes, redraw: "never" } as const });
      expect(failures(recordOf({ ...of("order/1", {}), manifest }))).toEqual([]);
    }
  });

  test("an outcome of another rule", () => {
    const record = recordOf(winners);
    const outcome = { ...record.outcome, rule: "raffle/1" } as DrawRecord["outcome"];
    expect(failures({ ...record, outcome })).toEqual(["rule"]);
  });

  test("the location of a parameter's problem is named", () => {
    const { failed } = verifyRecord(fileOf(recordOf(of("winners/1", { winners: 0, alternates: 0 }))));
    expect(failed).toMatchObject({
      expected: "params.winners: a whole number at least 1 and at most 2^53-1",
      found: "0",
    });
  });
});

describe("seed and result", () => {
  const record = recordOf(winners);
  const reversed = [...((record.outcome?.result.winners ?? []) as number[])].reverse();
  const outcome = (change: object) => ({
    ...record,
    outcome: { ...record.outcome, ...change } as DrawRecord["outcome"],
  });

  test("another seed", () => {
    expect(failures(outcome({ seed: X }))).toEqual(["seed"]);
  });

  test.each([
    ["others", { winners: [4, 3], alternates: [2] }],
    ["another order", { ...record.outcome?.result, winners: reversed }],
    ["nothing", {}],
    ["something more", { ...record.outcome?.result, more: null }],
  ])("another result: %s", (_, result) => {
    expect(failures(outcome({ result }))).toEqual(["result"]);
  });

  test("with another seed, the result is still compared with the right one", () => {
    expect(failures(outcome({ seed: X, result: {} }))).toEqual(["seed", "result"]);
  });
});
