import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { canonical, type Entry, SIDES } from "@fairhat/protocol";
import type { Answer } from "@fairhat/runtime";
import { ServiceDown } from "../clients/call.ts";
import type { Bound, Opened, RandomService } from "../clients/random.ts";
import {
  type Changes,
  draft,
  type Fairhat,
  granted,
  refusing,
  type Site,
  silent,
  siteOf,
  startFairhat,
  withRandom,
  withRules,
} from "../testing/fairhat.ts";
import { advance } from "./advance.ts";
import { lock } from "./change.ts";
import type { Context } from "./context.ts";
import { CHUNK } from "./entries.ts";
import { makeDraw } from "./make.ts";
import { lockOf } from "./manifest.ts";
import { beginDraw, type Draw, findDraw, lockDraw, readDraw } from "./repository.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const now = () => new Date().toISOString();
const again = ({ id }: Draw) => readDraw(context.db, id);

/** A locked draw, not yet bound by anyone. */
async function lockedDraw(changes: Changes = {}): Promise<Draw> {
  const open = granted(await makeDraw(context, draft(changes), null));
  const at = now();
  return (await lockDraw(context.db, open, lockOf(open, at, at), null)) as Draw;
}

/** A bound and begun draw, not yet opened by anyone. */
async function begunDraw(changes: Changes = {}): Promise<Draw> {
  const bound = await advance(context, await lockedDraw(changes));
  return (await beginDraw(context.db, bound.id, now())) as Draw;
}

async function downBy(advancing: Promise<Draw>): Promise<string> {
  const error = await advancing.then(
    () => null,
    (error) => error,
  );
  expect(error).toBeInstanceOf(ServiceDown);
  return (error as ServiceDown).message;
}

describe("a locked draw", () => {
  test("is bound by both", async () => {
    const bound = await advance(context, await lockedDraw());
    expect(bound).toMatchObject({ state: "locked", opening_a: null, opening_b: null, outcome: null });
    for (const binding of [bound.binding_a, bound.binding_b]) {
      expect(binding).toBe(canonical(JSON.parse(binding ?? "")));
      expect(JSON.parse(binding ?? "").statement.manifest).toBe(bound.manifest_digest);
    }
  });

  test.each(["a", "b"] as const)(
    "keeps the other's binding while %s is unavailable, and does not request it again",
    async (side) => {
      const draw = await lockedDraw();
      const other = side === "a" ? "b" : "a";
      const down = withRandom(context, side, { bind: silent });
      expect(await downBy(advance(down, draw))).toContain("does not answer");
      const half = await again(draw);
      expect(half).toMatchObject({ state: "locked", [`binding_${side}`]: null });
      expect(half[`binding_${other}`]).toBeString();
      const bound = await advance(withRandom(context, other, { bind: silent }), half);
      expect(bound[`binding_${other}`]).toBe(half[`binding_${other}`]);
      expect(bound[`binding_${side}`]).toBeString();
    },
  );

  test("is unchanged while both are unavailable", async () => {
    const draw = await lockedDraw();
    const down = withRandom(withRandom(context, "a", { bind: silent }), "b", { bind: silent });
    await downBy(advance(down, draw));
    expect(await again(draw)).toEqual(draw);
  });
});

