import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { releaseDatabases } from "@fairhat/runtime/testing";
import type { Kysely, KyselyPlugin } from "kysely";
import { type Composition, embedSealing, startSealing, systemGenerator } from "./index.ts";
import { newPem, readPem } from "./keys.ts";
import type { Tables } from "./tables.ts";
import { memoryDatabase, TOKEN } from "./testing.ts";

const composition: Composition = { service: "random-b", port: 0, generator: () => systemGenerator };
const otherService: Composition = { ...composition, service: "random-a" };
const folder = mkdtempSync(join(tmpdir(), "fairhat-"));

let db: Kysely<unknown>;
beforeAll(async () => {
  db = await memoryDatabase();
});
afterAll(releaseDatabases);
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string): string {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

const quiet = { LOG_LEVEL: "silent", HOST: "127.0.0.1", DRAIN_SECONDS: "0" };
const complete = () => ({
  ...quiet,
  CORE_TOKENS_FILE: file(`${TOKEN}\n`),
  DATABASE_URL_FILE: file("postgres://localhost/fairhat\n"),
});

/** PGlite rightly reports that it does not flush; this makes it look like a PostgreSQL that does, and stay open. */
const flushing: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  transformResult: async ({ result }) => ({
    ...result,
    rows: result.rows.map((row) => ("flushes" in row ? { flushes: true } : row)),
  }),
};
function keptOpen(database: Kysely<unknown>): { database: Kysely<unknown>; closed: () => number } {
  let closed = 0;
  const destroy = async () => {
    closed += 1;
  };
  return { database: Object.assign(database, { destroy }), closed: () => closed };
}

interface Told {
  service: string;
  operator: string;
  durable: boolean;
  keys: unknown[];
}
const told = async (url: string, path: string) => (await (await fetch(`${url}${path}`)).json()) as Told;

async function sealAt(url: string, token = TOKEN): Promise<{ status: number; key?: string }> {
  const headers = { "content-type": "application/json", authorization: `Bearer ${token}` };
  const body = JSON.stringify({ draws: ["ab".repeat(16)] });
  const response = await fetch(`${url}/seals`, { method: "POST", headers, body });
  if (response.status !== 200) return { status: response.status };
  const { answers } = (await response.json()) as { answers: { value: { seal: { statement: { service: string } } } }[] };
  return { status: 200, key: answers[0]?.value.seal.statement.service as string };
}

test("starts on a flushing database with the key of its file, and closes the database when it stops", async () => {
  const { database, closed } = keptOpen(db.withPlugin(flushing));
  const pem = newPem();
  const urls: string[] = [];
  const environment = { ...complete(), KEY_FILE: file(pem), OPERATOR: "Caf\u0065\u0301" };
  const serving = await startSealing(composition, environment, (url) => {
    urls.push(url);
    return database;
  });
  expect(urls).toEqual(["postgres://localhost/fairhat"]);
  const key = readPem(pem)?.[0].public as string;
  expect(await told(serving.url, "/key")).toMatchObject({ service: key, operator: "Caf\u00e9", durable: true });
  expect(await told(serving.url, "/health")).toMatchObject({ service: "random-b" });
  expect(await sealAt(serving.url)).toEqual({ status: 200, key });
  await serving.stop();
  expect(closed()).toBe(1);
});

test("refuses a database that does not flush, and closes it", async () => {
  const { database, closed } = keptOpen(db.withPlugin({ ...flushing, transformResult: async ({ result }) => result }));
  const starting = startSealing(composition, complete(), () => database);
  await expect(starting).rejects.toThrow("DATABASE_URL_FILE names a database that does not flush");
  expect(closed()).toBe(1);
});

