// Test fixtures: a database in memory, a service on it, and manifests for it.
import { inspect } from "node:util";
import { type Binding, digest, type Manifest, type Opening, type Seal, type Signed } from "@fairhat/protocol";
import { type Answer, type Log, Metrics, migrate, readTokens, type Token } from "@fairhat/runtime";
import { memoryDatabase as emptyDatabase } from "@fairhat/runtime/testing";
import { Kysely, PGliteDialect } from "kysely";
import { type SealingOptions, sealingApp } from "./app.ts";
import { type KeyFile, publish } from "./key-store.ts";
import { keysOf, newPem, readPem, type SigningKey } from "./keys.ts";
import { migrations } from "./migrations.ts";
import type { MonitoredGenerator } from "./monitored.ts";
import type { StoresByKey } from "./store-record.ts";
import type { Db, Tables } from "./tables.ts";

export const NOW = "2026-11-22T12:00:00.000Z";
export const HOUR = 3_600_000; // milliseconds
export const SCHEMA = "random_a";
export const TOKEN = `core.${"a".repeat(32)}`;
export const OTHER_TOKEN = `other.${"b".repeat(32)}`;

/** This many milliseconds after NOW. */
export function later(milliseconds: number): string {
  return new Date(Date.parse(NOW) + milliseconds).toISOString();
}

export interface Opened {
  binding: Signed<Binding>;
  opening: Signed<Opening>;
}

export async function memoryDatabase(): Promise<Kysely<unknown>> {
  return new Kysely<unknown>({ dialect: new PGliteDialect({ pglite: await emptyDatabase() }) });
}

/** Creates a random service's schema if needed. */
export async function sealingSchema(db: Kysely<unknown>, schema = SCHEMA): Promise<Db> {
  await migrate(db, schema, migrations(schema));
  return db.withSchema(schema).withTables<Tables>();
}

export function newKey(): SigningKey {
  return (readPem(newPem()) as [SigningKey])[0];
}

/** Keys of a file with a record of stores in memory: `record` receives the writes. */
export function fileOf(keys: [SigningKey, ...SigningKey[]], record: StoresByKey = new Map()): KeyFile {
  const write = (stores: StoresByKey) => {
    for (const [key, store] of stores) record.set(key, store);
    return true;
  };
  return { keys, stores: { name: "KEY_FILE.store", read: () => new Map(record), write }, log: keptLog().log };
}

export function newDraw(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex");
}

/** A manifest with `seal`, locked at NOW, to be opened at once. */
export function manifestFor(seal: Signed<Seal>, changes: Partial<Manifest> = {}): Manifest {
  return {
    type: "fairhat/1/manifest",
    draw: seal.statement.draw,
    title: "Draw",
    organiser: "",
    createdAt: NOW,
    lockedAt: NOW,
    drawAfter: null,
    rule: "order/1",
    params: {},
    entries: { count: 1, tickets: 1, root: "ee".repeat(32) },
    seals: { a: digest(seal.statement), b: "bb".repeat(32) },
    policy: { substitutes: "none", redraw: "never" },
    previous: null,
    beacon: null,
    ...changes,
  };
}

/** A log that keeps all its arguments, fully inspected. */
export function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep = (...given: unknown[]) => lines.push(inspect(given, { depth: 20, showHidden: true }));
  return { log: { debug: keep, info: keep, warn: keep, error: keep } as unknown as Log, lines };
}

/** The stored row of a draw, without its secret. */
export function rowOf(db: Db, draw: string) {
  return db.selectFrom("seal").selectAll().where("draw", "=", draw).executeTakeFirst();
}

export async function secretOf(db: Db, draw: string): Promise<string> {
  const row = await db.selectFrom("secret").selectAll().where("draw", "=", draw).executeTakeFirstOrThrow();
  return row.secret;
}

/** A generator without health tests. */
export function unmonitored(name: string, bytes: (length: number) => Uint8Array): MonitoredGenerator {
  return { name, bytes, failure: () => null };
}

/**
 * One replica of a random service. Its secrets are 32 equal bytes each, counting up from 1, so that tests can search
 * for them.
 */
export function replica(db: Db, changes: Partial<SealingOptions> = {}) {
  const { log, lines } = keptLog();
  let made = 0;
  const keys = changes.keys ?? keysOf(newKey());
  const app = sealingApp({
    about: { service: "random-a", revision: "test", version: "0" },
    log,
    metrics: new Metrics(),
    db,
    operator: "Operator",
    generator: unmonitored("counted", (length) => new Uint8Array(length).fill(++made % 256)),
    tokens: readTokens(`${TOKEN}\n${OTHER_TOKEN}`) as Token[],
    durable: false,
    clock: () => Date.parse(NOW),
    ...changes,
    keys,
  });
  const begun = publish(db, keys.current.public, NOW);
  const request = async (path: string, init?: RequestInit) => {
    await begun;
    return app.handle(new Request(`http://localhost${path}`, init));
  };
  const post = (path: string, body: unknown, authorization: string | null = `Bearer ${TOKEN}`) => {
    const headers = { "content-type": "application/json", ...(authorization === null ? {} : { authorization }) };
    return request(path, { method: "POST", headers, body: JSON.stringify(body) });
  };
  async function ask<T>(path: string, body: unknown, token = TOKEN): Promise<Answer<T>[]> {
    const response = await post(path, body, `Bearer ${token}`);
    if (response.status !== 200) throw new Error(`${response.status}: ${await response.text()}`);
    return ((await response.json()) as { answers: Answer<T>[] }).answers;
  }
  async function seal(draw = newDraw()): Promise<Signed<Seal>> {
    return onlyValue(await ask<{ seal: Signed<Seal> }>("/seals", { draws: [draw] })).seal;
  }
  const bind = (manifests: unknown[]) => ask<Pick<Opened, "binding">>("/bindings", { manifests });
  const open = (manifests: unknown[]) => ask<Opened>("/openings", { manifests });
  const shown = async (draw: string) => (await request(`/draws/${draw}`)).json();
  return { request, post, ask, seal, bind, open, shown, lines, keys };
}

/** The value of the only answer. */
export function onlyValue<T>([answer]: Answer<T>[]): T {
  if (!answer?.ok) throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** Each answer as "ok" or the reason of its refusal. */
export function outcomes(answers: Answer<unknown>[]): string[] {
  return answers.map((answer) => (answer.ok ? "ok" : answer.refused.reason));
}
