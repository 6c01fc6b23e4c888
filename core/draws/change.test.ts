import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { SIDES } from "@fairhat/protocol";
import { type Answer, answered } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import { manageKey } from "../manage-key.ts";
import {
  draft,
  type Fairhat,
  granted,
  reasonOf,
  refusing,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
  withRules,
} from "../testing/fairhat.ts";
import { changeEntries, drawNow, lock, makeVoid } from "./change.ts";
import type { Context } from "./context.ts";
import { newList } from "./entries.ts";
import { makeDraw } from "./make.ts";
import { type Draw, readDraw } from "./repository.ts";
import { sealsOf } from "./seal.ts";
import { viewOf } from "./view.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const open = async () => granted(await makeDraw(context, draft(), null));
const locked = async (drawAfter: string | null = null) => granted(await lock(context, await open(), drawAfter));
const again = ({ id }: Draw) => readDraw(context.db, id);
const inSeconds = (seconds: number) => new Date(Date.now() + 1_000 * seconds).toISOString();
const entries = [{ label: "Ada" }, { label: "Grace" }, { label: "Emmy" }];
/** A draw whose opening was requested and never arrives. */
async function begun(): Promise<Draw> {
  const draw = await open();
  await expect(drawNow(withRandom(context, "b", { open: silent }), draw)).rejects.toThrow(ServiceDown);
  return again(draw);
}

describe("changeEntries", () => {
  test("replaces the list of an open draw", async () => {
    const draw = await open();
    const changed = granted(await changeEntries(context, draw, newList(entries)));
    expect(changed.entry_count).toBe(3);
    expect(changed.entry_root).not.toBe(draw.entry_root);
    expect((await site.get(`/api/draws/${draw.id}/entries`)).json.entries).toEqual(entries);
    granted(await drawNow(context, changed));
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });

  test("refuses a list for which the rule cannot work, and keeps the old one", async () => {
    const draw = await open();
    expect(reasonOf(await changeEntries(context, draw, newList(entries.slice(0, 2))))).toBe("does_not_fit");
    expect(reasonOf(await changeEntries(context, draw, newList([])))).toBe("does_not_fit");
    expect(reasonOf(await changeEntries(context, draw, newList([...entries, { label: "x", tickets: 2 }])))).toBe(
      "does_not_fit",
    );
    expect(await again(draw)).toEqual(draw);
  });

  test("after the lock refuses for that reason, for any list and with any service down", async () => {
    const draw = await locked();
    const down = withRules(context, { check: silent });
    expect(reasonOf(await changeEntries(down, draw, newList([])))).toBe("already_locked");
    expect(reasonOf(await changeEntries(context, { ...draw, state: "open" }, newList(entries)))).toBe("already_locked");
    granted(await makeVoid(context, draw, "no"));
    expect(reasonOf(await changeEntries(context, await again(draw), newList(entries)))).toBe("already_void");
  });
});

describe("lock", () => {
  test("by hand binds the draw, which then waits for its organiser", async () => {
    const draw = await locked();
    expect(draw).toMatchObject({ state: "locked", begun_at: null, draw_after: draw.locked_at });
    expect([draw.binding_a, draw.binding_b]).toEqual([expect.any(String), expect.any(String)]);
  });

  test("for a time keeps that time", async () => {
    const at = inSeconds(60);
    const draw = await locked(at);
    expect(draw.draw_after).toBe(at);
    expect(reasonOf(await drawNow(context, draw))).toBe("too_early");
  });

  test("refuses a time that has passed, and the present", async () => {
    const draw = await open();
    const still = { ...context, clock: () => Date.parse("2026-11-22T12:00:00.000Z") };
    for (const drawAfter of ["2026-11-22T11:59:59.999Z", "2026-11-22T12:00:00.000Z"]) {
      const answer = await lock(still, draw, drawAfter);
      expect(answer).toMatchObject({
        refused: { reason: "time_has_passed", field: { at: "drawAfter", found: drawAfter } },
      });
    }
    expect((await again(draw)).state).toBe("open");
  });

  test("repeated identically gives the same draw, and binds it if it was not bound", async () => {
    const at = inSeconds(60);
    const draw = await open();
    await expect(lock(withRandom(context, "a", { bind: silent }), draw, at)).rejects.toThrow(ServiceDown);
    const half = await again(draw);
    expect(half).toMatchObject({ state: "locked", binding_a: null });
    const bound = granted(await lock(context, half, at));
    expect(bound).toEqual({ ...half, binding_a: expect.any(String) });
    expect(reasonOf(await lock(context, bound, null))).toBe("already_locked");
    expect(reasonOf(await lock(context, bound, inSeconds(90)))).toBe("already_locked");
    expect(reasonOf(await lock(context, bound, inSeconds(-90)))).toBe("already_locked");
  });

  test("does not lock what could not be bound: a draw stays open while a service is down", async () => {
    const draw = await open();
    for (const down of [withRandom(context, "a", { seal: silent }), withRules(context, { check: silent })]) {
      await expect(lock(down, draw, null)).rejects.toThrow(ServiceDown);
      await expect(drawNow(down, draw)).rejects.toThrow(ServiceDown);
    }
    expect(await again(draw)).toEqual(draw);
  });

  test("does not lock what the rule no longer accepts", async () => {
    const draw = await open();
    const stricter = withRules(context, { check: refusing("too_large") });
    expect(reasonOf(await lock(stricter, draw, null))).toBe("too_large");
    expect(reasonOf(await drawNow(stricter, draw))).toBe("too_large");
    expect(await again(draw)).toEqual(draw);
  });

  test("does not lock if a service has lost the seal", async () => {
    const [draw, other] = [await open(), await open()];
    const forgetful = { ...draw, seal_b: other.seal_b };
    expect(reasonOf(await lock(context, forgetful, null))).toBe("seal_lost");
    expect(reasonOf(await drawNow(context, forgetful))).toBe("seal_lost");
    expect((await again(draw)).state).toBe("open");
  });

  test.each(["key_retired", "secret_lost"])("does not lock if a seal can no longer be bound: %s", async (lost) => {
    const draw = await open();
    const { seal } = context.random.b;
    const restored = withRandom(context, "b", {
      seal: async (id) => answered({ ...granted(await seal(id)), lost }),
    });
    expect(reasonOf(await lock(restored, draw, null))).toBe("seal_lost");
    await expect(sealsOf(restored, draw.id)).rejects.toThrow("random-b has lost its number for this draw id");
    expect((await again(draw)).state).toBe("open");
  });

  test("does not lock a list that changed since the check", async () => {
    const draw = await open();
    granted(await changeEntries(context, draw, newList(entries)));
    expect(reasonOf(await lock(context, draw, null))).toBe("changed_meanwhile");
    expect((await again(draw)).state).toBe("open");
  });
});

