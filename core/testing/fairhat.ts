// A whole Fairhat for tests: the real random services and the real rules on loopback, each with its schema of one database in
// memory, and core before them. Nothing is mocked; a test that needs a fault puts it before the real thing.
import { inspect } from "node:util";
import { buildAssets } from "@fairhat/browser/assets";
import type { Entry, Side } from "@fairhat/protocol";
import { randomA } from "@fairhat/random-a";
import { randomB } from "@fairhat/random-b";
import { startRules } from "@fairhat/rules";
import { type Answer, type Log, Metrics, migrate, refusedAs, requestId } from "@fairhat/runtime";
import { memoryDatabase, releaseDatabases } from "@fairhat/runtime/testing";
import { embedSealing } from "@fairhat/sealing";
import { type Report, verifyRecord } from "@fairhat/verify";
import { Kysely, PGliteDialect } from "kysely";
import { coreApp } from "../app.ts";
import { ServiceDown } from "../clients/call.ts";
import { type RandomAbout, type RandomService, randomService } from "../clients/random.ts";
import { type RulesService, rulesService } from "../clients/rules.ts";
import { parseNetworks } from "../clients/webhook.ts";
import { countsIn } from "../counts.ts";
import { migrations } from "../db/migrations.ts";
import { type Db, SCHEMA, type Tables } from "../db/schema.ts";
import type { Context } from "../draws/context.ts";
import { newList } from "../draws/entries.ts";
import type { Draft } from "../draws/requests.ts";
import { turns } from "../draws/turns.ts";
import type { Neighbours } from "../start.ts";

const QUIET = { LOG_LEVEL: "silent", HOST: "127.0.0.1", PORT: "0", DRAIN_SECONDS: "0" };
const TOKENS = { a: `core.${"a".repeat(32)}`, b: `core.${"b".repeat(32)}` };

export interface Fairhat {
  /** As a running core has it. */
  context: Context;
  /** Everything that core logged, every argument written out. */
  lines: string[];
  /** Where the services listen, and core's tokens there. */
  neighbours: Neighbours;
  /** Another connection to the database of all of them. */
  connect(): Kysely<unknown>;
  stop(): Promise<void>;
}

/** Starts one; a test file has no more than that. */
export async function startFairhat(): Promise<Fairhat> {
  const pglite = await memoryDatabase();
  const connect = () => new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  const a = await embedSealing(randomA, { ...QUIET, OPERATOR: "Alpha" }, { db: connect(), token: TOKENS.a });
  const b = await embedSealing(randomB, { ...QUIET, OPERATOR: "Beta" }, { db: connect(), token: TOKENS.b });
  const rules = await startRules(QUIET);
  const db = await coreSchema(connect());
  const { log, lines } = keptLog();
  const random = {
    a: { url: a.url, token: TOKENS.a, publicUrl: "https://draws.example/services/a" },
    b: { url: b.url, token: TOKENS.b, publicUrl: "https://random.example" },
  };
  const context: Context = {
    db,
    log,
    secret: "a secret of core that is long enough",
    random: { a: randomService("a", a.url, TOKENS.a), b: randomService("b", b.url, TOKENS.b) },
    rules: rulesService(rules.url),
    largeDraws: turns(),
    publicUrl: "https://draws.example",
    site: { operator: "Village hall", contact: "hall@example.org" },
    randomPublicUrls: { a: random.a.publicUrl, b: random.b.publicUrl },
    assets: await buildAssets(),
    counts: countsIn(new Metrics()),
    webhooks: { networks: parseNetworks("127.0.0.0/8 ::1/128"), changed: new Set() },
    durable: false,
    closing: new AbortController().signal,
    clock: Date.now,
    newId: () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex"),
  };
  return {
    context,
    lines,
    neighbours: { random, rules: rules.url },
    connect,
    async stop() {
      for (const service of [a, b, rules]) await service.stop();
      await releaseDatabases();
    },
  };
}

export async function coreSchema(db: Kysely<unknown>): Promise<Db> {
  await migrate(db, SCHEMA, migrations);
  return db.withSchema(SCHEMA).withTables<Tables>();
}

function keptLog(): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const keep = (...given: unknown[]) => lines.push(inspect([requestId(), ...given], { depth: 20, showHidden: true }));
  return { log: { debug: keep, info: keep, warn: keep, error: keep } as unknown as Log, lines };
}