describe("a begun draw", () => {
  test("is opened and drawn, and its record verifies", async () => {
    const drawn = await advance(context, await begunDraw());
    expect(drawn.state).toBe("drawn");
    expect(await site.verify(drawn.id)).toMatchObject({ verdict: "holds", signers: "pinned", announced: false });
  });

  test("is bound, opened and drawn in one step if it is unbound", async () => {
    const locked = await lockedDraw();
    const drawn = await advance(context, (await beginDraw(context.db, locked.id, now())) as Draw);
    expect(await site.verify(drawn.id)).toMatchObject({ verdict: "holds" });
  });

  test.each<[string, Changes]>([
    ["without tickets", { rule: "order/1", params: {} }],
    ["with tickets", { rule: "raffle/1", params: { winners: 3 }, entries: tickets(5) }],
    ["with tickets in several chunks", { rule: "raffle/1", params: { winners: 40 }, entries: tickets(2 * CHUNK + 1) }],
    [
      "with prizes whose names are numbers",
      { rule: "prizes/1", params: { prizes: [{ name: "2024", quantity: 1 }], tickets: false } },
    ],
    ["without a list", { rule: "numbers/1", params: { from: -3, to: 3, count: 4 }, entries: [] }],
  ])("%s has a record that verifies", async (_, changes) => {
    const drawn = await advance(context, await begunDraw(changes));
    expect((await site.verify(drawn.id)).verdict).toBe("holds");
  });

  test.each(["a", "b"] as const)(
    "waits while %s is unavailable, and is finished from the other's answer",
    async (side) => {
      const draw = await begunDraw();
      const other = side === "a" ? "b" : "a";
      await downBy(advance(withRandom(context, side, { open: silent }), draw));
      const half = await again(draw);
      expect(half).toMatchObject({ state: "locked", [`opening_${side}`]: null });
      expect(half[`opening_${other}`]).toBeString();
      const drawn = await advance(withRandom(context, other, { open: silent }), half);
      expect(drawn).toMatchObject({ state: "drawn", [`opening_${other}`]: half[`opening_${other}`] });
      expect((await site.verify(draw.id)).verdict).toBe("holds");
    },
  );

  test("waits while rules are unavailable or refuse, and keeps both public numbers", async () => {
    const draw = await begunDraw();
    expect(await downBy(advance(withRules(context, { draw: silent }), draw))).toContain("does not answer");
    const opened = await again(draw);
    expect(opened.state).toBe("locked");
    expect([opened.opening_a, opened.opening_b]).toEqual([expect.any(String), expect.any(String)]);
    expect(await downBy(advance(withRules(context, { draw: refusing("too_large") }), opened))).toContain(
      "rules does not draw",
    );
    const gone = withRandom(withRandom(context, "a", { open: silent }), "b", { open: silent });
    expect((await advance(gone, opened)).state).toBe("drawn");
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });

  test("is not drawn from an outcome that anyone could refute", async () => {
    const draw = await begunDraw();
    const lying = withRules(context, {
      async draw(drawing) {
        const { draw, outcome } = granted(await context.rules.draw(drawing));
        return { ok: true, value: { draw, outcome: { ...outcome, seed: "00".repeat(32) } } };
      },
    });
    expect(await downBy(advance(lying, draw))).toBe("rules drew from another seed");
    expect((await again(draw)).state).toBe("locked");
  });

  test("has one outcome for many concurrent requests", async () => {
    const draw = await begunDraw();
    const drawn = await Promise.all(Array.from({ length: 8 }, () => advance(context, draw)));
    for (const one of drawn) expect(one).toEqual(drawn[0] as Draw);
    expect(drawn[0]?.state).toBe("drawn");
  });
});

function tickets(count: number): Entry[] {
  return Array.from({ length: count }, (_, at) =>
    at % 3 === 0 ? { label: `P${at}` } : { label: `P${at}`, tickets: at + 1 },
  );
}

test("a draw that is not locked is unchanged, and no service is called", async () => {
  const drawn = await advance(context, await begunDraw());
  const open = granted(await makeDraw(context, draft(), null));
  const nobody = withRandom(withRandom(context, "a", { bind: silent, open: silent }), "b", {
    bind: silent,
    open: silent,
  });
  expect(await advance(nobody, drawn)).toBe(drawn);
  expect(await advance(nobody, open)).toBe(open);
});

