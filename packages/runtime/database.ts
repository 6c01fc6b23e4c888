// PostgreSQL through pg and Kysely. The embedded database has its own Kysely dialect; everything else is shared.
import {
  type Compilable,
  type CompiledQuery,
  Kysely,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  sql,
} from "kysely";
import { type Migration, Migrator } from "kysely/migration";
import pg from "pg";
import { codeOf } from "./errors.ts";
import { BadSettings, type Settings } from "./settings.ts";

/** A database in which a service owns one schema; name tables through `db.withSchema(schema)`. */
export type Database<Tables> = Kysely<Tables>;

const INT8 = 20;
const CONNECT_TIMEOUT = 8_000; // milliseconds; less than core's timeout of ten seconds
const STATEMENT_TIMEOUT = 60_000;

/** Opens a connection pool to `url` (postgres://…). Connects at the first query. */
export function connect<Tables>(url: string, connections = 10): Database<Tables> {
  // Our int8 values never exceed 2^53-1.
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
  });
  // A broken connection fails its next query and is replaced. Without listeners on the pool (for idle connections) and
  // on each connection in use, its error event would be an uncaught exception.
  pool.on("error", () => {});
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/** A statement compiled once per database. Its parameters are passed in the order in which it names them. */
export function compiledOnce<Tables, Row>(
  build: (db: Database<Tables>) => Compilable<Row>,
): (db: Database<Tables>, parameters: unknown[]) => Promise<Row[]> {
  const compiled = new WeakMap<Database<Tables>, CompiledQuery<Row>>();
  return async (db, parameters) => {
    const query = compiled.get(db) ?? build(db).compile();
    compiled.set(db, query);
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}

const MAX_PREPARED = 200; // statements: our texts are fixed, so there are far fewer
const preparedNames = new Map<string, string>();

// Prepared statements are parsed and planned once per connection; both cost more than running them.
function preparing(pool: pg.Pool): PostgresPool {
  const clients = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    async connect() {
      const client = await pool.connect();
      const preparing = clients.get(client) ?? preparingClient(client);
      clients.set(client, preparing);
      return preparing;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function preparingClient(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: unknown[]) => client.query({ text, values, name: nameOf(text, values) });
  // Kysely uses a cursor only if one is configured.
  return { query: query as unknown as PostgresPoolClient["query"], release: (destroy) => client.release(destroy) };
}

// PostgreSQL refuses a prepared statement whose result columns changed. A `*` changes them when a later version
// migrates the database.
function nameOf(text: string, values: unknown[]): string | undefined {
  if (values.length === 0 || text.includes("*")) return undefined;
  if (preparedNames.size < MAX_PREPARED && !preparedNames.has(text)) {
    preparedNames.set(text, `statement_${preparedNames.size}`);
  }
  return preparedNames.get(text);
}

/** The setting DATABASE_URL_FILE. */
export function databaseUrl(settings: Settings): string {
  const url = settings.secretFile("DATABASE_URL_FILE");
  if (url && !/^postgres(ql)?:\/\//.test(url))
    settings.refuse("DATABASE_URL_FILE", "must hold a URL like postgres://…");
  return url;
}

/** The applied migrations of a schema; throws if it has none. */
async function appliedMigrations(db: Database<unknown>, schema: string): Promise<string[]> {
  const query = sql<{ name: string }>`select name from ${sql.table(`${schema}.kysely_migration`)} order by name`;
  return (await query.execute(db)).rows.map(({ name }) => name);
}

/** Throws unless the database answers and the schema has all of these migrations. */
export async function assertMigrated(
  db: Database<unknown>,
  schema: string,
  migrations: Record<string, Migration>,
): Promise<void> {
  const forms = await appliedMigrations(db, schema);
  const lacking = Object.keys(migrations).filter((name) => !forms.includes(name));
  if (lacking.length > 0) throw new Error(`the schema ${schema} lacks the migrations ${lacking.join(", ")}`);
}

/**
 * Migrates a schema to its newest version; safe for several instances at once. If it already has migrations of a later
 * version, it is left unchanged and they are returned. Throws a migration's error, or BadSettings for a role that may
 * not migrate.
 */
export async function migrate(
  db: Database<unknown>,
  schema: string,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const query = sql<{ found: boolean }>`select to_regclass(${`${schema}.kysely_migration`}) is not null as found`;
  const found = (await query.execute(db)).rows[0]?.found;
  const forms = found ? await appliedMigrations(db, schema) : [];
  const later = forms.filter((name) => !Object.hasOwn(migrations, name));
  if (later.length > 0 || forms.length === Object.keys(migrations).length) return later;
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db, provider, migrationTableSchema: schema });
  const { error } = await migrator.migrateToLatest();
  if (error) throw mayNotMigrate(error) ? new BadSettings([notMigrated(schema)]) : error;
  return [];
}

// In a deployment, services run as roles that cannot change a schema; a job migrates it before they start.
function mayNotMigrate(error: unknown): boolean {
  return codeOf(error) === "42501"; // insufficient_privilege
}

function notMigrated(schema: string): string {
  return `the schema ${schema} is not migrated, and this service's role may not do it; deploy anew, migrations come first`;
}

/** Logged if `migrate` returned migrations of a later version. */
export const DATABASE_IS_NEWER =
  "a later version has migrated the database; this one goes on, as after an update that was rolled back; do not keep it so";

/** Throws BadSettings if `migrate` returned migrations of a later version. */
export function assertNotNewer(schema: string, later: string[]): void {
  if (later.length === 0) return;
  throw new BadSettings([
    `the data was used by a later version of Fairhat (${schema} has had ${later.join(", ")}); start that version again, or ` +
      "begin with other data. Nothing was changed.",
  ]);
}

/** Whether this database flushes a commit to disk before it answers. */
export async function flushes(db: Database<unknown>): Promise<boolean> {
  const query = sql<{ flushes: boolean }>`
    select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as flushes`;
  const { rows } = await query.execute(db);
  return rows[0]?.flushes ?? false;
}

// SQLSTATE classes 08 (connection exception), 53 (insufficient resources), 57P (shutting down, starting up) and 57014
// (statement timeout), and the system's network errors.
const UNAVAILABLE_CODE =
  /^(08...|57P0.|53...|57014|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
// pg and its pool give no code for these.
const UNAVAILABLE_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|timeout exceeded when trying)/;

/** Whether an error means an unreachable database rather than a wrong statement. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNAVAILABLE_CODE.test(codeOf(error)) || UNAVAILABLE_MESSAGE.test(error.message);
}
