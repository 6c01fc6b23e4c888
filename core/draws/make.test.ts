import { afterAll, beforeAll, describe, expect, test } from "bun:test";
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
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import { findDraw, readDraw } from "./repository.ts";
import { makeSample } from "./sample.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const count = async () =>
  Number(
    (
      await context.db
        .selectFrom("draw")
        .select(({ fn }) => fn.countAll().as("n"))
        .execute()
    )[0]?.n,
  );
const now = draft({ draw: "now" });

describe("the sample draw", () => {
  test("is left for another start while a service is down", async () => {
    await makeSample(withRandom(context, "a", { seal: silent }));
    expect(await count()).toBe(0);
    expect(fairhat.lines.some((line) => line.includes("no sample draw was made"))).toBe(true);
  });

  test("fails on any other error", async () => {
    const broken = withRules(context, { check: () => Promise.reject(new Error("a bug")) });
    await expect(makeSample(broken)).rejects.toThrow("a bug");
  });

  test("is made once, by any number of starts and processes", async () => {
    await Promise.all([makeSample(context), makeSample(context), makeSample(context)]);
    await makeSample(context);
    const { draws } = (await site.get("/api/draws")).json;
    expect(draws).toHaveLength(1);
    expect(draws[0]).toMatchObject({ state: "drawn", count: 12, rule: "winners/1" });
    expect((await site.verify(draws[0].id)).verdict).toBe("holds");
    expect(await count()).toBe(1);
  });

  test("is not made if a draw is already listed", async () => {
    await makeSample({ ...context, secret: "the secret of another core" });
    expect(await count()).toBe(1);
  });
});

describe("a draft", () => {
  test("for later is an open draw, sealed by both", async () => {
    const draw = granted(await makeDraw(context, draft(), null));
    expect(draw).toMatchObject({ state: "open", manifest: null, request_digest: null, generation: 1, durable: false });
    expect(JSON.parse(draw.seal_a).statement.draw).toBe(draw.id);
    expect(draw.seal_a).not.toBe(draw.seal_b);
    expect([draw.generator_a, draw.generator_b]).toEqual(["system CSPRNG", expect.stringContaining("DRBG")]);
    expect(JSON.stringify(draw)).not.toContain(manageKey(context.secret, draw));
  });

  test("for now is drawn at once", async () => {
    const draw = granted(await makeDraw(context, now, null));
    expect(draw).toMatchObject({
      state: "drawn",
      created_at: draw.locked_at,
      begun_at: draw.locked_at,
      draw_after: null,
    });
    expect(await site.verify(draw.id)).toMatchObject({ verdict: "holds", announced: false });
  });

  test("is stored with the rule's defaults filled in", async () => {
    const draw = granted(await makeDraw(context, draft({ params: { winners: 1 } }), null));
    expect(draw.params).toBe('{"alternates":0,"winners":1}');
  });

  test.each<[string, Parameters<typeof draft>[0]]>([
    ["unknown_rule", { rule: "nothing/1" }],
    ["does_not_fit", { params: { winners: 6 } }],
    ["malformed", { params: { winners: 1.5 } }],
    ["malformed", { params: { winners: 1, more: { deep: [-0, 1e300, "\ud800"] } } }],
    ["does_not_fit", { entries: [], draw: "now" }],
    ["does_not_fit", { entries: [{ label: "Ada", tickets: 2 }] }],
  ])("is refused (%s), and nothing stored: %j", async (reason, changes) => {
    const before = await count();
    expect(reasonOf(await makeDraw(context, draft(changes), "0123456789abcdef"))).toBe(reason);
    expect(await count()).toBe(before);
  });

  test.each<[string, (context: Context) => Context]>([
    ["random-a is down", (context) => withRandom(context, "a", { seal: silent })],
    ["random-b is down", (context) => withRandom(context, "b", { seal: silent })],
    ["random-a does not seal", (context) => withRandom(context, "a", { seal: refusing("malformed") })],
    [
      "random-a seals another draw",
      (context) => withRandom(context, "a", { seal: () => context.random.a.seal("0".repeat(32)) }),
    ],
    ["rules is down", (context) => withRules(context, { check: silent })],
    ["both are one", (context) => ({ ...context, random: { a: context.random.a, b: context.random.a } })],
  ])("is not made while %s", async (_, fault) => {
    const before = await count();
    await expect(makeDraw(fault(context), now, null)).rejects.toThrow(ServiceDown);
    expect(await count()).toBe(before);
  });

  test("once stored is finished later, if a service goes down in between", async () => {
    const draw = granted(await makeDraw(withRandom(context, "b", { open: silent }), now, null));
    expect(draw).toMatchObject({ state: "locked", opening_b: null });
    expect(draw.opening_a).toBeString();
    expect(fairhat.lines.some((line) => line.includes(draw.id) && line.includes("a draw waits"))).toBe(true);
  });

  test("fails on any other error, and stays as stored", async () => {
    const broken = withRandom({ ...context, newId: () => "12".repeat(16) }, "b", {
      open: () => Promise.reject(new Error("a bug")),
    });
    await expect(makeDraw(broken, now, null)).rejects.toThrow("a bug");
    expect((await readDraw(context.db, "12".repeat(16))).state).toBe("locked");
  });
});

