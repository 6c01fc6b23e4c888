// From settings to a service that listens: as a process of its own on PostgreSQL, or inside another one on its database.
import { operator as operatorShape, reading } from "@fairhat/protocol";
import {
  about,
  BadSettings,
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
import { sealingApp } from "./app.ts";
import type { RandomGenerator } from "./generator.ts";
import { openKeys } from "./key-store.ts";
import { readPem } from "./keys.ts";
import { migrations } from "./migrations.ts";
import { nowOf } from "./sealing.ts";
import type { Tables } from "./tables.ts";
import { readTokens, type Token } from "./tokens.ts";

/** What one random service has that the other has not. Key, operator and storage come from its settings. */
export interface Composition {
  service: "random-a" | "random-b";
  /** Where it listens unless PORT says otherwise. */
  port: number;
  generator(settings: Settings): RandomGenerator;
}

type Environment = Record<string, string | undefined>;

const clock = Date.now;

/**
 * Starts a service. Its settings: CORE_TOKENS_FILE and DATABASE_URL_FILE, which must be given, KEY_FILE, HOST, PORT, OPERATOR,
 * LOG_LEVEL, and those of its generator. Throws BadSettings, or what the database threw.
 */
export async function startSealing(
  composition: Composition,
  environment: Environment,
  connecting: (url: string) => Database<unknown> = connect,
): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(composition, settings);
  const tokens = tokensOf(settings, settings.secretFile("CORE_TOKENS_FILE"), "CORE_TOKENS_FILE");
  const fromFile = keyFile(settings);
  const hostname = settings.text("HOST", "0.0.0.0");
  const port = settings.port("PORT", composition.port);
  const url = databaseUrl(settings);
  settings.check();
  const db = connecting(url);
  const close = () => db.destroy();
  try {
    if (!(await flushes(db)))
      throw new BadSettings(["DATABASE_URL_FILE names a database that does not flush; see fsync"]);
    return await begin(own, { db, tokens, fromFile, hostname, port, close, durable: true });
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts a service on loopback, on any port, on a database that somebody else closes. It works for `token` alone and
 * makes its key itself.
 */
export async function embedSealing(
  composition: Composition,
  environment: Environment,
  { db, token }: { db: Database<unknown>; token: string },
): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(composition, settings);
  const tokens = tokensOf(settings, token, "the token of core");
  settings.check();
  const place = { hostname: "127.0.0.1", port: 0, fromFile: null, close: async () => {} };
  return begin(own, { ...place, db, tokens, durable: await flushes(db) });
}

function readOwn({ service, generator }: Composition, settings: Settings) {
  const operator = reading(operatorShape, settings.text("OPERATOR", "").normalize("NFC"));
  if (!operator.ok) settings.refuse("OPERATOR", `must be ${operator.problem.expected}`);
  return {
    schema: service.replace("-", "_"),
    about: about(service, settings),
    log: logger(service, logLevel(settings)),
    operator: operator.ok ? operator.value : "",
    generator: generator(settings),
  };
}

function tokensOf(settings: Settings, file: string, name: string): Token[] {
  const tokens = file ? readTokens(file) : []; // a file that is missing is told already
  if (Array.isArray(tokens)) return tokens;
  const form = "<name of the core>.<secret of 32 characters or more>";
  settings.refuse(name, `must have lines of the form ${form}; line ${tokens.wrongLine} is not`);
  return [];
}

function keyFile(settings: Settings): ReturnType<typeof readPem> {
  const pem = settings.optionalFile("KEY_FILE");
  const keys = pem ? readPem(pem) : null;
  if (pem && !keys) settings.refuse("KEY_FILE", "must hold Ed25519 private keys as PEM (PKCS#8) and nothing else");
  return keys;
}

function databaseUrl(settings: Settings): string {
  const url = settings.secretFile("DATABASE_URL_FILE");
  if (url && !/^postgres(ql)?:\/\//.test(url))
    settings.refuse("DATABASE_URL_FILE", "must hold a URL like postgres://…");
  return url;
}

interface Place {
  db: Database<unknown>;
  tokens: Token[];
  fromFile: ReturnType<typeof readPem>;
  durable: boolean;
  hostname: string;
  port: number;
  close(): Promise<void>;
}

async function begin({ schema, ...own }: ReturnType<typeof readOwn>, place: Place): Promise<Serving> {
  await migrate(place.db, schema, migrations(schema));
  const db = place.db.withSchema(schema).withTables<Tables>();
  const keys = await openKeys(db, place.fromFile, nowOf({ clock }));
  const { tokens, durable, hostname, port, close } = place;
  const app = sealingApp({ ...own, db, keys, tokens, durable, clock });
  return serve({ app, log: own.log, hostname, port, close });
}
