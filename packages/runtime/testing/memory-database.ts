// In-memory databases for tests. Starting one takes seconds, so they are emptied and reused across files.
import { PGlite } from "@electric-sql/pglite";
import { dataDir } from "@electric-sql/pglite-prepopulatedfs";

const free: PGlite[] = [];
const used: PGlite[] = [];

/** An empty database, exclusive to its caller until `releaseDatabases`; closing it has no effect. */
export async function memoryDatabase(): Promise<PGlite> {
  const pglite = free.pop() ?? (await start());
  used.push(pglite);
  return pglite;
}

async function start(): Promise<PGlite> {
  const pglite = await PGlite.create({ loadDataDir: await dataDir() });
  return Object.assign(pglite, { close: async () => {} });
}

/** Empties all databases in use. A test file that took one calls this when its tests are over. */
export async function releaseDatabases(): Promise<void> {
  for (const pglite of used.splice(0)) {
    await empty(pglite);
    free.push(pglite);
  }
}

async function empty(pglite: PGlite): Promise<void> {
  const { rows } = await pglite.query<{ schema: string }>(
    "select quote_ident(nspname) as schema from pg_namespace where nspname !~ '^(pg_|information_schema$)'",
  );
  for (const { schema } of rows) await pglite.exec(`drop schema ${schema} cascade`);
  await pglite.exec("create schema public");
  await pglite.exec("discard all");
}
