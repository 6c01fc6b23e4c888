import { afterAll, beforeAll, expect, test } from "bun:test";
import type { Serving } from "@fairhat/runtime";
import { answerDraw } from "./outcomes.ts";
import { startRules } from "./start.ts";
import { type Locked, locked, manifestOf } from "./testing/locked.ts";

let rules: Serving;
beforeAll(async () => {
  rules = await startRules({ PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent" });
});
afterAll(() => rules.stop());

async function ask(draws: unknown[], signal = AbortSignal.timeout(60_000)) {
  const body = JSON.stringify({ draws });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${rules.url}/outcomes`, { method: "POST", headers, body, signal });
  const answer = (await response.json()) as { answers: ReturnType<typeof answerDraw>[]; reason?: string };
  return { status: response.status, ...answer };
}

const drawOf = (count: number) => locked(manifestOf("winners/1", { winners: count, alternates: 0 }, count));
const large = drawOf(500_000);
const small = drawOf(3);

/** Sends small draws one by one until `end` settles; returns how many were answered by then. */
async function smallOnesUntil(end: Promise<unknown>): Promise<number> {
  let ended = false;
  let count = 0;
  const over = end.finally(() => {
    ended = true;
  });
  while (!ended) {
    await ask([small]);
    if (!ended) count += 1;
  }
  await over;
  return count;
}

test("a large draw gives the same result as on the main thread, tickets included", async () => {
  const count = 30_000;
  const tickets = Array.from({ length: count }, (_, at) => (at % 3) + 1);
  const raffle: Locked = locked(manifestOf("raffle/1", { winners: 10, alternates: 1 }, count, 2 * count), tickets);
  const items = [raffle, { ...raffle, tickets: null }, "no draw", small];
  expect((await ask(items)).answers).toEqual(items.map((item) => answerDraw(item)));
});

test("small draws are answered while large ones run", async () => {
  const answered = await smallOnesUntil(Promise.all([ask([large]), ask([large])]));
  expect(answered).toBeGreaterThan(3);
}, 60_000);

test("an abandoned large draw gives its turn to the next, and so does a waiting one", async () => {
  const given = [new AbortController(), new AbortController()] as const;
  const abandoned = given.map(({ signal }) => ask(Array(100).fill(large), signal)); // minutes of work
  const next = ask([large]);
  await ask([small]);
  for (const one of given) one.abort();
  expect((await Promise.allSettled(abandoned)).map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect((await next).answers[0]?.ok).toBe(true);
}, 60_000);

test("only a limited number of large draws wait, and others are asked to retry", async () => {
  const controller = new AbortController();
  const asked = Array.from({ length: 20 }, () => ask(Array(20).fill(large), controller.signal));
  const refused = await Promise.any(asked);
  expect([refused.status, refused.reason]).toEqual([503, "busy"]);
  controller.abort();
  await Promise.allSettled(asked);
  expect((await ask([drawOf(20_001)])).status).toBe(200);
}, 60_000);
