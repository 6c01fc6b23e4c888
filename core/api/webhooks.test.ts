import { afterAll, afterEach, beforeAll, describe, expect, test } from "bun:test";
import { Webhook } from "standardwebhooks";
import { parseNetworks } from "../clients/webhook.ts";
import type { Context } from "../draws/context.ts";
import { sendWebhooks, wakeMissedWebhooks } from "../draws/webhooks.ts";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { expectProblem } from "../testing/refusals.ts";

interface Delivery {
  headers: Record<string, string>;
  body: string;
}

let fairhat: Fairhat;
let site: Site;
let receiver: ReturnType<typeof Bun.serve>;
let answers: number[] = [];
let deliveries: Delivery[] = [];

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
  receiver = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    async fetch(request) {
      deliveries.push({ headers: Object.fromEntries(request.headers), body: await request.text() });
      return new Response("thanks", { status: answers.shift() ?? 204 });
    },
  });
});
afterEach(() => {
  answers = [];
  deliveries = [];
});
afterAll(async () => {
  await receiver.stop(true);
  await fairhat.stop();
});

interface Managed {
  id: string;
  manageKey: string;
}

const hook = (draw: Managed, url: string, on = site) =>
  on.send("POST", `/api/draws/${draw.id}/webhooks`, { url }, draw.manageKey);
const listed = async ({ id, manageKey }: Managed) => {
  const headers = { authorization: `Bearer ${manageKey}` };
  return (await site.request("GET", `/api/draws/${id}/webhooks`, { headers })).json.webhooks;
};
const address = (host = "127.0.0.1") => `http://${host}:${receiver.port}/hook?token=s3cret`;

/** Sends until nothing is due. `later`: milliseconds from now. */
async function send(later = 0, changes: Partial<Context> = {}): Promise<void> {
  const context = { ...fairhat.context, clock: () => Date.now() + later, ...changes };
  for (let round = 0; round < 5; round++) await sendWebhooks(context);
}

const events = () => deliveries.map(({ body }) => JSON.parse(body));

