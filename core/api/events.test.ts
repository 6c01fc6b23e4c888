import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { Elysia } from "elysia";
import { changeEntries, drawNow, lock, makeVoid } from "../draws/change.ts";
import type { Context } from "../draws/context.ts";
import { type DrawStatus, drawStatus, drawStatuses, versionOf } from "../draws/draw-status.ts";
import { newList } from "../draws/entries.ts";
import { makeDraw } from "../draws/make.ts";
import { passOver } from "../draws/passover.ts";
import { type Draw, readDraw } from "../draws/repository.ts";
import { viewOf } from "../draws/view.ts";
import { draft, type Fairhat, granted, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { live } from "./events.ts";

let fairhat: Fairhat;
let context: Context;
let site: Site;
const stops: (() => unknown)[] = [];

beforeAll(async () => {
  fairhat = await startFairhat();
  context = fairhat.context;
  site = siteOf(context);
});
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});
afterAll(() => fairhat.stop());

const open = async () => granted(await makeDraw(context, draft(), null));
const versionNow = async ({ id }: Draw) => versionOf((await drawStatuses(context.db, [id])).get(id) as DrawStatus);

const winnerOf = async ({ id }: Draw): Promise<number> =>
  (await site.get(`/api/draws/${id}`)).json.result.winners[0].position;

interface Event {
  event: string;
  id: string;
  data: string;
  retry?: string;
}

interface Stream {
  status: number;
  headers: Headers;
  /** The next event; null at the end. */
  next(): Promise<Event | null>;
  leave(): void;
}

/** A listening core process, with only what events need. */
function core(
  changes: Partial<Context> = {},
  most?: number,
): (draw: Pick<Draw, "id">, headers?: Record<string, string>) => Promise<Stream> {
  const app = new Elysia().use(live({ ...context, ...changes }, most)).listen({ hostname: "127.0.0.1", port: 0 });
  stops.push(() => app.stop(true));
  return async ({ id }, headers = {}) => {
    const leaving = new AbortController();
    const url = `http://127.0.0.1:${app.server?.port}/api/draws/${id}/events`;
    const response = await fetch(url, { headers, signal: leaving.signal });
    const events = response.body ? eventsIn(response.body) : null;
    const next = async () => (await events?.next())?.value ?? null;
    return { status: response.status, headers: response.headers, next, leave: () => leaving.abort() };
  };
}

async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<Event> {
  let text = "";
  const utf8 = new TextDecoder();
  for await (const chunk of body) {
    const blocks = (text + utf8.decode(chunk, { stream: true })).split("\n\n");
    text = blocks.pop() ?? "";
    for (const block of blocks) yield Object.fromEntries(block.split("\n").map((line) => line.split(": "))) as Event;
  }
}

describe("an event stream", () => {
  test("starts with the present state, and continues with each step", async () => {
    const draw = await open();
    let late = 0;
    const stream = await core({ clock: () => Date.now() + late })(draw);
    expect(stream.status).toBe(200);
    expect(Object.fromEntries(stream.headers)).toMatchObject({
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    });
    const version = await versionNow(draw);
    expect(await stream.next()).toEqual({ retry: "3000", event: "changed", id: version, data: version });
    const seen = [version];
    const steps = [
      (now: Draw) => changeEntries(context, now, newList([{ label: "Ada" }, { label: "Grace" }, { label: "Emmy" }])),
      (now: Draw) => lock(context, now, null),
      (now: Draw) => drawNow(context, now),
      async (now: Draw) => passOver(context, now, { position: await winnerOf(now), reason: "not in the hall" }),
    ];
    for (const step of steps) {
      granted(await step(await readDraw(context.db, draw.id)));
      const now = await versionNow(draw);
      // A poll may fall between two writes of one step.
      let told = await stream.next();
      if (told?.data !== now) told = await stream.next();
      expect(told).toEqual({ event: "changed", id: now, data: now });
      seen.push(now);
    }
    expect(new Set(seen).size).toBe(5);
    // Two hours later nobody is expected to be passed over any more.
    late = 2 * 3_600_000;
    expect(await stream.next()).toMatchObject({ event: "here" });
    expect(await stream.next()).toMatchObject({ event: "over", data: seen.at(-1) });
    expect(await stream.next()).toBeNull();
  });

  test("announces that a draw is void, and that another one replaced it", async () => {
    const draw = granted(await lock(context, await open(), null));
    const stream = await core()(draw);
    await stream.next();
    granted(await makeVoid(context, draw, "A name is missing"));
    expect((await stream.next())?.data).toBe(await versionNow(draw));
    granted(await makeDraw(context, { ...draft(), previous: draw.id }, null));
    expect((await stream.next())?.data).toBe(await versionNow(draw));
  });

  test("gives the version of the current page", async () => {
    for (const step of [open, async () => granted(await lock(context, await open(), null))]) {
      const draw = await step();
      expect(versionOf(drawStatus(await viewOf(context, draw)))).toBe(await versionNow(draw));
    }
  });

  test("sends a heartbeat", async () => {
    const draw = await open();
    let now = Date.now();
    const stream = await core({ clock: () => now })(draw);
    const first = await stream.next();
    now += 15_000;
    expect(await stream.next()).toEqual({ event: "here", id: first?.id ?? "", data: first?.data ?? "" });
  });
});

