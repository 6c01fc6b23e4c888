import { describe, expect, test } from "bun:test";
import type { Manifest } from "@fairhat/protocol";
import { type Asked, type Held, nextStep, STEP_REFUSALS, type Step } from "./steps.ts";
import { NOW } from "./testing.ts";

const SEAL = "aa".repeat(32);
const OTHER = "bb".repeat(32);
const M = "11".repeat(32);
const ANOTHER = "22".repeat(32);
const at = (seconds: number) => new Date(Date.parse(NOW) + seconds * 1000).toISOString();

type Moment = Pick<Manifest, "seals" | "lockedAt" | "drawAfter">;
const atOnce: Moment = { seals: { a: SEAL, b: OTHER }, lockedAt: NOW, drawAfter: null };

function asked(act: Asked["act"], moment: Partial<Moment> = {}, core = "core"): Asked {
  return { act, core, M, manifest: { ...atOnce, ...moment } as Manifest };
}

const sealed: Held = { core: "core", seal: SEAL, sealedAt: at(-3600), bound: null, opened: false, lacks: null };
const bound: Held = { ...sealed, bound: { manifest: M, at: at(-3600) } };
const opened: Held = { ...bound, opened: true };

const bind: Step = { step: "bind", boundAt: NOW };
const open: Step = { step: "open", openedAt: NOW };
const bindAndOpen: Step = { step: "bindAndOpen", boundAt: NOW, openedAt: NOW };
const ahead: Held = { ...sealed, sealedAt: at(1) };
const answer: Step = { step: "answer" };
const refuse = (reason: keyof typeof STEP_REFUSALS): Step => ({ step: "refuse", reason });

describe("the order of steps", () => {
  const rows: [string, Held | undefined, Asked, Step][] = [
    ["bind, nothing sealed", undefined, asked("bind"), refuse("unknown_draw")],
    ["open, nothing sealed", undefined, asked("open"), refuse("unknown_draw")],
    ["bind, sealed", sealed, asked("bind"), bind],
    ["open, sealed", sealed, asked("open"), bindAndOpen],
    ["bind, sealed by a clock that is ahead", ahead, asked("bind"), { step: "bind", boundAt: at(1) }],
    [
      "open, sealed by a clock that is ahead",
      ahead,
      asked("open"),
      { step: "bindAndOpen", boundAt: at(1), openedAt: at(1) },
    ],
    [
      "bind, sealed by a clock that was far ahead",
      { ...sealed, sealedAt: at(60.001) },
      asked("bind"),
      refuse("clock_too_far"),
    ],
    ["bind, bound", bound, asked("bind"), answer],
    ["open, bound", bound, asked("open"), open],
    ["bind, opened", opened, asked("bind"), answer],
    ["open, opened", opened, asked("open"), answer],
    ["as seal b", sealed, asked("bind", { seals: { a: OTHER, b: SEAL } }), bind],
    ["in neither place", sealed, asked("bind", { seals: { a: OTHER, b: ANOTHER } }), refuse("not_in_manifest")],
    ["in both places", sealed, asked("open", { seals: { a: SEAL, b: SEAL } }), refuse("not_in_manifest")],
    ["two equal others", sealed, asked("open", { seals: { a: OTHER, b: OTHER } }), refuse("not_in_manifest")],
    ["locked 60 s ago", sealed, asked("bind", { lockedAt: at(-60) }), bind],
    ["locked 60 s ahead", sealed, asked("bind", { lockedAt: at(60) }), bind],
    ["locked too long ago", sealed, asked("bind", { lockedAt: at(-60.001) }), refuse("clock_too_far")],
    ["locked too far ahead", sealed, asked("open", { lockedAt: at(60.001) }), refuse("clock_too_far")],
    ["locked long ago, bound then", bound, asked("open", { lockedAt: at(-3600) }), open],
    ["bind before its time", sealed, asked("bind", { drawAfter: at(1) }), bind],
    ["open before its time", bound, asked("open", { drawAfter: at(0.001) }), refuse("too_early")],
    ["open unbound before its time", sealed, asked("open", { drawAfter: at(1) }), refuse("too_early")],
    ["bind at its time", sealed, asked("bind", { lockedAt: at(-5), drawAfter: NOW }), bind],
    [
      "bind after its time",
      sealed,
      asked("bind", { lockedAt: at(-58), drawAfter: at(-0.001) }),
      refuse("draw_after_passed"),
    ],
    [
      "open unbound after its time",
      sealed,
      asked("open", { lockedAt: at(-58), drawAfter: at(-0.001) }),
      refuse("draw_after_passed"),
    ],
    ["bind later, to be drawn by hand", sealed, asked("bind", { lockedAt: at(-58), drawAfter: at(-58) }), bind],
    ["bind later, made at once", sealed, asked("bind", { lockedAt: at(-58) }), bind],
    ["due after its lock, bound in time", bound, asked("open", { lockedAt: at(-3600), drawAfter: at(-1) }), open],
    ["open at its time", bound, asked("open", { drawAfter: NOW }), open],
    [
      "open with the clock set back",
      { ...sealed, bound: { manifest: M, at: at(5) } },
      asked("open"),
      { step: "open", openedAt: at(5) },
    ],
    ["no key, to bind", { ...sealed, lacks: "key" }, asked("bind"), refuse("key_retired")],
    ["no key, to open", { ...bound, lacks: "key" }, asked("open"), refuse("key_retired")],
    ["no key, bound", { ...bound, lacks: "key" }, asked("bind"), answer],
    ["no key, opened", { ...opened, lacks: "key" }, asked("open"), answer],
    ["no secret, to bind", { ...sealed, lacks: "secret" }, asked("bind"), refuse("secret_lost")],
    ["no secret, to open", { ...bound, lacks: "secret" }, asked("open"), refuse("secret_lost")],
    ["no secret, opened", { ...opened, lacks: "secret" }, asked("open"), answer],
  ];
  test.each(rows)("%s", (_, held, request, step) => {
    expect(nextStep(held, request, NOW)).toEqual(step);
  });
});