describe("a permanent refusal makes a draw void, with the reason", () => {
  const REASONS = [
    ["unknown_draw", "random-b knows no seal of this draw"],
    ["not_in_manifest", "random-b does not find its seal in what was locked"],
    ["bound_to_another", "random-b is bound to something else than what was locked"],
    ["clock_too_far", "random-b was not asked within 60 seconds of the lock"],
    ["key_retired", "random-b has retired the key of its seal"],
    ["secret_lost", "random-b has lost its number"],
  ] as const;

  test.each(REASONS)("%s when it is bound", async (reason, told) => {
    const draw = await lockedDraw();
    const stopped = await advance(withRandom(context, "b", { bind: refusing(reason) }), draw);
    expect(stopped).toMatchObject({ state: "void", binding_b: null, outcome: null });
    expect(stopped.binding_a).toBeString();
    expect(JSON.parse(stopped.void ?? "").reason).toBe(told);
    expect((await site.verify(draw.id)).verdict).toBe("void");
    expect(await advance(context, stopped)).toBe(stopped);
  });

  test.each(REASONS)("%s when it is opened", async (reason, told) => {
    const draw = await begunDraw();
    const stopped = await advance(withRandom(context, "b", { open: refusing(reason) }), draw);
    expect(stopped).toMatchObject({ state: "void", opening_b: null, outcome: null });
    expect(stopped.opening_a).toBeString(); // public, so it stays visible
    expect(JSON.parse(stopped.void ?? "").reason).toBe(told);
    expect((await site.verify(draw.id)).verdict).toBe("void");
  });

  test.each([
    ["a", "b"],
    ["b", "a"],
  ] as const)("once %s, unavailable until then, publishes its opening", async (down, refuses) => {
    const draw = await lockedDraw();
    const refused = withRandom(context, refuses, { bind: refusing("unknown_draw") });
    const gone = withRandom(refused, down, { bind: silent, published: silent });
    expect(await downBy(advance(gone, draw))).toContain("does not answer");
    expect((await again(draw)).state).toBe("locked");
    const stopped = await advance(withRandom(refused, down, { bind: silent }), draw);
    expect(JSON.parse(stopped.void ?? "").reason).toBe(`random-${refuses} knows no seal of this draw`);
  });

  test.each(SIDES)("but not if both numbers are public, though %s refuses: it is drawn", async (side) => {
    const draw = await begunDraw();
    const manifest = JSON.parse(draw.manifest ?? "");
    for (const one of SIDES) granted(await context.random[one].open(manifest));
    const refused = withRandom(context, side, { open: refusing("key_retired") });
    expect((await advance(refused, draw)).state).toBe("drawn");
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });

  test("but waits if a service refuses what it has opened", async () => {
    const draw = await begunDraw();
    granted(await context.random.a.open(JSON.parse(draw.manifest ?? "")));
    const refused = withRandom(withRandom(context, "a", { open: refusing("key_retired") }), "b", { open: silent });
    expect((await advance(refused, draw)).state).toBe("locked");
    expect((await advance(context, draw)).state).toBe("drawn");
  });

  test("as the real services do for a lock that arrives after a minute", async () => {
    const past = { ...context, clock: () => Date.now() - 61_000 };
    const open = granted(await makeDraw(past, draft(), null));
    const stopped = granted(await lock(past, open, null));
    expect(JSON.parse(stopped.void ?? "").reason).toBe("random-a was not asked within 60 seconds of the lock");
    expect((await site.verify(open.id)).verdict).toBe("void");
    expect(fairhat.lines.some((line) => line.includes(open.id) && line.includes("a draw is void"))).toBe(true);
  });

  test("as the real services do for a second manifest", async () => {
    const draw = await lockedDraw();
    const manifest = JSON.parse(draw.manifest ?? "");
    granted(await context.random.b.bind({ ...manifest, title: "Another title" }));
    const stopped = await advance(context, draw);
    expect(JSON.parse(stopped.void ?? "").reason).toBe("random-b is bound to something else than what was locked");
  });

  test("and is never dated before its lock", async () => {
    const draw = await lockedDraw();
    const slow = { ...withRandom(context, "a", { bind: refusing("unknown_draw") }), clock: () => Date.now() - 30_000 };
    expect(JSON.parse((await advance(slow, draw)).void ?? "").at).toBe(draw.locked_at);
  });

  test("unless it was drawn meanwhile", async () => {
    const draw = await begunDraw();
    const drawn = await advance(context, draw);
    expect(await advance(withRandom(context, "a", { open: refusing("unknown_draw") }), draw)).toEqual(drawn);
  });
});

test.each(["too_early", "of_another_core", "malformed"])(
  "a temporary refusal (%s) leaves a draw unchanged",
  async (reason) => {
    const draw = await lockedDraw();
    const told = await downBy(advance(withRandom(context, "a", { bind: refusing(reason) }), draw));
    expect(told).toBe(`random-a refuses for now: the service says ${reason}`);
    expect(await again(draw)).toMatchObject({ state: "locked", binding_a: null, void: null });
  },
);

describe("a badly signed statement is not kept", () => {
  const spoilt = <T extends { signature: string }>(signed: T) => ({ ...signed, signature: "00".repeat(64) });

  test("a seal", async () => {
    const id = context.newId();
    const seal: RandomService["seal"] = async (draw) => {
      const sealed = granted(await context.random.a.seal(draw));
      return { ok: true, value: { ...sealed, seal: spoilt(sealed.seal) } };
    };
    const broken = { ...withRandom(context, "a", { seal }), newId: () => id };
    expect(await makeDraw(broken, draft(), null).catch((error: Error) => error.message)).toBe("random-a signed badly");
    expect(await findDraw(context.db, id)).toBeUndefined();
  });

  test("a binding", async () => {
    const draw = await lockedDraw();
    const bind: RandomService["bind"] = async (manifest) => {
      const { binding } = granted(await context.random.a.bind(manifest));
      return { ok: true, value: { binding: spoilt(binding) } } satisfies Answer<Bound>;
    };
    expect(await downBy(advance(withRandom(context, "a", { bind }), draw))).toBe("random-a signed badly");
    expect(await again(draw)).toMatchObject({ state: "locked", binding_a: null });
  });

  test("an opening", async () => {
    const draw = await begunDraw();
    const open: RandomService["open"] = async (manifest) => {
      const opened = granted(await context.random.b.open(manifest));
      return { ok: true, value: { ...opened, opening: spoilt(opened.opening) } } satisfies Answer<Opened>;
    };
    let asked = false;
    const rules = async () => {
      asked = true;
      return silent();
    };
    const spoiling = withRules(withRandom(context, "b", { open }), { draw: rules });
    expect(await downBy(advance(spoiling, draw))).toBe("random-b signed badly");
    expect(asked).toBe(false); // rules verify no signatures, so nothing unverified may reach them
    expect(await again(draw)).toMatchObject({ state: "locked", opening_b: null });
    expect((await advance(context, draw)).state).toBe("drawn");
    expect((await site.verify(draw.id)).verdict).toBe("holds");
  });
});