describe("a drawn draw without alternates", () => {
  test("has one event, and a client that knows it need not ask again", async () => {
    const alone = draft({ draw: "now", params: { winners: 2, alternates: 0 } });
    const draw = granted(await makeDraw(context, alone, null));
    const events = core();
    const stream = await events(draw);
    const version = await versionNow(draw);
    expect(await stream.next()).toMatchObject({ event: "changed", data: version });
    expect(await stream.next()).toMatchObject({ event: "over", data: version });
    expect(await stream.next()).toBeNull();
    expect((await events(draw, { "last-event-id": version })).status).toBe(204);
    expect((await events(draw, { "last-event-id": "another" })).status).toBe(200);
  });
});

test("does not exist for an unknown draw", async () => {
  for (const id of ["0".repeat(32), "x"]) expect((await site.get(`/api/draws/${id}/events`)).status).toBe(404);
});

test("the number of streams is limited, and a closed one makes room", async () => {
  const draw = await open();
  const events = core({}, 1);
  const stream = await events(draw);
  await stream.next();
  expect((await events(draw)).status).toBe(503);
  stream.leave();
  for (let status = 503; status !== 200; ) status = (await events(draw)).status;
});

test("core says when to retry if it is full", async () => {
  const closed = siteOf({ ...context, closing: AbortSignal.abort() });
  const reply = await closed.get(`/api/draws/${(await open()).id}/events`);
  expect([reply.status, reply.headers.get("retry-after"), reply.json.reason]).toEqual([503, "1", "too_many_watch"]);
});

test("streams end when the process is about to stop", async () => {
  const closing = new AbortController();
  const stream = await core({ closing: closing.signal })(await open());
  await stream.next();
  closing.abort();
  expect(await stream.next()).toBeNull();
});

describe("the database", () => {
  /** The context with a database that counts queries, and fails while `away`. */
  function watchedDatabase() {
    const seen = { queries: 0, away: false };
    const db = context.db.withPlugin({
      transformQuery({ node }) {
        seen.queries += 1;
        if (seen.away) throw new Error("the database is away");
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    return { seen, db };
  }
  const until = async (condition: () => boolean) => {
    while (!condition()) await Bun.sleep(10);
  };

  test("is polled with one query for all streams, and not at all without any", async () => {
    const draws = [await open(), await open(), await open()];
    const { seen, db } = watchedDatabase();
    const events = core({ db });
    const streams = await Promise.all([...draws, ...draws].map((draw) => events(draw)));
    for (const stream of streams) await stream.next();
    const before = seen.queries;
    await until(() => seen.queries > before);
    expect(seen.queries).toBe(before + 1);
    for (const stream of streams) stream.leave();
    // A running poll is the last one; absence cannot be awaited.
    await Bun.sleep(600);
    const after = seen.queries;
    await Bun.sleep(1_100);
    expect(seen.queries).toBe(after);
  });

  test("an outage ends no stream; the change is sent afterwards", async () => {
    const draw = await open();
    const { seen, db } = watchedDatabase();
    const stream = await core({ db })(draw);
    await stream.next();
    seen.away = true;
    const before = seen.queries;
    await until(() => seen.queries > before + 1);
    granted(await lock(context, draw, null));
    seen.away = false;
    expect((await stream.next())?.event).toBe("changed");
    expect(fairhat.lines.filter((line) => line.includes("cannot be looked at"))).toHaveLength(1);
  });
});
