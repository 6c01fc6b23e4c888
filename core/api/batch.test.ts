import { afterAll, beforeAll, expect, spyOn, test } from "bun:test";
import type { KyselyPlugin } from "kysely";
import { DRAW, type Fairhat, type Site, silent, siteOf, startFairhat, withRandom } from "../testing/fairhat.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

const ROUTE = "/api/draws/batch";
const KEY = { "idempotency-key": "a key that nobody guesses".replaceAll(" ", "-") };

function batch(draws: unknown[], headers = {}, from = site) {
  return from.send("POST", ROUTE, { draws }, undefined, headers);
}

/** Statuses and reasons of a batch, in order. */
function outcomes({ json }: Awaited<ReturnType<typeof batch>>): string[] {
  type Item = { status: number; problem?: { reason: string; field?: { at: string } } };
  return json.draws.map(({ status, problem }: Item) =>
    problem ? `${status} ${problem.reason} ${problem.field?.at ?? ""}`.trim() : `${status}`,
  );
}

test("each draw is answered in order, and an invalid one fails alone", async () => {
  const long = Array.from({ length: 10_001 }, (_, at) => `Entry ${at}`);
  const reply = await batch([
    { ...DRAW, id: "first" },
    { ...DRAW, params: { winners: 9 } },
    { ...DRAW, id: "first" },
    { ...DRAW, entries: long },
    { ...DRAW, title: "" },
    { ...DRAW, entries: ["Ada", { label: "Grace", tickets: 0 }] },
    { ...DRAW, rule: "luck/1" },
    "no draw",
    { ...DRAW, draw: "later", id: "last" },
  ]);
  expect(reply.status).toBe(200);
  expect(reply.headers.get("cache-control")).toBe("no-store");
  expect(outcomes(reply)).toEqual([
    "201",
    "422 does_not_fit params.winners",
    "422 duplicate_id id",
    "413 too_large entries",
    "422 malformed title",
    "422 malformed entries[1].tickets",
    "422 unknown_rule rule",
    "422 malformed",
    "201",
  ]);
  const [first, , , , , , , , last] = reply.json.draws;
  expect([first.id, first.draw.state, last.id, last.draw.state]).toEqual(["first", "drawn", "last", "open"]);
  expect((await site.verify(first.draw.id)).verdict).toBe("holds");
  expect((await site.send("POST", `/api/draws/${last.draw.id}/draw`, {}, last.draw.manageKey)).json.state).toBe(
    "drawn",
  );
});

test("repeated with its key it gives the same draws, also in another order", async () => {
  const draws = [
    { ...DRAW, id: "a" },
    { ...DRAW, id: "b" },
  ];
  const once = (await batch(draws, KEY)).json.draws;
  const again = (await batch(draws.toReversed(), KEY)).json.draws;
  expect(again.toReversed()).toEqual(once);
  const other = await batch([{ ...DRAW, id: "a", title: "Another" }], KEY);
  expect(outcomes(other)).toEqual(["422 idempotency_key_reused"]);
});

test("if a service is unavailable, each draw says so", async () => {
  const away = siteOf(withRandom(fairhat.context, "b", { seal: silent }));
  const reply = await batch([DRAW, { ...DRAW, title: "" }], {}, away);
  expect(outcomes(reply)).toEqual(["503 service_unavailable", "422 malformed title"]);
});

test.each([
  [{ draws: [] }, "draws"],
  [{ draws: Array(1_001).fill(DRAW) }, "draws"],
  [{ draws: DRAW }, "draws"],
])("anything that is not a batch is refused as a whole (%#)", async (body, at) => {
  const { status, json } = await site.send("POST", ROUTE, body);
  expect([status, json.reason, json.field.at]).toEqual([422, "malformed", at]);
});

test("draws of a batch share statements and calls", async () => {
  let statements = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    async transformResult({ result }) {
      statements += 1;
      return result;
    },
  };
  const shared = siteOf({ ...fairhat.context, db: fairhat.context.db.withPlugin(counting) });
  const calls = spyOn(globalThis, "fetch");
  const many = 300;
  const reply = await batch(Array(many).fill(DRAW), { "idempotency-key": "another-key-nobody-guesses" }, shared);
  const asked = calls.mock.calls.length;
  calls.mockRestore();
  expect(outcomes(reply)).toEqual(Array(many).fill("201"));
  expect(new Set(reply.json.draws.map(({ draw }: { draw: { id: string } }) => draw.id)).size).toBe(many);
  expect(statements).toBeLessThan(60);
  expect(asked).toBeLessThan(60);
  expect(Math.min(statements, asked)).toBeGreaterThan(0);
});

test("an address has a burst limit, which refills with time", async () => {
  let now = Date.now();
  const slow = siteOf({ ...fairhat.context, clock: () => now });
  const full = Array(1_000).fill("no draw");
  for (let sent = 0; sent < 5; sent += 1) expect((await batch(full, {}, slow)).status).toBe(200);
  const { status, json, headers } = await batch(full, {}, slow);
  expect([status, json.reason, headers.get("retry-after")]).toEqual([429, "too_many_draws", "10"]);
  expect((await batch(full, { "x-real-ip": "192.0.2.1" }, slow)).status).toBe(200);
  now += 10_000;
  expect((await batch(full, {}, slow)).status).toBe(200);
});
