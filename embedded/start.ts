// Fairhat in one process: four services on loopback, one embedded database, a schema for each service that stores data.
import { dirname, join } from "node:path";
import { embedCore } from "@fairhat/core";
import { randomA } from "@fairhat/random-a";
import { randomB } from "@fairhat/random-b";
import { startRules } from "@fairhat/rules";
import type { Database, Serving } from "@fairhat/runtime";
import { embedSealing } from "@fairhat/sealing";
import { Kysely, PGliteDialect } from "kysely";
import { openDatabase } from "./database.ts";
import { openFolder } from "./folder.ts";

type Environment = Record<string, string | undefined>;

/** How services reach the database; tests wrap it. */
export type Connecting = (pglite: Awaited<ReturnType<typeof openDatabase>>) => Database<unknown>;

const DEFAULT_FOLDER = join(dirname(import.meta.dir), ".fairhat");
const connectTo: Connecting = (pglite) => new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });

/**
 * Starts everything with the settings of `environment`: FAIRHAT_DATA (the folder), PORT, PUBLIC_URL, LOG_LEVEL,
 * OPERATOR, GENERATOR, ENTROPY_FILE. Throws BadSettings after releasing what it had taken.
 */
export async function startEmbedded(environment: Environment, connecting = connectTo): Promise<Serving> {
  await using taken = new AsyncDisposableStack();
  const folder = openFolder(environment.FAIRHAT_DATA || DEFAULT_FOLDER);
  taken.defer(folder.unlock);
  const pglite = await openDatabase(folder);
  taken.defer(() => pglite.close());
  const started = (service: Serving) => {
    taken.defer(service.stop);
    return service.url;
  };
  const { core, tokens } = folder.secrets;
  const inside = {
    LOG_LEVEL: "warn",
    ...environment,
    HOST: "127.0.0.1",
    PORT: "0",
    METRICS_PORT: undefined,
    DRAIN_SECONDS: "0",
  };
  const a = started(await embedSealing(randomA, inside, { db: connecting(pglite), token: tokens.a }));
  const b = started(await embedSealing(randomB, inside, { db: connecting(pglite), token: tokens.b }));
  const rules = started(await startRules(inside));
  const random = { a: { url: a, token: tokens.a, publicUrl: a }, b: { url: b, token: tokens.b, publicUrl: b } };
  const own = { LOG_LEVEL: "warn", ...environment };
  const url = started(await embedCore(own, { random, rules }, { db: connecting(pglite), secret: core }));
  const stopping = taken.move();
  return { url, stop: () => stopping.disposeAsync() };
}