test.each([
  ["CORE_TOKENS_FILE is missing", { CORE_TOKENS_FILE: "" }],
  ["CORE_TOKENS_FILE must have lines of the form", { CORE_TOKENS_FILE: () => `${TOKEN}\nsecret-line` }],
  ["line 2 is not", { CORE_TOKENS_FILE: () => `${TOKEN}\nsecret-line` }],
  ["KEY_FILE must hold Ed25519 private keys", { KEY_FILE: () => "secret-line" }],
  ["KEY_FILE names a file that cannot be read", { KEY_FILE: "/nowhere" }],
  ["DATABASE_URL_FILE is missing", { DATABASE_URL_FILE: "" }],
  ["DATABASE_URL_FILE must hold a URL like postgres://", { DATABASE_URL_FILE: () => "mysql://secret-line" }],
  ["OPERATOR must be text of 0 to 200 characters", { OPERATOR: "x".repeat(201) }],
  ["OPERATOR must have no characters that cannot be seen", { OPERATOR: "Acme " }],
  ["OPERATOR must be written in the letters of one script", { OPERATOR: "\u0410cme" }],
  ["PORT must be a port", { PORT: "http" }],
  ["LOG_LEVEL must be one of", { LOG_LEVEL: "loud" }],
])("does not start and says: %s", async (message, changes: Record<string, string | (() => string)>) => {
  const given = Object.entries(changes).map(([name, value]) => [
    name,
    typeof value === "string" ? value : file(value()),
  ]);
  const starting = startSealing(composition, { ...complete(), ...Object.fromEntries(given) }, () => {
    throw new Error("connected");
  });
  const error = await starting.then(
    () => null,
    (thrown: Error) => thrown,
  );
  expect(error?.message).toContain(message);
  expect(error?.message).not.toContain("secret-line");
  expect(error?.message).not.toContain(TOKEN);
});

test("embedded, it listens on loopback, reports that nothing is flushed, and generates its key once for all replicas", async () => {
  const start = () => embedSealing(composition, { ...quiet, KEY_FILE: "/nowhere" }, { db, token: TOKEN });
  const both = await Promise.all([start(), start()]);
  const again = await start();
  const keys = await Promise.all([...both, again].map(({ url }) => told(url, "/key")));
  expect(new Set(keys.map(({ service }) => service)).size).toBe(1);
  expect(keys[0]).toMatchObject({ durable: false, operator: "" });
  expect(again.url).toStartWith("http://127.0.0.1:");
  expect((await sealAt(again.url)).status).toBe(200);
  expect((await sealAt(again.url, `core.${"f".repeat(32)}`)).status).toBe(403);
  for (const serving of [...both, again]) await serving.stop();
});

test("embedded, it refuses an invalid token", async () => {
  const starting = embedSealing(composition, quiet, { db, token: "short" });
  await expect(starting).rejects.toThrow("the token of core must have lines of the form");
});

test("does not start with a generated key that it cannot read", async () => {
  const { database } = keptOpen(db.withSchema("random_b"));
  await database.withTables<{ own_key: { pem: string } }>().updateTable("own_key").set({ pem: "lost" }).execute();
  const starting = embedSealing(composition, quiet, { db, token: TOKEN });
  await expect(starting).rejects.toThrow("own_key");
});

test("is ready while its key lives", async () => {
  const serving = await embedSealing(otherService, quiet, { db, token: TOKEN });
  expect((await fetch(`${serving.url}/ready`)).status).toBe(200);
  await db.withSchema("random_a").withTables<Tables>().deleteFrom("living_key").execute();
  expect((await fetch(`${serving.url}/ready`)).status).toBe(503);
  await serving.stop();
});

test("with a broken generator it starts, is not ready, and seals nothing", async () => {
  const stuck = {
    ...otherService,
    generator: () => ({ name: "stuck", bytes: (length: number) => new Uint8Array(length) }),
  };
  const serving = await embedSealing(stuck, quiet, { db, token: TOKEN });
  expect((await fetch(`${serving.url}/health`)).status).toBe(200);
  expect((await fetch(`${serving.url}/ready`)).status).toBe(503);
  expect((await sealAt(serving.url)).status).toBe(503);
  expect(await told(serving.url, "/key")).toMatchObject({ generator: "stuck" });
  await serving.stop();
});

test("on data of a later version it continues as a separate process with a warning, but not embedded", async () => {
  const forms = db.withSchema("random_b").withTables<{ kysely_migration: { name: string; timestamp: string } }>();
  await forms.insertInto("kysely_migration").values({ name: "2999-later", timestamp: "2999" }).execute();
  const embedded = embedSealing(composition, quiet, { db, token: TOKEN });
  await expect(embedded).rejects.toThrow(
    "the data was used by a later version of Fairhat (random_b has had 2999-later)",
  );
  const { database } = keptOpen(db.withPlugin(flushing));
  const serving = await startSealing(composition, { ...complete(), KEY_FILE: file(newPem()) }, () => database);
  expect((await fetch(`${serving.url}/ready`)).status).toBe(200);
  await serving.stop();
});
