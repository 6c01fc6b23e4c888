// In any order of events, a draw whose numbers are both public is never void.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Manifest, SIDES, type Side } from "@fairhat/protocol";
import { refusedAs } from "@fairhat/runtime";
import fc from "fast-check";
import type { RandomService } from "../clients/random.ts";
import {
  draft,
  type Fairhat,
  granted,
  reasonOf,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
  withRules,
} from "../testing/fairhat.ts";
import { advance } from "./advance.ts";
import { drawNow, lock, makeVoid } from "./change.ts";
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import { type Draw, readDraw } from "./repository.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

/** What one service does with a request: everything, nothing, or everything with a lost answer. */
const FAULTS = ["well", "silent", "unheard"] as const;
type Fault = (typeof FAULTS)[number];
type Faults = Record<Side | "rules", Fault>;

/** A restored side: it repeats what it opened, and permanently refuses the rest. */
function refusingForGood({ open, published }: RandomService): Partial<RandomService> {
  return {
    async open(manifest) {
      const { opening } = await published(manifest.draw);
      return opening ? open(manifest) : refusedAs("key_retired", "the key of this seal is retired");
    },
  };
}

function faulty<Asked, Told>(fault: Fault, ask: (asked: Asked) => Promise<Told>): (asked: Asked) => Promise<Told> {
  if (fault === "well") return ask;
  if (fault === "silent") return silent;
  return (asked) => ask(asked).then(silent);
}

function withFaults(base: Context, faults: Faults): Context {
  const withSides = SIDES.reduce((all, side) => {
    const { bind, open, published } = all.random[side];
    const changes = {
      bind: faulty(faults[side], bind),
      open: faulty(faults[side], open),
      published: faulty(faults[side], published),
    };
    return withRandom(all, side, changes);
  }, base);
  return withRules(withSides, { draw: faulty(faults.rules, base.rules.draw) });
}

type Action = (context: Context, draw: Draw) => Promise<unknown>;
const current: Action = (context, draw) => readDraw(context.db, draw.id).then((now) => advance(context, now));
/** Actions of organisers, core instances and the recovery; `draw` is as it was locked, as a slow request knows it. */
const ACTIONS: Record<string, Action> = {
  void: (context, draw) => makeVoid(context, draw, "no"),
  draw: drawNow,
  recovery: current,
  "void and draw": (context, draw) => Promise.allSettled([makeVoid(context, draw, "no"), drawNow(context, draw)]),
  "void and recovery": (context, draw) => Promise.allSettled([makeVoid(context, draw, "no"), current(context, draw)]),
  "opened by a before": openedBefore("a"),
  "opened by b before": openedBefore("b"),
};

// What a service did since the backup from which core was restored. It cannot have followed a void.
function openedBefore(side: Side): Action {
  return async ({ db, random }, draw) => {
    const { state } = await readDraw(db, draw.id);
    if (state === "locked") await random[side].open(manifestIn(draw));
  };
}

const manifestIn = (draw: Draw): Manifest => JSON.parse(draw.manifest ?? "");

const fault = fc.constantFrom<Fault>(...FAULTS);
const step = fc.record({
  action: fc.constantFrom(...Object.keys(ACTIONS)),
  faults: fc.record({ a: fault, b: fault, rules: fault }),
});
const story = fc.record({
  steps: fc.array(step, { minLength: 1, maxLength: 6 }),
  refuses: fc.constantFrom<Side | null>(null, null, "a", "b"),
});

async function bothAreOut({ id, manifest_digest }: Draw): Promise<boolean> {
  const told = await Promise.all(SIDES.map((side) => context.random[side].published(id)));
  return told.every(({ opening }) => opening?.statement.manifest === manifest_digest);
}

async function expectNeverVoidAfterOpenings(draw: Draw): Promise<Draw> {
  const now = await readDraw(context.db, draw.id);
  if (now.state === "void") expect(await bothAreOut(draw)).toBe(false);
  return now;
}

test("no sequence leads from two public numbers to void", async () => {
  const seen = { void: 0, drawn: 0, locked: 0 };
  const property = fc.asyncProperty(story, async ({ steps, refuses }) => {
    const draw = granted(await lock(context, granted(await makeDraw(context, draft(), null)), null));
    const base = refuses ? withRandom(context, refuses, refusingForGood(context.random[refuses])) : context;
    for (const { action, faults } of steps) {
      await ACTIONS[action]?.(withFaults(base, faults), draw).catch(() => {});
      await expectNeverVoidAfterOpenings(draw);
    }
    await current(base, draw).catch(() => {});
    const { state } = await expectNeverVoidAfterOpenings(draw);
    seen[state as keyof typeof seen] += 1;
    if (await bothAreOut(draw)) {
      if (state === "locked") await makeVoid(base, draw, "no"); // it was begun in no database, and is discovered now
      expect((await site.verify(draw.id)).verdict).toBe("holds");
    }
  });
  await fc.assert(property, { numRuns: 40, endOnFailure: true });
  for (const [state, times] of Object.entries(seen)) expect([state, times > 0]).toEqual([state, true]);
}, 120_000);

test("a draw that begins while the services are asked is not void: the void comes too late", async () => {
  const draw = granted(await lock(context, granted(await makeDraw(context, draft(), null)), null));
  const unheard = withFaults(context, { a: "unheard", b: "unheard", rules: "well" });
  const begins = withRandom(context, "b", {
    async published(id) {
      const told = await context.random.b.published(id);
      await drawNow(unheard, draw).catch(() => {});
      return told;
    },
  });
  expect(reasonOf(await makeVoid(begins, draw, "no"))).toBe("draw_begun");
  expect(await bothAreOut(draw)).toBe(true);
  expect((await current(context, draw)) as Draw).toMatchObject({ state: "drawn" });
  expect((await site.verify(draw.id)).verdict).toBe("holds");
});

test("a draw is not void before the opening in its record, by any clock", async () => {
  const draw = granted(await lock(context, granted(await makeDraw(context, draft(), null)), null));
  const base = withRandom(context, "b", refusingForGood(context.random.b));
  const { opening } = granted(await context.random.a.open(manifestIn(draw)));
  const behind = { ...base, clock: () => Date.parse(draw.locked_at ?? "") };
  await drawNow(behind, draw);
  const stopped = await readDraw(context.db, draw.id);
  expect(stopped.state).toBe("void");
  expect(JSON.parse(stopped.void ?? "").at).toBe(opening.statement.openedAt);
  expect((await site.verify(draw.id)).verdict).toBe("void");
});