describe("a webhook", () => {
  test("gets its draw's events in order, each signed, without names", async () => {
    const draw = await site.make({ draw: "later" });
    const { status, json } = await hook(draw, address());
    expect([status, json.secret.slice(0, 6)]).toEqual([201, "whsec_"]);
    await send();
    expect(deliveries).toEqual([]);
    const drawn = (await site.send("POST", `/api/draws/${draw.id}/draw`, {}, draw.manageKey)).json;
    const [{ position }] = drawn.result.winners;
    await site.send("POST", `/api/draws/${draw.id}/passovers`, { position, reason: "away" }, draw.manageKey);
    await send();
    const data = { draw: draw.id, url: drawn.url, manifest: drawn.manifest };
    expect(events()).toEqual([
      { type: "draw.drawn", timestamp: drawn.drawnAt, data },
      { type: "draw.passed_over", timestamp: expect.any(String), data: { ...data, position, reason: "away" } },
    ]);
    const receiving = new Webhook(json.secret);
    for (const { body, headers } of deliveries) expect(receiving.verify(body, headers)).toEqual(JSON.parse(body));
    const [first] = deliveries;
    expect(() => receiving.verify(`${first?.body} `, first?.headers ?? {})).toThrow();
    await send();
    expect(deliveries).toHaveLength(2);
    expect(await listed(draw)).toMatchObject([{ id: json.id, delivered: 2, attempts: 0, status: 204, ended: null }]);
  });

  test("of a void draw gets the reason", async () => {
    const draw = await site.make({ draw: "later" });
    await site.send("POST", `/api/draws/${draw.id}/lock`, {}, draw.manageKey);
    await hook(draw, address());
    await site.send("POST", `/api/draws/${draw.id}/void`, { reason: "wrong list" }, draw.manageKey);
    await send();
    expect(events()).toMatchObject([{ type: "draw.void", data: { draw: draw.id, reason: "wrong list" } }]);
  });

  test("that fails is retried with the same id, and then not again", async () => {
    const draw = await site.make();
    await hook(draw, address());
    answers = [500, 302];
    await send();
    await send();
    expect(await listed(draw)).toMatchObject([{ delivered: 0, attempts: 1, status: 500 }]);
    await send(5_000);
    expect(await listed(draw)).toMatchObject([{ delivered: 0, attempts: 2, status: 302 }]);
    await send(5_000 + 5 * 60_000 + 5_000);
    expect(await listed(draw)).toMatchObject([{ delivered: 1, attempts: 0, nextAttemptAt: null }]);
    expect(new Set(deliveries.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(deliveries.map(({ body }) => body)).size).toBe(1);
  });

  test("ends after ten attempts, or when the receiver is gone", async () => {
    const [draw, gone] = [await site.make(), await site.make()];
    await hook(draw, address());
    answers = Array.from({ length: 10 }, () => 503);
    for (let day = 0; day < 12; day++) await send(day * 25 * 3_600_000);
    expect(deliveries).toHaveLength(10);
    expect(await listed(draw)).toMatchObject([{ attempts: 10, ended: "failed", nextAttemptAt: null }]);
    await hook(gone, address());
    answers = [410];
    await send();
    await send(3_600_000);
    expect(await listed(gone)).toMatchObject([{ attempts: 1, ended: "gone", status: 410 }]);
  });

  test("gets events that a crash delayed", async () => {
    const draw = await site.make({ draw: "later" });
    await hook(draw, address());
    await send();
    await site.send("POST", `/api/draws/${draw.id}/draw`, {}, draw.manageKey);
    fairhat.context.webhooks?.changed.clear();
    await send();
    expect(deliveries).toEqual([]);
    await wakeMissedWebhooks(fairhat.context);
    await send();
    expect(events()).toMatchObject([{ type: "draw.drawn" }]);
  });

  test("is never sent to an internal address, under any name", async () => {
    const draw = await site.make();
    await hook(draw, address("localhost"));
    const webhooks = { networks: [], changed: new Set<string>() };
    await send(0, { webhooks });
    expect(deliveries).toEqual([]);
    expect(await listed(draw)).toMatchObject([{ attempts: 1, status: null }]);
    const outside = siteOf({ ...fairhat.context, webhooks });
    const inside = ["127.0.0.1", "10.1.2.3", "[::1]", "[::ffff:192.168.0.1]", "169.254.169.254", "0x7f.1", "[fd00::1]"];
    for (const url of [
      ...inside.map((host) => `https://${host}/`),
      "http://example.org/",
      "https://a:b@example.org/",
    ]) {
      expectProblem(await hook(draw, url, outside), 422, "malformed", "url");
    }
    expect((await hook(draw, "https://example.org/hook", outside)).status).toBe(201);
  });
});

describe("webhooks", () => {
  test("are the organiser's alone, at most five, one per URL", async () => {
    const draw = await site.make({ draw: "later" });
    const { json: first } = await hook(draw, address());
    expect((await hook(draw, address())).json).toEqual(first);
    for (let at = 1; at < 5; at++) expect((await hook(draw, `${address()}&${at}`)).status).toBe(201);
    expectProblem(await hook(draw, `${address()}&6`), 409, "too_many_webhooks");
    expectProblem(await hook({ ...draw, manageKey: "x".repeat(43) }, address()), 403, "wrong_manage_key");
    expectProblem(await site.get(`/api/draws/${draw.id}/webhooks`), 401, "no_manage_key");
    expect((await listed(draw)).map(({ secret }: { secret?: string }) => secret)).toEqual(Array(5).fill(undefined));
    const remove = () => site.send("DELETE", `/api/draws/${draw.id}/webhooks/${first.id}`, {}, draw.manageKey);
    expect((await remove()).status).toBe(204);
    expectProblem(await remove(), 404, "no_such_webhook");
    expect(await listed(draw)).toHaveLength(4);
    expect((await site.send("DELETE", `/api/draws/${draw.id}`, {}, draw.manageKey)).status).toBe(204);
    expect(fairhat.lines.join("")).not.toMatch(/s3cret|whsec_/);
  });

  test("can be switched off", async () => {
    const off = siteOf({ ...fairhat.context, webhooks: null });
    expectProblem(await hook(await site.make(), address(), off), 403, "webhooks_off");
  });

  test("have allowed internal networks in CIDR notation", () => {
    expect(() => parseNetworks("10.0.0.0/8 office")).toThrow();
  });
});