describe("drawNow", () => {
  test("draws an open draw in one step", async () => {
    const draw = await open();
    const drawn = granted(await drawNow(context, draw));
    expect(granted(await drawNow(context, draw))).toEqual(drawn); // the row as read before
    expect(drawn).toMatchObject({ state: "drawn", draw_after: null });
    expect(await site.verify(drawn.id)).toMatchObject({ verdict: "holds", announced: false });
  });

  test("draws a locked one, once", async () => {
    const draw = await locked();
    const drawn = granted(await drawNow(context, draw));
    expect(await site.verify(drawn.id)).toMatchObject({ verdict: "holds", announced: false });
    expect(granted(await drawNow(context, drawn))).toEqual(drawn);
    expect(granted(await drawNow(context, draw))).toEqual(drawn); // the row as read before
  });

  test("finishes a begun draw", async () => {
    const draw = await begun();
    expect(draw).toMatchObject({ state: "locked", opening_b: null });
    expect(granted(await drawNow(context, draw))).toMatchObject({ state: "drawn", begun_at: draw.begun_at });
  });

  test("refuses a void one", async () => {
    const draw = await locked();
    const stopped = granted(await makeVoid(context, draw, "no"));
    expect(reasonOf(await drawNow(context, stopped))).toBe("already_void");
    expect(reasonOf(await drawNow(context, draw))).toBe("already_void");
  });
});

