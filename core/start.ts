// Starts core from its settings: as a process on PostgreSQL, or embedded in another process on its database.
import { randomBytes } from "node:crypto";
import { buildAssets, readAssets } from "@fairhat/browser/assets";
import type { Side } from "@fairhat/protocol";
import {
  about,
  assertMigrated,
  assertNotNewer,
  connect,
  DATABASE_IS_NEWER,
  type Database,
  databaseUrl,
  flushes,
  type ListenOptions,
  listenOptions,
  logger,
  logLevel,
  loopback,
  migrate,
  processMetrics,
  retryUntilAvailable,
  type Serving,
  Settings,
  serve,
  tokensIn,
} from "@fairhat/runtime";
import { coreApp } from "./app.ts";
import { randomService } from "./clients/random.ts";
import { rulesService } from "./clients/rules.ts";
import { type Networks, parseNetworks } from "./clients/webhook.ts";
import { countsIn } from "./counts.ts";
import { migrations } from "./db/migrations.ts";
import { SCHEMA, type Tables } from "./db/schema.ts";
import type { Context } from "./draws/context.ts";
import { keepFinishing } from "./draws/recovery.ts";
import { makeSample } from "./draws/sample.ts";
import { turns } from "./draws/turns.ts";

type Environment = Record<string, string | undefined>;

/** Addresses of the other services, core's tokens for the random ones, and their public addresses. */
export interface Upstreams {
  random: Record<Side, { url: string; token: string; publicUrl: string }>;
  rules: string;
}

const PORT = 3000;
const SHORTEST_SECRET = 32; // characters
const HTTP = ["https:", "http:"];

/** Starts core with the settings of `environment`. Throws BadSettings or the database's error. */
export async function startCore(environment: Environment): Promise<Serving> {
  const settings = new Settings(environment);
  const where = listenOptions(settings, PORT);
  const config = readConfig(settings, where);
  const secret = settings.secretFile("SECRET_FILE");
  if (secret && secret.length < SHORTEST_SECRET) settings.refuse("SECRET_FILE", "must hold at least 32 characters");
  const url = databaseUrl(settings);
  const upstreams = readUpstreams(settings, config.publicUrl);
  settings.check();
  const db = connect(url);
  const close = () => db.destroy();
  try {
    const later = await retryUntilAvailable(config.log, () => migrate(db, SCHEMA, migrations));
    if (later.length > 0) config.log.warn({ later }, DATABASE_IS_NEWER);
    return await listen(config, upstreams, { ...where, db, secret, close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts core on loopback, with a database that the caller closes. */
export async function embedCore(
  environment: Environment,
  upstreams: Upstreams,
  { db, secret }: { db: Database<unknown>; secret: string },
): Promise<Serving> {
  const settings = new Settings(environment);
  const where = loopback(settings.port("PORT", PORT));
  const config = readConfig(settings, where);
  settings.check();
  assertNotNewer(SCHEMA, await migrate(db, SCHEMA, migrations));
  return listen(config, upstreams, { ...where, db, secret, close: async () => {} });
}

function readConfig(settings: Settings, { port }: ListenOptions) {
  return {
    about: about("core", settings),
    log: logger("core", logLevel(settings)),
    publicUrl: settings.url("PUBLIC_URL", HTTP, `http://localhost:${port}`),
    assetsFolder: settings.text("ASSETS_FOLDER", ""),
    site: readSite(settings),
    webhooks: readWebhooks(settings),
    makers: readMakers(settings),
  };
}

function readMakers(settings: Settings): Context["makers"] {
  if (settings.oneOf("CREATE", ["open", "token"], "open") === "open") return null;
  return tokensIn(settings, settings.secretFile("CREATE_TOKENS_FILE"), "CREATE_TOKENS_FILE");
}

function readSite(settings: Settings): Context["site"] {
  return {
    operator: settings.text("SITE_OPERATOR", ""),
    contact: settings.text("SITE_CONTACT", ""),
    imprint: settings.url("SITE_IMPRINT", HTTP, ""),
    source: settings.url("SITE_SOURCE", HTTP, ""),
    retention: settings.integer("RETENTION_DAYS", { from: 0, to: 36_500 }, 365),
  };
}

function readWebhooks(settings: Settings): Context["webhooks"] {
  const isOn = settings.oneOf("WEBHOOKS", ["on", "off"], "off") === "on";
  const networks = readNetworks(settings, "WEBHOOK_NETWORKS");
  return isOn ? { networks, changed: new Set() } : null;
}

function readNetworks(settings: Settings, name: string): Networks {
  try {
    return parseNetworks(settings.text(name, ""));
  } catch {
    settings.refuse(name, "must be networks like 10.0.0.0/8, separated by spaces");
    return [];
  }
}

function readUpstreams(settings: Settings, publicUrl: string): Upstreams {
  const random = (side: Side) => {
    const name = `RANDOM_${side.toUpperCase()}`;
    return {
      url: settings.url(`${name}_URL`, HTTP, `http://random-${side}:${side === "a" ? 3001 : 3002}`),
      token: settings.secretFile(`${name}_TOKEN_FILE`),
      // By default, the site's proxy routes to it: proxy/snippets/routes.conf.
      publicUrl: settings.url(`${name}_PUBLIC_URL`, HTTP, "") || `${publicUrl}/services/${side}`,
    };
  };
  return { random: { a: random("a"), b: random("b") }, rules: settings.url("RULES_URL", HTTP, "http://rules:3003") };
}

interface Dependencies extends ListenOptions {
  db: Database<unknown>;
  secret: string;
  close(): Promise<void>;
}

async function listen(
  config: ReturnType<typeof readConfig>,
  upstreams: Upstreams,
  dependencies: Dependencies,
): Promise<Serving> {
  const { about, log, publicUrl, assetsFolder, site, webhooks, makers } = config;
  const metrics = processMetrics();
  const closing = new AbortController();
  const assets = await (assetsFolder ? readAssets(assetsFolder) : buildAssets());
  const counts = countsIn(metrics);
  const shown = { log, publicUrl, site, webhooks, makers, assets, counts, closing: closing.signal };
  const context = await contextOf(dependencies, upstreams, shown);
  const app = coreApp(context, { about, log, metrics });
  const ready = () => assertMigrated(dependencies.db, SCHEMA, migrations);
  const close = () => stopFinishing().then(dependencies.close);
  await makeSample(context); // before it listens, so that a process that answers can also be stopped cleanly
  const serving = serve({ ...dependencies, app, log, metrics, closing, ready, close });
  const stopFinishing = keepFinishing(context);
  return serving;
}

async function contextOf(
  { db, secret }: Dependencies,
  { random, rules }: Upstreams,
  config: Pick<Context, "log" | "publicUrl" | "site" | "webhooks" | "makers" | "assets" | "counts" | "closing">,
): Promise<Context> {
  return {
    ...config,
    db: db.withSchema(SCHEMA).withTables<Tables>(),
    secret,
    random: {
      a: randomService("a", random.a.url, random.a.token),
      b: randomService("b", random.b.url, random.b.token),
    },
    randomPublicUrls: { a: random.a.publicUrl, b: random.b.publicUrl },
    rules: rulesService(rules),
    largeDraws: turns(),
    durable: await flushes(db),
    clock: Date.now,
    newId: () => randomBytes(16).toString("hex"),
  };
}
