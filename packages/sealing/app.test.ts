import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { commitment, type Seal, type Signed, signatureHolds } from "@fairhat/protocol";
import { Metrics } from "@fairhat/runtime";
import { releaseDatabases } from "@fairhat/runtime/testing";
import { sql } from "kysely";
import { systemGenerator } from "./generator.ts";
import { monitored } from "./monitored.ts";
import type { Db } from "./tables.ts";
import {
  later,
  manifestFor,
  memoryDatabase,
  NOW,
  newDraw,
  type Opened,
  OTHER_TOKEN,
  onlyValue,
  outcomes,
  replica,
  SCHEMA,
  sealingSchema,
  secretOf,
  unmonitored,
} from "./testing.ts";

let db: Db;
let service: ReturnType<typeof replica>;
beforeAll(async () => {
  db = await sealingSchema(await memoryDatabase());
  service = replica(db);
});
afterAll(releaseDatabases);

describe("sealing", () => {
  test("answers a signed seal whose commitment fits the secret, and always the same one", async () => {
    const [first, again] = [newDraw(), newDraw()];
    const answers = await service.ask<{ seal: Signed<Seal>; generator: string }>("/seals", {
      draws: [first, again, first],
    });
    const [one, two, three] = answers.map((answer) => (answer.ok ? answer.value : null));
    expect(three).toEqual(one as NonNullable<typeof one>);
    expect(two?.seal.statement.draw).toBe(again);
    expect(one?.generator).toBe("counted");
    expect(one?.seal.statement).toMatchObject({
      type: "fairhat/1/seal",
      operator: "Operator",
      draw: first,
      issuedAt: NOW,
    });
    expect(signatureHolds(one?.seal as Signed<Seal>)).toBe(true);
    const secret = await secretOf(db, first);
    expect(one?.seal.statement.commitment).toBe(commitment(one?.seal.statement.service as string, first, secret));
    expect(await replica(db).seal(first)).toEqual(one?.seal as Signed<Seal>);
  });

  test("refuses malformed ids one by one, and draws of another core", async () => {
    const mine = await service.seal();
    const draws = [newDraw(), "x", null, newDraw().toUpperCase(), { draw: 1 }, mine.statement.draw, newDraw()];
    const expected = ["ok", "malformed", "malformed", "malformed", "malformed", "of_another_core", "ok"];
    const answers = await service.ask("/seals", { draws }, OTHER_TOKEN);
    expect(outcomes(answers)).toEqual(expected);
    expect(answers[1]).toMatchObject({ refused: { field: { found: '"x"' } } });
  });

  test("with another generator, seals of the previous one are kept", async () => {
    const seal = await service.seal();
    const other = replica(db, { keys: service.keys, generator: unmonitored("other", (n) => new Uint8Array(n)) });
    const next = await other.ask<{ generator: string }>("/seals", { draws: [seal.statement.draw, newDraw()] });
    expect(next).toMatchObject([{ value: { seal, generator: "counted" } }, { value: { generator: "other" } }]);
    const { opening } = onlyValue(await other.ask<Opened>("/openings", { manifests: [manifestFor(seal)] }));
    const { draw, service: key } = seal.statement;
    expect(commitment(key, draw, opening.statement.secret)).toBe(seal.statement.commitment);
  });

  test("refuses a missing or an empty list, and accepts up to 1,000 ids", async () => {
    expect(await service.ask("/seals", { draws: [] })).toEqual([]);
    expect(outcomes(await service.ask("/seals", { draws: Array.from({ length: 1000 }, newDraw) }))).toHaveLength(1000);
    const tooMany = await service.post("/seals", { draws: Array(1001).fill(newDraw()) });
    expect(tooMany.status).toBe(422);
    expect(await tooMany.json()).toMatchObject({
      reason: "malformed",
      field: { at: "draws", expected: "at most 1000 items", found: "1001" },
    });
    expect((await service.post("/seals", { draws: "x" })).status).toBe(422);
    expect((await service.post("/openings", { manifests: [], more: 1 })).status).toBe(422);
  });
});

describe("a failing generator", () => {
  /** Passes its start-up tests and gives this many secrets, then repeats one byte. */
  const failing = (secrets: number) => {
    let left = 1024 + 32 * secrets;
    const bytes = (length: number) => {
      left -= length;
      return left < 0 ? new Uint8Array(length) : systemGenerator.bytes(length);
    };
    return monitored({ name: "failing", bytes }, () => {});
  };

  test("stops sealing with 503 and the reason, and everything else continues", async () => {
    const metrics = new Metrics();
    const own = replica(db, { generator: failing(2), metrics });
    const [sealed, bound] = [await own.seal(), await own.seal()];
    expect(metrics.text()).toContain("\nfairhat_generator_healthy 1\n");
    const draw = newDraw();
    const refused = await own.post("/seals", { draws: [draw] });
    expect([refused.status, await refused.json()]).toMatchObject([503, { reason: "generator_failed" }]);
    expect(metrics.text()).toContain("\nfairhat_generator_healthy 0\n");
    expect((await own.request(`/draws/${draw}`)).status).toBe(404);
    // Each item of a list has its own answer, and existing seals still advance.
    const draws = [draw, sealed.statement.draw, "x"];
    expect(outcomes(await own.ask("/seals", { draws }))).toEqual(["generator_failed", "ok", "malformed"]);
    expect(outcomes(await own.bind([manifestFor(bound)]))).toEqual(["ok"]);
    expect(outcomes(await own.open([manifestFor(sealed), manifestFor(bound)]))).toEqual(["ok", "ok"]);
  });

  test("in the middle of a list, none of it is sealed", async () => {
    const own = replica(db, { generator: failing(3) });
    const draws = Array.from({ length: 8 }, newDraw);
    expect((await own.post("/seals", { draws })).status).toBe(503);
    for (const draw of draws) expect((await own.request(`/draws/${draw}`)).status).toBe(404);
  });
});