describe("makeVoid", () => {
  test("cancels a locked draw with its reason, permanently", async () => {
    const draw = await locked();
    const stopped = granted(await makeVoid(context, draw, "Zu wenige, schade: 😀"));
    expect((await viewOf(context, stopped)).void?.reason).toBe("Zu wenige, schade: 😀");
    expect((await site.verify(draw.id)).verdict).toBe("void");
    expect(granted(await makeVoid(context, stopped, "Zu wenige, schade: 😀"))).toEqual(stopped);
    expect(reasonOf(await makeVoid(context, stopped, "another"))).toBe("already_void");
    expect(reasonOf(await makeVoid(context, draw, "another"))).toBe("already_void");
  });

  test("refuses an open draw and a finished one", async () => {
    const draw = await open();
    expect(reasonOf(await makeVoid(context, draw, "no"))).toBe("not_locked");
    expect(reasonOf(await makeVoid(context, granted(await drawNow(context, draw)), "no"))).toBe("already_drawn");
  });

  test("refuses a begun one at any age, whichever service answers", async () => {
    const draw = await begun();
    for (const age of [0, 600_000, 1e9]) {
      const later = { ...context, clock: () => Date.parse(draw.begun_at ?? "") + age };
      expect(reasonOf(await makeVoid(later, draw, "no"))).toBe("draw_begun");
      expect(reasonOf(await makeVoid(later, { ...draw, begun_at: null }, "no"))).toBe("draw_begun");
    }
    expect(granted(await drawNow(context, draw)).state).toBe("drawn");
  });

  test.each(["a", "b"] as const)("refuses while random-%s does not say what it opened", async (side) => {
    const draw = await locked();
    const refusal = await makeVoid(withRandom(context, side, { published: silent }), draw, "no");
    expect(reasonOf(refusal)).toBe("service_unreachable");
    expect(await again(draw)).toEqual(draw);
    const reply = await siteOf(withRandom(context, side, { published: silent })).send(
      "POST",
      `/api/draws/${draw.id}/void`,
      { reason: "no" },
      manageKey(context.secret, draw),
    );
    expect([reply.status, reply.json.reason]).toEqual([503, "service_unreachable"]);
    expect(reply.json.detail).toContain("only after both random services have confirmed");
    granted(await makeVoid(context, draw, "no"));
  });

  // Core's database was restored from a backup older than the opening.
  test("finishes what both services opened, even if this database does not know it", async () => {
    const draw = await locked();
    for (const side of SIDES) granted(await context.random[side].open(JSON.parse(draw.manifest ?? "")));
    expect(reasonOf(await makeVoid(context, draw, "no"))).toBe("already_drawn");
    expect(await site.verify(draw.id)).toMatchObject({ verdict: "holds" });
  });

  test("keeps both public numbers while the rules are unavailable", async () => {
    const draw = await locked();
    for (const side of SIDES) granted(await context.random[side].open(JSON.parse(draw.manifest ?? "")));
    expect(reasonOf(await makeVoid(withRules(context, { draw: silent }), draw, "no"))).toBe("draw_begun");
    const opened = await again(draw);
    expect([opened.state, opened.opening_a, opened.opening_b]).toEqual([
      "locked",
      expect.any(String),
      expect.any(String),
    ]);
    expect((await viewOf(context, opened)).resultFixed).toBe(true);
    expect(granted(await drawNow(context, opened)).state).toBe("drawn");
  });

  test.each(SIDES)("begins what random-%s alone has opened, so that it is finished", async (side) => {
    const draw = await locked();
    granted(await context.random[side].open(JSON.parse(draw.manifest ?? "")));
    expect(reasonOf(await makeVoid(context, draw, "no"))).toBe("draw_begun");
    expect((await again(draw)).begun_at).toBeString();
    expect(granted(await drawNow(context, draw)).state).toBe("drawn");
  });

  test("does not use an opening for another manifest", async () => {
    const draw = await locked();
    const other = await locked();
    const elsewhere = withRandom(context, "a", { published: () => context.random.a.published(other.id) });
    granted(await drawNow(context, other));
    expect(granted(await makeVoid(elsewhere, draw, "no")).state).toBe("void");
  });

  test("is never dated before the lock", async () => {
    const draw = await locked();
    const slow = { ...context, clock: () => Date.parse(draw.locked_at ?? "") - 5_000 };
    expect((await viewOf(context, granted(await makeVoid(slow, draw, "no")))).void?.at).toBe(draw.locked_at as string);
  });
});

describe("of concurrent steps one wins, and the others are refused", () => {
  /** The result of each step, and the draw's state afterwards. */
  async function race(draw: Draw, steps: ((draw: Draw) => Promise<Answer<Draw>>)[]) {
    const answers = await Promise.all(steps.map((step) => step(draw)));
    return { answers, reasons: answers.map(reasonOf), now: await again(draw) };
  }
  const drawing = (draw: Draw) => drawNow(context, draw);
  const locking = (draw: Draw) => lock(context, draw, null);
  const voiding = (draw: Draw) => makeVoid(context, draw, "no");
  const changing = (draw: Draw) => changeEntries(context, draw, newList(entries));

  test.each([
    ["lock, draw", [locking, drawing]],
    ["draw, lock, draw", [drawing, locking, drawing]],
    ["change, lock, draw", [changing, locking, drawing]],
    ["lock, lock", [locking, locking]],
    ["draw, draw, draw", [drawing, drawing, drawing]],
    ["lock, change", [locking, changing]],
    ["draw, change", [drawing, changing]],
  ])("on an open draw: %s", async (_, steps) => {
    const { reasons, now } = await race(await open(), steps);
    expect(reasons.filter((reason) => reason === null).length).toBeGreaterThan(0);
    if (new Set(steps).size === 1) expect(new Set(reasons)).toEqual(new Set([null]));
    for (const reason of reasons)
      expect([null, "already_locked", "already_drawn", "changed_meanwhile"]).toContain(reason);
    if (now.state === "drawn") expect((await site.verify(now.id)).verdict).toBe("holds");
  });

  test.each([
    ["draw, void", [drawing, voiding]],
    ["void, draw", [voiding, drawing]],
    ["draw, draw, draw", [drawing, drawing, drawing]],
    ["void, void, draw", [voiding, voiding, drawing]],
  ])("on a locked draw: %s", async (_, steps) => {
    const { answers, reasons, now } = await race(await locked(), steps);
    expect(["drawn", "void"]).toContain(now.state);
    for (const [at, answer] of answers.entries()) {
      if (answer.ok) expect(answer.value).toEqual(now);
      else expect(["already_drawn", "already_void", "draw_begun"]).toContain(reasons[at] as string);
    }
    expect((await site.verify(now.id)).verdict).toBe(now.state === "drawn" ? "holds" : "void");
  });
});
