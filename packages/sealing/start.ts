// Starts the service from its settings: as a process on PostgreSQL, or embedded in another process on its database.
import {
  about,
  assertMigrated,
  assertNotNewer,
  BadSettings,
  connect,
  DATABASE_IS_NEWER,
  type Database,
  databaseUrl,
  flushes,
  type ListenOptions,
  type Log,
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
  type Token,
  tokensIn,
} from "@fairhat/runtime";
import { sealingApp } from "./app.ts";
import type { RandomGenerator } from "./generator.ts";
import { assertKeyLives, type KeyFile, openKeys } from "./key-store.ts";
import { readPem } from "./keys.ts";
import { migrations } from "./migrations.ts";
import { type GeneratorFailed, monitored } from "./monitored.ts";
import { operatorSetting } from "./operator.ts";
import { nowOf } from "./sealing.ts";
import { storeRecord } from "./store-record.ts";
import type { Tables } from "./tables.ts";

/** How the two random services differ. Key, operator and storage come from settings. */
export interface Composition {
  service: "random-a" | "random-b";
  /** The default of PORT. */
  port: number;
  generator(settings: Settings): RandomGenerator;
}

type Environment = Record<string, string | undefined>;

const clock = Date.now;

/**
 * Starts a service. Settings: CORE_TOKENS_FILE and DATABASE_URL_FILE (required), KEY_FILE, OPERATOR, LOG_LEVEL, those
 * of `listenOptions` and of its generator. Throws BadSettings or the database's error.
 */
export async function startSealing(
  composition: Composition,
  environment: Environment,
  connecting: (url: string) => Database<unknown> = connect,
): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(composition, settings);
  const tokens = tokensIn(settings, settings.secretFile("CORE_TOKENS_FILE"), "CORE_TOKENS_FILE");
  const keyFile = readKeyFile(settings, own.log);
  const where = listenOptions(settings, composition.port);
  const url = databaseUrl(settings);
  settings.check();
  const db = connecting(url);
  const close = () => db.destroy();
  try {
    await retryUntilAvailable(own.log, () => prepare(own, db));
    return await begin(own, { ...where, db, tokens, keyFile, close, durable: true });
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts a service on loopback, on any port, on a database that the caller closes. It accepts `token` alone and
 * generates its key.
 */
export async function embedSealing(
  composition: Composition,
  environment: Environment,
  { db, token }: { db: Database<unknown>; token: string },
): Promise<Serving> {
  const settings = new Settings(environment);
  const own = readOwn(composition, settings);
  const tokens = tokensIn(settings, token, "the token of core");
  settings.check();
  assertNotNewer(own.schema, await migrate(db, own.schema, migrations(own.schema)));
  const close = async () => {};
  return begin(own, { ...loopback(0), db, tokens, keyFile: null, close, durable: await flushes(db) });
}

async function prepare({ schema, log }: ReturnType<typeof readOwn>, db: Database<unknown>): Promise<void> {
  if (!(await flushes(db)))
    throw new BadSettings(["DATABASE_URL_FILE names a database that does not flush; see fsync"]);
  const later = await migrate(db, schema, migrations(schema));
  if (later.length > 0) log.warn({ later }, DATABASE_IS_NEWER);
}

/** The schema that a service owns. */
export function schemaOf({ service }: Pick<Composition, "service">): string {
  return service.replace("-", "_");
}

function readOwn({ service, generator }: Composition, settings: Settings) {
  const log = logger(service, logLevel(settings));
  const onFailure = (failed: GeneratorFailed) => log.error({ err: failed }, "the generator failed its health tests");
  return {
    schema: schemaOf({ service }),
    about: about(service, settings),
    log,
    operator: operatorSetting(settings),
    generator: monitored(generator(settings), onFailure),
  };
}

// The store's id is kept beside the key file, where emptying or replacing the database does not change it.
function readKeyFile(settings: Settings, log: Log): KeyFile | null {
  const pem = settings.optionalFile("KEY_FILE");
  const keys = pem ? readPem(pem) : null;
  if (pem && !keys) settings.refuse("KEY_FILE", "must hold Ed25519 private keys as PEM (PKCS#8) and nothing else");
  return keys && { keys, stores: storeRecord(`${settings.text("KEY_FILE")}.store`), log };
}

interface Means extends ListenOptions {
  db: Database<unknown>;
  tokens: Token[];
  keyFile: KeyFile | null;
  durable: boolean;
  close(): Promise<void>;
}

async function begin({ schema, ...own }: ReturnType<typeof readOwn>, means: Means): Promise<Serving> {
  const db = means.db.withSchema(schema).withTables<Tables>();
  const keys = await openKeys(db, means.keyFile, nowOf({ clock }));
  const metrics = processMetrics();
  const app = sealingApp({ ...own, ...means, metrics, db, keys, clock });
  const ready = async () => {
    await assertMigrated(means.db, schema, migrations(schema));
    await assertKeyLives(db, keys.current.public);
    const failed = own.generator.failure();
    if (failed) throw failed;
  };
  return serve({ ...means, app, log: own.log, metrics, ready });
}
