import { afterAll, afterEach, beforeAll, describe, expect, setSystemTime, spyOn, test } from "bun:test";
import {
  draft,
  type Fairhat,
  granted,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
} from "../testing/fairhat.ts";
import { drawNow, lock } from "./change.ts";
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import { finishDraws, keepFinishing } from "./recovery.ts";
import { type Draw, readDraw } from "./repository.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterEach(() => {
  setSystemTime();
});
afterAll(() => fairhat.stop());

const again = ({ id }: Draw) => readDraw(context.db, id);
const open = async () => granted(await makeDraw(context, draft(), null));
const inSeconds = (seconds: number) => new Date(Date.now() + 1_000 * seconds).toISOString();
const logged = (text: string, { id }: Draw) => fairhat.lines.some((line) => line.includes(text) && line.includes(id));

/** A draw whose opening had been requested when the machine died. */
async function begun(at = Date.now()): Promise<Draw> {
  const dying = { ...withRandom(context, "b", { open: silent }), clock: () => at };
  return granted(await makeDraw(dying, draft({ draw: "now" }), null));
}

async function drawn(draw: Draw): Promise<void> {
  while ((await again(draw)).state !== "drawn") await Bun.sleep(1);
}

/** A draw that was locked but not completely bound when the machine died. */
async function halfBound(): Promise<Draw> {
  const draw = await open();
  await lock(withRandom(context, "b", { bind: silent }), draw, null).catch(() => {});
  return again(draw);
}

describe("a round", () => {
  test("draws what was begun, binds what was half bound, and leaves the rest", async () => {
    const draws = { begun: await begun(), halfBound: await halfBound(), open: await open() };
    const byHand = granted(await lock(context, await open(), null));
    const announced = granted(await lock(context, await open(), inSeconds(60)));
    await finishDraws(context, 0, true);
    expect((await again(draws.begun)).state).toBe("drawn");
    expect((await site.verify(draws.begun.id)).verdict).toBe("holds");
    expect(await again(draws.halfBound)).toEqual({ ...draws.halfBound, binding_b: expect.any(String) });
    for (const draw of [draws.open, byHand, announced]) expect(await again(draw)).toEqual(draw);
  });

  test("leaves alone a draw that another worker touched a moment ago", async () => {
    const draws = [await begun(), await halfBound()];
    await finishDraws(context, 5_000, true);
    for (const draw of draws) expect(await again(draw)).toEqual(draw);
    await finishDraws({ ...context, clock: () => Date.now() + 5_000 }, 5_000, true);
    expect((await Promise.all(draws.map(again))).map(({ state, binding_b }) => [state, binding_b !== null])).toEqual([
      ["drawn", true],
      ["locked", true],
    ]);
  });

  test("draws a scheduled draw when its time has come, and not before", async () => {
    const at = inSeconds(90);
    const draw = granted(await lock(context, await open(), at));
    await finishDraws({ ...context, clock: () => Date.parse(at) - 1 }, 0, true);
    expect((await again(draw)).begun_at).toBeNull();
    setSystemTime(new Date(at)); // for the random services as well
    await finishDraws(context, 0, true);
    expect(await again(draw)).toMatchObject({ state: "drawn", begun_at: at });
    expect(await site.verify(draw.id)).toMatchObject({ verdict: "holds", announced: true });
  });

  test("waits for a service whose clock is behind", async () => {
    const at = inSeconds(30);
    const draw = granted(await lock(context, await open(), at));
    await finishDraws({ ...context, clock: () => Date.parse(at) }, 0, true);
    expect(await again(draw)).toMatchObject({ state: "locked", begun_at: at, void: null });
    expect(logged("drawAfter has not come yet", draw)).toBe(true);
    setSystemTime(new Date(at));
    await finishDraws(context, 0, true);
    expect((await again(draw)).state).toBe("drawn");
  });

  test("by several replicas begins a draw once", async () => {
    const at = inSeconds(30);
    const draw = granted(await lock(context, await open(), at));
    setSystemTime(new Date(at));
    await Promise.all([finishDraws(context, 0, true), finishDraws(context, 0, true), drawNow(context, draw)]);
    await finishDraws(context, 0, true);
    expect((await again(draw)).state).toBe("drawn");
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });

  test("continues past a draw that cannot be finished", async () => {
    const [silenced, broken, well] = [await begun(), await begun(), await begun()];
    const fault = withRandom(context, "b", {
      async open(manifest) {
        if (manifest.draw === silenced.id) return silent();
        if (manifest.draw === broken.id) throw new Error("a bug");
        return context.random.b.open(manifest);
      },
    });
    await finishDraws(fault, 0, true);
    expect((await again(well)).state).toBe("drawn");
    for (const draw of [silenced, broken]) expect((await again(draw)).state).toBe("locked");
    expect(logged("a draw waits", silenced)).toBe(true);
    expect([silenced, broken].map((draw) => logged("a draw could not be finished", draw))).toEqual([false, true]);
  });

  test("makes void what the services refuse permanently", async () => {
    const draw = await halfBound();
    setSystemTime(new Date(Date.now() + 61_000));
    await finishDraws(context, 0, true);
    expect(JSON.parse((await again(draw)).void ?? "").reason).toBe(
      "random-b was not asked within 60 seconds of the lock",
    );
    expect((await site.verify(draw.id)).verdict).toBe("void");
  });
});

describe("keepFinishing", () => {
  // One second of waiting is ten milliseconds here.
  const wait = globalThis.setTimeout;
  const hurry = (call: () => void, time = 0, ...given: []) => wait(call, time / 100, ...given);
  const timeout = spyOn(globalThis, "setTimeout").mockImplementation(hurry as typeof wait);
  afterAll(() => timeout.mockRestore());

  test("starts with old unfinished draws, and stops after the current round", async () => {
    const draw = await begun();
    let rounds = 0;
    const slow = withRandom(context, "b", {
      async open(manifest) {
        rounds += 1;
        await Bun.sleep(20);
        return context.random.b.open(manifest);
      },
    });
    const stop = keepFinishing({ ...slow, clock: () => Date.now() + 10_000 });
    while (rounds === 0) await Bun.sleep(1);
    await stop();
    expect((await again(draw)).state).toBe("drawn");
    const left = await begun();
    await Bun.sleep(50);
    expect((await again(left)).state).toBe("locked");
  });

  test("leaves draws in progress alone in later rounds, and continues after a failed round", async () => {
    let now = Date.now();
    const inHands = await begun(now);
    let fails = true;
    const clock = () => {
      if (fails) throw new Error("no database");
      return now;
    };
    const stop = keepFinishing({ ...context, clock }, 5_000);
    fails = false;
    await drawn(await begun(now - 5_000));
    await drawn(await begun(now - 5_000)); // in a round after the first one has ended
    expect((await again(inHands)).state).toBe("locked");
    now += 5_000;
    await drawn(inHands);
    await stop();
    expect(fairhat.lines.some((line) => line.includes("the recovery failed") && line.includes("no database"))).toBe(
      true,
    );
    expect(timeout.mock.calls.map(([, time]) => time)).toContain(1_000);
  });
});
