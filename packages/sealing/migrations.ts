// The migrations of a random service's schema, in order. A published migration never changes.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Migration } from "kysely/migration";

/** Quotes a table or function with its schema. */
type Named = (name: string) => RawBuilder<unknown>;

export function migrations(schema: string): Record<string, Migration> {
  const named: Named = (name) => sql.table(`${schema}.${name}`);
  return {
    "2026-11-22-first": {
      async up(db: Kysely<unknown>) {
        await createSeals(db, named);
        await createKeys(db, named);
        await createGuards(db, named);
      },
    },
    "2026-11-23-living-keys": { up: (db: Kysely<unknown>) => createLivingKeys(db, named) },
    "2026-11-30-store-id": { up: (db: Kysely<unknown>) => createStore(db, named) },
    "2026-12-08-rows-whole": { up: (db: Kysely<unknown>) => keepRowsWhole(db, named) },
  };
}

async function createSeals(db: Kysely<unknown>, named: Named): Promise<void> {
  // Times are protocol text: byte order is time order.
  await sql`
    create table ${named("seal")} (
      draw text primary key, core text not null, key text not null, generator text not null,
      issued_at text collate "C" not null, digest text not null, seal text not null,
      manifest text, draw_after text collate "C", bound_at text collate "C", binding text,
      opened_at text collate "C", opening text,
      check (draw ~ '^[0-9a-f]{32}$'),
      check (key ~ '^[0-9a-f]{64}$' and digest ~ '^[0-9a-f]{64}$' and manifest ~ '^[0-9a-f]{64}$'),
      constraint bound_whole check (num_nulls(manifest, bound_at, binding) in (0, 3)),
      constraint bound_before_draw_after check (draw_after is null or manifest is not null),
      constraint opened_whole check (num_nulls(opened_at, opening) in (0, 2)),
      constraint opened_when_bound check (opening is null or binding is not null),
      constraint opened_in_time check (opened_at >= bound_at and opened_at >= draw_after)
    )`.execute(db);
  await sql`create index on ${named("seal")} (key, issued_at)`.execute(db);
  await sql`
    create table ${named("secret")} (draw text primary key, secret text not null)`.execute(db);
}

async function createKeys(db: Kysely<unknown>, named: Named): Promise<void> {
  await sql`create table ${named("key")} (key text primary key, since text collate "C" not null)`.execute(db);
  await sql`
    create table ${named("own_key")} (slot integer primary key check (slot = 1), pem text not null)`.execute(db);
}

// No store was restored before this migration: all keys live.
async function createLivingKeys(db: Kysely<unknown>, named: Named): Promise<void> {
  await sql`create table ${named("living_key")} (key text primary key)`.execute(db);
  await sql`insert into ${named("living_key")} select key from ${named("key")}`.execute(db);
  await sql`alter table ${named("own_key")} drop constraint own_key_slot_check`.execute(db);
}

// The row is created at the first start, so a store restored without it gets a new id.
async function createStore(db: Kysely<unknown>, named: Named): Promise<void> {
  await sql`
    create table ${named("store")} (
      id text not null check (id ~ '^[0-9a-f]{32}$'), single boolean primary key default true check (single)
    )`.execute(db);
}

// A seal's row has up to 3 kB; with the default of 2 kB, PostgreSQL would compress it when it is opened. The free space in
// each page takes the opened row, so that no index changes.
async function keepRowsWhole(db: Kysely<unknown>, named: Named): Promise<void> {
  await sql`alter table ${named("seal")} set (toast_tuple_target = 8160, fillfactor = 40)`.execute(db);
}

const SEALED = ["draw", "core", "key", "generator", "issued_at", "digest", "seal"];
const BOUND = ["manifest", "draw_after", "bound_at", "binding"];
const OPENED = ["opened_at", "opening"];

/** SQL that is true if one of the columns changes. */
function changed(columns: string[]): RawBuilder<unknown> {
  return sql.raw(columns.map((name) => `new.${name} is distinct from old.${name}`).join(" or "));
}

// Seals, bindings and openings are final, even if the code above the database is wrong.
async function createGuards(db: Kysely<unknown>, named: Named): Promise<void> {
  await sql`
    create function ${named("guard_seal")}() returns trigger language plpgsql as $guard$
    begin
      if ${changed(SEALED)} then raise exception 'draw % is sealed', old.draw; end if;
      if old.manifest is not null and (${changed(BOUND)}) then raise exception 'draw % is bound', old.draw; end if;
      if old.opening is not null and (${changed(OPENED)}) then raise exception 'draw % is opened', old.draw; end if;
      return new;
    end $guard$`.execute(db);
  await sql`
    create function ${named("guard_kept")}() returns trigger language plpgsql as $guard$
    begin
      raise exception 'a row of % is never changed or deleted', tg_table_name;
    end $guard$`.execute(db);
  await guard(db, named, "seal", "update", "guard_seal");
  for (const table of ["secret", "key"]) await guard(db, named, table, "update", "guard_kept");
  for (const table of ["seal", "secret", "key"]) await guard(db, named, table, "delete or truncate", "guard_kept");
}

async function guard(db: Kysely<unknown>, named: Named, table: string, on: string, by: string): Promise<void> {
  const each = on === "update" ? "row" : "statement"; // truncate triggers are per statement
  await sql`
    create trigger ${sql.raw(`kept_on_${on.slice(0, 6)}`)} before ${sql.raw(on)} on ${named(table)}
    for each ${sql.raw(each)} execute function ${named(by)}()`.execute(db);
}