function times<Row, Name extends string, Value>(rows: Row[], name: Name, values: readonly Value[]) {
  return rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }) as Row & Record<Name, Value>));
}

// Every state with every request.
function everything(): { held: Held; request: Asked; step: Step }[] {
  const elsewhere = { manifest: ANOTHER, at: NOW };
  const states = [sealed, bound, opened, { ...bound, bound: elsewhere }, { ...opened, bound: elsewhere }];
  const seals = [atOnce.seals, { a: OTHER, b: SEAL }, { a: SEAL, b: SEAL }, { a: OTHER, b: ANOTHER }];
  const withLacks = times(times([{}], "state", states), "lacks", [null, "key", "secret"] as const);
  const withSeals = times(times(withLacks, "core", ["core", "other"]), "seals", seals);
  const withTimes = times(withSeals, "lockedAt", [at(-61), at(-60), at(-1), at(60), at(61)]);
  const withActs = times(times(withTimes, "drawAfter", [null, at(-1), NOW, at(1)]), "act", ["bind", "open"] as const);
  return withActs.map(({ state, lacks, core, act, ...moment }) => {
    const held = { ...state, lacks };
    const request = asked(act, moment, core);
    return { held, request, step: nextStep(held, request, NOW) };
  });
}

describe("in every state, for every request", () => {
  const all = everything();

  test("every reason to refuse is found, the most serious one first", () => {
    for (const { held, request, step } of all) {
      const { seals, lockedAt, drawAfter } = request.manifest;
      const sides = [seals.a, seals.b].filter((one) => one === held.seal).length;
      const stored = held.opened || (held.bound !== null && request.act === "bind");
      const reasons: [boolean, keyof typeof STEP_REFUSALS][] = [
        [held.core !== request.core, "of_another_core"],
        [sides !== 1, "not_in_manifest"],
        [held.bound !== null && held.bound.manifest !== M, "bound_to_another"],
        [!stored && held.lacks === "key", "key_retired"],
        [!stored && held.lacks === "secret", "secret_lost"],
        [!stored && !held.bound && (lockedAt === at(-61) || lockedAt === at(61)), "clock_too_far"],
        [!stored && !held.bound && drawAfter === at(-1) && lockedAt !== at(-1), "draw_after_passed"],
        [!stored && request.act === "open" && drawAfter === at(1), "too_early"],
      ];
      const first = reasons.find(([holds]) => holds)?.[1];
      expect(step.step === "refuse" ? step.reason : undefined).toBe(first);
    }
  });

  test("there are as many as 5 states x 3 x 2 x 4 x 5 x 4 x 2 give", () => {
    expect(all).toHaveLength(5 * 3 * 2 * 4 * 5 * 4 * 2);
  });

  test("a seal opens only for the manifest that it is bound to, in this step or before", () => {
    for (const { held, request, step } of all) {
      if (step.step === "open") expect(held.bound?.manifest).toBe(request.M);
      if (step.step === "bindAndOpen" || step.step === "bind") expect(held.bound).toBeNull();
      if ("openedAt" in step) expect(held.opened).toBe(false);
      if (step.step === "answer") expect(held.bound?.manifest).toBe(request.M);
    }
  });

  test("a seal never opens before its time or before its binding", () => {
    for (const { held, request, step } of all) {
      if (!("openedAt" in step)) continue;
      const boundAt = "boundAt" in step ? step.boundAt : held.bound?.at;
      expect(step.openedAt >= (boundAt as string)).toBe(true);
      expect(step.openedAt >= (request.manifest.drawAfter ?? NOW)).toBe(true);
    }
  });

  test("every reason occurs and has its sentence", () => {
    const met = new Set(all.flatMap(({ step }) => (step.step === "refuse" ? step.reason : [])));
    expect(Object.keys(STEP_REFUSALS).filter((reason) => !met.has(reason as "too_early"))).toEqual(["unknown_draw"]);
  });
});