/** An answer of core, its body read. */
export interface Reply {
  status: number;
  headers: Headers;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: what a test asks of it is what it tests
  json: any;
}

export interface Site {
  request(method: string, path: string, init?: { headers?: Record<string, string>; body?: BodyInit }): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** Sends JSON; `key` is a manage key. */
  send(method: string, path: string, body: unknown, key?: string, headers?: Record<string, string>): Promise<Reply>;
  /** Sends a form, as a browser does. */
  submit(path: string, fields: URLSearchParams | Record<string, string>): Promise<Reply>;
  /** Makes a draw, which must succeed. */
  make(changes?: object, headers?: Record<string, string>): Promise<Reply["json"]>;
  /** What the public verifier says of a draw's record, with the keys that the services publish. */
  verify(id: string): Promise<Report>;
}

/** Core over HTTP, with this context. */
export function siteOf(context: Context): Site {
  const app = coreApp(context, { about: { service: "core", revision: "test", version: "1" }, log: context.log });
  const request: Site["request"] = async (method, path, init) => {
    const response = await app.handle(new Request(`http://localhost${path}`, { method, ...init }));
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json");
    return { status: response.status, headers: response.headers, text, json: isJson ? JSON.parse(text) : null };
  };
  const get: Site["get"] = (path) =>
    request("GET", path, path.startsWith("/api/") ? {} : { headers: { accept: "text/html" } });
  const send: Site["send"] = (method, path, body, key, headers) => {
    const authorization = key === undefined ? {} : { authorization: `Bearer ${key}` };
    return request(method, path, {
      headers: { "content-type": "application/json", ...authorization, ...headers },
      body: JSON.stringify(body),
    });
  };
  return {
    request,
    get,
    send,
    submit(path, fields) {
      const headers = { "content-type": "application/x-www-form-urlencoded", accept: "text/html" };
      return request("POST", path, { headers, body: new URLSearchParams(fields).toString() });
    },
    async make(changes = {}, headers = {}) {
      const reply = await send("POST", "/api/draws", { ...DRAW, ...changes }, undefined, headers);
      if (reply.status !== 201) throw new Error(reply.text);
      return reply.json;
    },
    async verify(id) {
      const record = await app.handle(new Request(`http://localhost/api/draws/${id}/record`));
      const { json: services } = await get("/api/services");
      const keysOf = ({ keys }: RandomAbout) => keys.map(({ key }) => key);
      return verifyRecord(await record.bytes(), { keys: { a: keysOf(services.a), b: keysOf(services.b) } });
    },
  };
}

/** The context with something else in the place of what one random service does. */
export function withRandom(context: Context, side: Side, changes: Partial<RandomService>): Context {
  return { ...context, random: { ...context.random, [side]: { ...context.random[side], ...changes } } };
}

/** The context with something else in the place of what the rules service does. */
export function withRules(context: Context, changes: Partial<RulesService>): Context {
  return { ...context, rules: { ...context.rules, ...changes } };
}

/** What a service does that is down. */
export async function silent(): Promise<never> {
  throw new ServiceDown("a service", "does not answer");
}

/** What a service does that refuses. */
export function refusing(reason: string): () => Promise<Answer<never>> {
  return async () => refusedAs(reason, `the service says ${reason}`);
}

/** A draw that nothing is wrong with. */
export const DRAW = {
  title: "Three books",
  organiser: "The reading circle",
  rule: "winners/1",
  params: { winners: 2, alternates: 1 },
  entries: ["Ada", "Grace", "Emmy", "Sophie", "Ada"],
  draw: "now",
};

/** What a draft may differ in; its list is given by its entries. */
export type Changes = Partial<Omit<Draft, "list">> & { entries?: Entry[] };

/** The same as it is made from, to be locked later. */
export function draft({ entries, ...changes }: Changes = {}): Draft {
  const { entries: labels, ...usual } = DRAW;
  const list = newList(entries ?? labels.map((label) => ({ label })));
  return { ...usual, list, draw: "later", listed: false, ...changes };
}

/** What was granted, which must have been. */
export function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.value;
}

/** The reason of a refusal; null where there was none. */
export function reasonOf(answer: Answer<unknown>): string | null {
  return answer.ok ? null : answer.refused.reason;
}