describe("a request with an Idempotency-Key", () => {
  test("gives the same draw again, even if it is written differently", async () => {
    const key = "the same request";
    const first = granted(await makeDraw(context, draft({ params: { winners: 1 } }), key));
    const before = await count();
    expect(granted(await makeDraw(context, draft({ params: { winners: 1 } }), key))).toEqual(first);
    expect(granted(await makeDraw(context, draft({ params: { alternates: 0, winners: 1 } }), key))).toEqual(first);
    expect(await count()).toBe(before);
  });

  test.each([
    ["title", { title: "Another" }],
    ["organiser", { organiser: "Another" }],
    ["parameters", { params: { winners: 2, alternates: 0 } }],
    ["rule", { rule: "order/1", params: {} }],
    ["list", { entries: [{ label: "Ada" }, { label: "Grace" }, { label: "Emmy" }] }],
    ["time", { draw: "now" as const }],
    ["visibility", { listed: true }],
  ])("is refused with another %s, and changes nothing", async (name, changes) => {
    const key = `a request with ${name}`;
    const first = granted(await makeDraw(context, draft(), key));
    expect(reasonOf(await makeDraw(context, draft(changes), key))).toBe("idempotency_key_reused");
    expect(await readDraw(context.db, first.id)).toEqual(first);
  });

  test("makes one draw of many concurrent requests", async () => {
    const before = await count();
    const made = await Promise.all(Array.from({ length: 6 }, () => makeDraw(context, now, "many at once")));
    expect(await count()).toBe(before + 1);
    const id = granted(made[0] as (typeof made)[0]).id;
    for (const answer of made) expect(granted(answer).id).toBe(id);
    expect(await readDraw(context.db, id)).toMatchObject({ state: "drawn" });
  });

  test("is distinguished from a different concurrent one with the same key", async () => {
    const drafts = [now, draft({ draw: "now", title: "Another" })];
    const answers = await Promise.all(drafts.map((draft) => makeDraw(context, draft, "two at once")));
    expect(answers.map(reasonOf).sort()).toEqual(["idempotency_key_reused", null].sort());
  });

  test("finishes what it began", async () => {
    const down = withRandom(context, "a", { open: silent });
    const first = granted(await makeDraw(down, now, "begun and repeated"));
    expect(first.state).toBe("locked");
    expect(granted(await makeDraw(context, now, "begun and repeated"))).toMatchObject({ id: first.id, state: "drawn" });
  });

  test("gives the draw again even while the random services are down", async () => {
    const first = granted(await makeDraw(context, now, "made before they fell silent"));
    const down = withRandom(withRandom(context, "a", { seal: silent }), "b", { seal: silent });
    expect(granted(await makeDraw(down, now, "made before they fell silent"))).toEqual(first);
  });

  test("makes nothing while a service is down, and the draw on a retry", async () => {
    await expect(makeDraw(withRandom(context, "a", { seal: silent }), now, "asked again later")).rejects.toThrow(
      ServiceDown,
    );
    const draw = granted(await makeDraw(context, now, "asked again later"));
    expect(await findDraw(context.db, draw.id)).toEqual(draw);
  });
});
