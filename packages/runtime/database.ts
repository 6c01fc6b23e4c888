// PostgreSQL through pg and Kysely. The embedded database comes with its own Kysely; the rest is the same for both.
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
import { BadSettings, type Settings } from "./settings.ts";

/** A database in which a service owns one schema; tables are named through `db.withSchema(schema)`. */
export type Database<Tables> = Kysely<Tables>;

const INT8 = 20;
const CONNECT_TIMEOUT = 8_000; // milliseconds; less than the ten seconds that a call of core may take
const STATEMENT_TIMEOUT = 60_000;

/** Opens a pool of connections to `url` (postgres://…). Nothing is connected before the first query. */
export function connect<Tables>(url: string, connections = 10): Database<Tables> {
  // Whatever we keep in an int8 is at most 2^53-1.
  pg.types.setTypeParser(INT8, Number);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: CONNECT_TIMEOUT,
    statement_timeout: STATEMENT_TIMEOUT,
  });
  // A connection that breaks fails its next query and is replaced. Without listeners, on the pool for those that are idle and
  // on each that is in somebody's hands, it would be an error that nobody caught.
  pool.on("error", () => {});
  pool.on("connect", (connection) => connection.on("error", () => {}));
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/** A statement that is compiled once for each database; it runs with its parameters in the order in which it names them. */
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

// A prepared statement is parsed and planned once for each connection, which costs more than running it.
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
  // Kysely asks with a cursor only where it was given one.
  return { query: query as unknown as PostgresPoolClient["query"], release: (destroy) => client.release(destroy) };
}

// PostgreSQL refuses a prepared statement whose result changed its columns. What `*` gives does that while a later version
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

/** The forms that a schema has had; throws where it has had none. */
async function formsOf(db: Database<unknown>, schema: string): Promise<string[]> {
  const query = sql<{ name: string }>`select name from ${sql.table(`${schema}.kysely_migration`)} order by name`;
  return (await query.execute(db)).rows.map(({ name }) => name);
}

/** Throws unless the database answers and the schema has had all of these migrations. */
export async function demandMigrated(
  db: Database<unknown>,
  schema: string,
  migrations: Record<string, Migration>,
): Promise<void> {
  const forms = await formsOf(db, schema);
  const lacking = Object.keys(migrations).filter((name) => !forms.includes(name));
  if (lacking.length > 0) throw new Error(`the schema ${schema} lacks the migrations ${lacking.join(", ")}`);
}

/**
 * Brings a schema to its newest form; safe when several instances start at once. Answers the migrations of a later version
 * that it has had: then it is left as it is. Throws what a migration threw, or BadSettings for a role that may not migrate.
 */
export async function migrate(
  db: Database<unknown>,
  schema: string,
  migrations: Record<string, Migration>,
): Promise<string[]> {
  const query = sql<{ found: boolean }>`select to_regclass(${`${schema}.kysely_migration`}) is not null as found`;
  const found = (await query.execute(db)).rows[0]?.found;
  const forms = found ? await formsOf(db, schema) : [];
  const later = forms.filter((name) => !Object.hasOwn(migrations, name));
  if (later.length > 0 || forms.length === Object.keys(migrations).length) return later;
  const provider = { getMigrations: async () => migrations };
  const migrator = new Migrator({ db, provider, migrationTableSchema: schema });
  const { error } = await migrator.migrateToLatest();
  if (error) throw mayNotMigrate(error) ? new BadSettings([notMigrated(schema)]) : error;
  return [];
}

// In a deployment services run as roles that change no schema: what does runs before them.
function mayNotMigrate(error: unknown): boolean {
  return (error as { code?: string }).code === "42501"; // insufficient_privilege
}

function notMigrated(schema: string): string {
  return `the schema ${schema} is not migrated, and this service's role may not do it; deploy anew, migrations come first`;
}

/** What is logged where `migrate` answered migrations of a later version. */
export const LATER =
  "a later version has migrated the database; this one goes on, as after an update that was rolled back; do not keep it so";

/** Throws BadSettings where `migrate` answered migrations of a later version. */
export function refuseLater(schema: string, later: string[]): void {
  if (later.length === 0) return;
  throw new BadSettings([
    `the data was used by a later version of Fairhat (${schema} has had ${later.join(", ")}); start that version again, or ` +
      "begin with other data. Nothing was changed.",
  ]);
}

/** Whether a commit of this database is flushed to disk before it is answered. */
export async function flushes(db: Database<unknown>): Promise<boolean> {
  const query = sql<{ flushes: boolean }>`
    select current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as flushes`;
  const { rows } = await query.execute(db);
  return rows[0]?.flushes ?? false;
}

// SQLSTATE classes 08 (connection exception), 53 (a full disk, no memory, too many connections) and 57P (shutting down, starting
// up), 57014 (the statement timeout), and what the system says of a network.
const UNAVAILABLE_CODE =
  /^(08...|57P0.|53...|57014|ECONN(REFUSED|RESET|ABORTED)|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH)$/;
// pg and its pool have no codes for these.
const UNAVAILABLE_MESSAGE =
  /^(Connection terminated|Client has encountered a connection error|timeout expired|timeout exceeded when trying)/;

/** Whether an error says that the database cannot be reached now, rather than that a statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return UNAVAILABLE_CODE.test(String((error as { code?: unknown }).code)) || UNAVAILABLE_MESSAGE.test(error.message);
}