describe("anyone", () => {
  test("may read seals, bindings and openings, and no secret before its opening", async () => {
    const seal = await service.seal();
    const manifest = manifestFor(seal);
    const { draw } = seal.statement;
    const secret = await secretOf(db, draw);
    expect(await service.shown(draw)).toEqual({ seal, binding: null, opening: null, generator: "counted" });
    const { binding } = onlyValue(await service.bind([manifest]));
    expect(await service.shown(draw)).toEqual({ seal, binding, opening: null, generator: "counted" });
    expect(JSON.stringify(await service.shown(draw))).not.toContain(secret);
    const { opening } = onlyValue(await service.open([manifest]));
    expect(await service.shown(draw)).toEqual({ seal, binding, opening, generator: "counted" });
    expect(opening.statement.secret).toBe(secret);
  });

  test("gets 404 for an unknown draw and 422 for an invalid id", async () => {
    const unknown = await service.request(`/draws/${newDraw()}`);
    expect([unknown.status, ((await unknown.json()) as { reason: string }).reason]).toEqual([404, "unknown_draw"]);
    const malformed = await service.request("/draws/x");
    expect([malformed.status, await malformed.json()]).toMatchObject([422, { field: { at: "id" } }]);
  });

  test.each(["/seals", "/bindings", "/openings", "/nowhere"])("cannot post to %s", async (path) => {
    const missing = await service.post(path, {}, null);
    expect([missing.status, missing.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await missing.json()).toMatchObject({ reason: "no_token" });
    const wrong = await service.post(path, {}, `Bearer core.${"c".repeat(32)}`);
    expect([wrong.status, await wrong.json()]).toMatchObject([403, { reason: "wrong_token" }]);
    expect(wrong.headers.has("www-authenticate")).toBe(false);
  });

  test("is refused regardless of what the body holds", async () => {
    const headers = { "content-type": "application/json" };
    const response = await service.request("/seals", { method: "POST", body: "{", headers });
    expect([response.status, await response.json()]).toMatchObject([401, { reason: "no_token" }]);
  });
});

describe("secrets, keys and tokens", () => {
  test("appear in no answer and no log line before the opening", async () => {
    const own = replica(db, { generator: unmonitored("known", () => new Uint8Array(32).fill(0xc7)) });
    const told: string[] = [];
    const tell = async (response: Response | Promise<Response>) => told.push(await (await response).text());
    const seal = await own.seal();
    told.push(JSON.stringify(seal));
    const manifest = manifestFor(seal, { drawAfter: later(1) });
    await tell(own.post("/seals", { draws: [seal.statement.draw, "x"] }));
    await tell(own.post("/bindings", { manifests: [manifest, { ...manifest, title: "Other" }, null] }));
    await tell(own.post("/openings", { manifests: [manifest] }));
    await tell(own.request(`/draws/${seal.statement.draw}`));
    await tell(own.request("/key"));
    // The driver's error would contain the row and the parameters.
    const table = sql.table(`${SCHEMA}.secret`);
    await sql`alter table ${table} add constraint broken check (secret <> ${sql.lit("c7".repeat(32))}) not valid`.execute(
      db,
    );
    await tell(own.post("/seals", { draws: [newDraw()] }));
    await sql`alter table ${table} drop constraint broken`.execute(db);
    const opened = replica(db, { keys: own.keys, clock: () => Date.parse(NOW) + 1 });
    const seals = sql.table(`${SCHEMA}.seal`);
    await sql`alter table ${seals} add constraint broken check (opening is null) not valid`.execute(db);
    await tell(opened.post("/openings", { manifests: [manifest] }));
    await sql`alter table ${seals} drop constraint broken`.execute(db);
    expect(told.slice(-2).map((text) => JSON.parse(text).status)).toEqual([500, 500]);
    const lines = [...own.lines, ...opened.lines];
    expect(lines.join()).toContain("the database refused");
    for (const text of [...told, ...lines]) {
      expect(text).not.toContain("c7".repeat(32));
      expect(text).not.toMatch(/(199, ?){8}/);
      expect(text).not.toContain("a".repeat(32));
    }
    expect(JSON.stringify(await opened.open([manifest]))).toContain("c7".repeat(32));
    expect(opened.lines.join()).not.toContain("c7".repeat(32));
  });
});
