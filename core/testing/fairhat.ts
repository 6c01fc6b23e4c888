// A whole Fairhat for tests: real random services and rules on loopback, each with a schema of one in-memory database,
// behind core. Nothing is mocked; tests wrap the real parts to inject faults.
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
import type { Upstreams } from "../start.ts";

const QUIET = { LOG_LEVEL: "silent", HOST: "127.0.0.1", PORT: "0", DRAIN_SECONDS: "0" };
const TOKENS = { a: `core.${"a".repeat(32)}`, b: `core.${"b".repeat(32)}` };

export interface Fairhat {
  /** As a running core has it. */
  context: Context;
  /** Everything that core logged, fully inspected. */
  lines: string[];
  /** Addresses of the services, and core's tokens for them. */
  upstreams: Upstreams;
  /** Another connection to the shared database. */
  connect(): Kysely<unknown>;
  stop(): Promise<void>;
}

/** Starts one; a test file has at most one. */
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
    site: {
      operator: "Village hall",
      contact: "hall@example.org",
      imprint: "",
      source: "https://git.example/fairhat",
      retention: 365,
    },
    randomPublicUrls: { a: random.a.publicUrl, b: random.b.publicUrl },
    assets: await buildAssets(),
    counts: countsIn(new Metrics()),
    webhooks: { networks: parseNetworks("127.0.0.0/8 ::1/128"), changed: new Set() },
    makers: null,
    durable: false,
    closing: new AbortController().signal,
    clock: Date.now,
    newId: () => Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString("hex"),
  };
  return {
    context,
    lines,
    upstreams: { random, rules: rules.url },
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
  // biome-ignore lint/suspicious/noExplicitAny: tests assert its contents
  json: any;
}

export interface Site {
  request(method: string, path: string, init?: { headers?: Record<string, string>; body?: BodyInit }): Promise<Reply>;
  get(path: string): Promise<Reply>;
  /** Sends JSON; `key` is a manage key. */
  send(method: string, path: string, body: unknown, key?: string, headers?: Record<string, string>): Promise<Reply>;
  /** Submits a form, as a browser does. */
  submit(path: string, fields: URLSearchParams | Record<string, string>): Promise<Reply>;
  /** Makes a draw, which must succeed. */
  make(changes?: object, headers?: Record<string, string>): Promise<Reply["json"]>;
  /** The public verifier's report on a draw's record, with the services' published keys. */
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

/** The context with one random service partly replaced. */
export function withRandom(context: Context, side: Side, changes: Partial<RandomService>): Context {
  return { ...context, random: { ...context.random, [side]: { ...context.random[side], ...changes } } };
}

/** The context with the rules service partly replaced. */
export function withRules(context: Context, changes: Partial<RulesService>): Context {
  return { ...context, rules: { ...context.rules, ...changes } };
}

/** An unavailable service. */
export async function silent(): Promise<never> {
  throw new ServiceDown("a service", "does not answer");
}

/** A service that refuses. */
export function refusing(reason: string): () => Promise<Answer<never>> {
  return async () => refusedAs(reason, `the service says ${reason}`);
}

/** A valid draw. */
export const DRAW = {
  title: "Three books",
  organiser: "The reading circle",
  rule: "winners/1",
  params: { winners: 2, alternates: 1 },
  entries: ["Ada", "Grace", "Emmy", "Sophie", "Ada"],
  draw: "now",
};

/** Changes to a draft; its list is given as entries. */
export type Changes = Partial<Omit<Draft, "list">> & { entries?: Entry[] };

/** The same as a draft, to be locked later. */
export function draft({ entries, ...changes }: Changes = {}): Draft {
  const { entries: labels, ...usual } = DRAW;
  const list = newList(entries ?? labels.map((label) => ({ label })));
  return { ...usual, list, draw: "later", listed: false, ...changes };
}

/** The value of an answer that must be a success. */
export function granted<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refused));
  return answer.value;
}

/** The reason of a refusal; null if there was none. */
export function reasonOf(answer: Answer<unknown>): string | null {
  return answer.ok ? null : answer.refused.reason;
}
