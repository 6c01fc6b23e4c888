// Large draws take turns, and small ones do not wait for them.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { sql } from "kysely";
import { LARGE, type RulesService } from "../clients/rules.ts";
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
import { drawNow, lock } from "./change.ts";
import type { Context } from "./context.ts";
import { makeDraw } from "./make.ts";
import { finishDraws, finishLarge, keepFinishing } from "./recovery.ts";
import { type Draw, readDraw } from "./repository.ts";
import { turns } from "./turns.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterAll(() => fairhat.stop());

const entries = Array.from({ length: LARGE + 1 }, (_, at) => ({ label: `E${at}` }));
const order = { rule: "order/1", params: {}, entries };
const again = ({ id }: Pick<Draw, "id">) => readDraw(context.db, id);
const open = async () => granted(await makeDraw(context, draft(order), null));
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();

/** A large draw with public numbers, left for the recovery. */
async function opened(): Promise<Draw> {
  const busy = { ...context, largeDraws: { ...turns(), busy: true } };
  const draw = granted(await makeDraw(busy, draft({ ...order, draw: "now" }), null));
  expect(draw).toMatchObject({ state: "locked", opening_a: expect.any(String), opening_b: expect.any(String) });
  return draw;
}

/** Rules that hold large draws until released, and count those in flight. */
function held(draw: RulesService["draw"]) {
  const seen = { now: 0, most: 0 };
  const gate = Promise.withResolvers<void>();
  const changes: Partial<RulesService> = {
    async draw(drawing) {
      if (drawing.manifest.entries.count <= LARGE) return draw(drawing);
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      await gate.promise;
      return draw(drawing).finally(() => {
        seen.now -= 1;
      });
    },
  };
  return { changes, seen, release: gate.resolve };
}

describe("a large draw", () => {
  test("is drawn at once if no other one is running", async () => {
    const { id, state } = granted(await makeDraw(context, draft({ ...order, draw: "now" }), null));
    expect(state).toBe("drawn");
    expect((await site.verify(id)).verdict).toBe("holds");
  });

  test("is drawn with its tickets", async () => {
    const raffle = {
      rule: "raffle/1",
      params: { winners: 3 },
      entries: entries.map((one, at) => ({ ...one, tickets: at + 2 })),
    };
    const { id } = granted(await makeDraw(context, draft({ ...raffle, draw: "now" }), null));
    expect((await site.verify(id)).verdict).toBe("holds");
  });

  test("is answered as opened while another one is running, and drawn by the recovery", async () => {
    const { changes, seen, release } = held(context.rules.draw);
    const slow = siteOf(withRules({ ...context, largeDraws: turns() }, changes));
    const making = slow.make({ ...order, entries: entries.map(({ label }) => label) });
    while (seen.now === 0) await Bun.sleep(1);
    const second = await slow.make({ ...order, entries: entries.map(({ label }) => label) });
    expect(second).toMatchObject({ state: "locked", begun: true, resultFixed: true });
    release();
    expect((await making).state).toBe("drawn");
    expect(await finishLarge(context, 0)).toBe(true);
    expect(await finishLarge(context, 0)).toBe(false);
    expect((await site.verify(second.id)).verdict).toBe("holds");
  });

  test("is opened in its round, and left to the queue of large ones", async () => {
    const draw = await open();
    await drawNow(withRandom(context, "b", { open: silent }), draw).catch(() => {});
    await finishDraws(context, 0, true);
    expect((await again(draw)).opening_b).toBeNull();
    await finishDraws(context, 0, false);
    expect(await again(draw)).toMatchObject({ state: "locked", opening_b: expect.any(String) });
    await finishLarge(context, 0);
    expect((await again(draw)).state).toBe("drawn");
  });

  test("is not drawn again if another instance drew it meanwhile", async () => {
    const draw = await opened();
    const first = turns();
    const wait = Promise.withResolvers<void>();
    void first.run(() => wait.promise);
    const late = finishLarge(withRules({ ...context, largeDraws: first }, { draw: silent }), 0);
    while (!(await finishLarge(context, 0))) await Bun.sleep(1);
    wait.resolve();
    expect(await late).toBe(true);
    expect((await again(draw)).state).toBe("drawn");
  });

  test("waits while the rules are unavailable, with both numbers kept", async () => {
    const draw = await opened();
    expect(await finishLarge(withRules(context, { draw: silent }), 0)).toBe(false);
    expect(await finishLarge(withRules(context, { draw: () => Promise.reject(new Error("a bug")) }), 0)).toBe(false);
    expect((await again(draw)).state).toBe("locked");
    expect(await finishLarge(context, 3_600_000)).toBe(false); // it was begun just now by another request
    expect(await finishLarge(context, 0)).toBe(true);
    expect((await again(draw)).state).toBe("drawn");
  });
});

test("the recovery draws large ones one after another, and small ones meanwhile", async () => {
  const large = [await opened(), await opened(), await opened()];
  const small = granted(await makeDraw(withRandom(context, "b", { open: silent }), draft({ draw: "now" }), null));
  const { changes, seen, release } = held(context.rules.draw);
  const later = { ...withRules(context, changes), clock: () => Date.now() + 10_000 };
  const stop = keepFinishing({ ...later, largeDraws: turns() });
  while ((await again(small)).state !== "drawn") await Bun.sleep(5);
  expect(seen).toEqual({ now: 1, most: 1 });
  release();
  for (const draw of large) while ((await again(draw)).state !== "drawn") await Bun.sleep(5);
  await stop();
  expect(seen).toEqual({ now: 0, most: 1 });
});

describe("too many large draws at one time", () => {
  /** Makes waiting large draws count as a million entries each. */
  async function heavy(draws: Draw[]): Promise<void> {
    const ids = draws.map(({ id }) => id);
    await sql`set session_replication_role = replica`.execute(context.db);
    await sql`update core.draw set entry_count = 10000000 where id = any(${ids}::text[])`.execute(context.db);
    await sql`set session_replication_role = origin`.execute(context.db);
  }

  test("are refused at the requested time", async () => {
    const [due, near, far] = [inHours(1), inHours(1.01), inHours(2)];
    await heavy([granted(await lock(context, await open(), due)), granted(await lock(context, await open(), due))]);
    const draw = await open();
    const refusal = await lock(context, draw, near);
    expect(refusal).toMatchObject({ refused: { reason: "time_is_full", field: { at: "drawAfter", found: near } } });
    expect((await again(draw)).state).toBe("open");
    expect(granted(await lock(context, draw, far)).state).toBe("locked");
    expect(granted(await lock(context, await open(), null)).state).toBe("locked");
    expect(granted(await lock(context, granted(await makeDraw(context, draft(), null)), due)).state).toBe("locked");
  });

  test("are refused if they are to be drawn now", async () => {
    const byHand = granted(await lock(context, await open(), null));
    await heavy([await opened(), await opened()]);
    for (const asked of [
      makeDraw(context, draft({ ...order, draw: "now" }), null),
      drawNow(context, await open()),
      drawNow(context, byHand),
    ]) {
      expect(reasonOf(await asked)).toBe("too_many_large");
    }
    expect((await again(byHand)).begun_at).toBeNull();
    const reply = await site.send("POST", "/api/draws", { title: "x", draw: "now", ...order });
    expect([reply.status, reply.json.reason, reply.headers.get("retry-after")]).toEqual([503, "too_many_large", "1"]);
    expect(granted(await makeDraw(context, draft({ draw: "now" }), null)).state).toBe("drawn");
  });
});
