// From settings to a core that listens: as a process of its own on PostgreSQL, or inside another one on its database.
import { randomBytes } from "node:crypto";
import type { Side } from "@fairhat/protocol";
import {
  about,
  connect,
  type Database,
  flushes,
  logger,
  logLevel,
  migrate,
  type Serving,
  Settings,
  serve,
} from "@fairhat/service";
import { coreApp } from "./app.ts";
import { migrations } from "./db/migrations.ts";
import { SCHEMA, type Tables } from "./db/schema.ts";
import type { Context } from "./draws/context.ts";
import { keepFinishing } from "./draws/recovery.ts";
import { makeSample } from "./draws/sample.ts";
import { randomService } from "./services/random.ts";
import { rulesService } from "./services/rules.ts";

type Environment = Record<string, string | undefined>;

/** Where the other services are, and with which token core asks the random ones. */
export interface Neighbours {
  random: Record<Side, { url: string; token: string }>;
  rules: string;
}

const SHORTEST_SECRET = 32; // characters

/** Starts core with the settings of `environment`. Throws BadSettings, or what the database threw. */
export async function startCore(environment: Environment): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(settings);
  const secret = settings.secretFile("SECRET_FILE");
  if (secret && secret.length < SHORTEST_SECRET) settings.refuse("SECRET_FILE", "must hold at least 32 characters");
  const url = databaseUrl(settings);
  const hostname = settings.text("HOST", "0.0.0.0");
  const neighbours = readNeighbours(settings);
  settings.check();
  const db = connect(url);
  const close = () => db.destroy();
  try {
    return await begin(own, neighbours, { db, secret, hostname, close });
  } catch (error) {
    await close();
    throw error;
  }
}

/** Starts core on loopback, with a database that somebody else closes. */
export async function embedCore(
  environment: Environment,
  neighbours: Neighbours,
  { db, secret }: { db: Database<unknown>; secret: string },
): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(settings);
  settings.check();
  return begin(own, neighbours, { db, secret, hostname: "127.0.0.1", close: async () => {} });
}

function readOwn(settings: Settings) {
  const port = settings.port("PORT", 3000);
  return {
    port,
    about: about("core", settings),
    log: logger("core", logLevel(settings)),
    publicUrl: settings.url("PUBLIC_URL", ["https:", "http:"], `http://localhost:${port}`),
  };
}

function databaseUrl(settings: Settings): string {
  const url = settings.secretFile("DATABASE_URL_FILE");
  if (url && !/^postgres(ql)?:\/\//.test(url))
    settings.refuse("DATABASE_URL_FILE", "must hold a URL like postgres://…");
  return url;
}

function readNeighbours(settings: Settings): Neighbours {
  const http = ["http:", "https:"];
  const random = (side: Side) => ({
    url: settings.url(`RANDOM_${side.toUpperCase()}_URL`, http, `http://random-${side}:${side === "a" ? 3001 : 3002}`),
    token: settings.secretFile(`RANDOM_${side.toUpperCase()}_TOKEN_FILE`),
  });
  return { random: { a: random("a"), b: random("b") }, rules: settings.url("RULES_URL", http, "http://rules:3003") };
}

interface Place {
  db: Database<unknown>;
  secret: string;
  hostname: string;
  close(): Promise<void>;
}

async function begin(own: ReturnType<typeof readOwn>, neighbours: Neighbours, place: Place): Promise<Serving> {
  const { about, log, port, publicUrl } = own;
  await migrate(place.db, SCHEMA, migrations);
  const context = await contextOf(place, neighbours, { log, publicUrl });
  const app = coreApp(context, { about, log });
  const close = () => stopFinishing().then(place.close);
  const serving = serve({ app, log, hostname: place.hostname, port, close });
  const stopFinishing = keepFinishing(context);
  await makeSample(context);
  return serving;
}

async function contextOf(
  { db, secret }: Place,
  { random, rules }: Neighbours,
  own: Pick<Context, "log" | "publicUrl">,
): Promise<Context> {
  return {
    ...own,
    db: db.withSchema(SCHEMA).withTables<Tables>(),
    secret,
    random: {
      a: randomService("a", random.a.url, random.a.token),
      b: randomService("b", random.b.url, random.b.token),
    },
    rules: rulesService(rules),
    durable: await flushes(db),
    clock: Date.now,
    newId: () => randomBytes(16).toString("hex"),
  };
}
