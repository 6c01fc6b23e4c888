// The migrations of the schema `core`, in order. A published migration never changes.
import { type Kysely, sql } from "kysely";
import type { Migration } from "kysely/migration";
import { SCHEMA } from "./schema.ts";

// The manifest's data, and what the draw's page shows with it, never change after the lock.
const FROZEN = [
  ...["id", "title", "organiser", "rule", "params", "created_at", "durable", "request_digest"],
  ...["entry_count", "entry_tickets", "entry_root", "seal_a", "seal_b", "generator_a", "generator_b"],
  ...["manifest", "manifest_digest", "locked_at", "draw_after"],
];
// Written once and never changed.
const WRITTEN_ONCE = ["begun_at", "binding_a", "binding_b", "opening_a", "opening_b", "outcome", "void"];

const changed = (column: string) => `new.${column} is distinct from old.${column}`;
const named = (name: string) => sql.table(`${SCHEMA}.${name}`);

const firstForm: Migration = {
  async up(db: Kysely<unknown>) {
    await createDraw(db);
    await createEntries(db);
    await writeDrawGuard(db, FROZEN);
    await guard(db, "draw", "update or delete");
    await guardEntries(db);
  },
};

const redraws: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table ${named("draw")} add column previous text references ${named("draw")}`.execute(db);
    await sql`create index on ${named("draw")} (previous) where previous is not null`.execute(db);
    await writeDrawGuard(db, [...FROZEN, "previous"]);
  },
};

// Older records, which may be void with both openings, stay unchanged.
const noVoidAfterOpenings: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create function ${named("guard_void")}() returns trigger language plpgsql as $guard$
      begin
        raise exception 'both numbers of draw % are out; it cannot be void', old.id;
      end $guard$`.execute(db);
    await sql`
      create trigger guard_void before update on ${named("draw")} for each row
      when (old.state <> 'void' and new.state = 'void' and new.opening_a is not null and new.opening_b is not null)
      execute function ${named("guard_void")}()`.execute(db);
  },
};

const passovers: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table ${named("draw")} add column passed integer not null default 0`.execute(db);
    await sql`
      create table ${named("passover")} (
        draw text not null references ${named("draw")}, number integer not null, position integer not null,
        key text not null, signed text not null,
        primary key (draw, number), unique (draw, position)
      )`.execute(db);
    await sql`
      create function ${named("guard_passover")}() returns trigger language plpgsql as $guard$
      begin raise exception 'what was said of a winner stays'; end $guard$`.execute(db);
    await guard(db, "passover", "update or delete");
  },
};

// The list of recent draws is an index-only scan, regardless of the number and size of draws.
const recentFromIndex: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create index draw_recent on ${named("draw")} (created_at desc, id desc)
      include (title, organiser, state, rule, entry_count) where listed`.execute(db);
    await sql`drop index ${named("draw_created_at_id_idx")}`.execute(db);
  },
};

// An open draw is no commitment: its organiser may delete it.
const openDrawsDeleted: Migration = {
  async up(db: Kysely<unknown>) {
    await writeDrawGuard(db, [...FROZEN, "previous"], "old.manifest is null");
  },
};

const namesDisclosed: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table ${named("disclosure")} (
        draw text not null references ${named("draw")}, position integer not null, label text not null, salt text not null,
        primary key (draw, position)
      )`.execute(db);
  },
};

// A list is erased whole, once, and only of a finished draw; seals, lock and result stay.
const listsErased: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table ${named("draw")} add column erased_at text`.execute(db);
    await sql`
      create function ${named("guard_erasure")}() returns trigger language plpgsql as $guard$
      begin
        if old.erased_at is not null or old.state not in ('drawn', 'void')
        then raise exception 'the list of draw % is erased once, after it is over', old.id; end if;
        return new;
      end $guard$`.execute(db);
    await sql`
      create trigger guard_erasure before update on ${named("draw")} for each row
      when (new.erased_at is distinct from old.erased_at) execute function ${named("guard_erasure")}()`.execute(db);
    await writeEntriesGuard(db, "and not (tg_op = 'DELETE' and d.erased_at is not null)");
  },
};

const webhooks: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table ${named("webhook")} (
        id text primary key, draw text not null references ${named("draw")} on delete cascade,
        url text not null, secret text not null, created_at text not null,
        sent integer not null default 0, attempts integer not null default 0, status integer,
        next_at text collate "C", ended text,
        unique (draw, url), check (ended in ('gone', 'failed')), check (ended is null or next_at is null)
      )`.execute(db);
    await sql`create index on ${named("webhook")} (next_at) where next_at is not null`.execute(db);
  },
};

const namesKept: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create table ${named("names_key")} (
        draw text primary key references ${named("draw")} on delete cascade, mask text not null, wrapped text not null
      )`.execute(db);
    await sql`
      create table ${named("names")} (
        draw text not null references ${named("draw")} on delete cascade, chunk integer not null, sealed text not null,
        primary key (draw, chunk)
      )`.execute(db);
  },
};

// A draw's row has up to 6 kB. With the default of 2 kB, PostgreSQL would compress it at every step and take it apart again
// for the guard.
const rowsWhole: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table ${named("draw")} set (toast_tuple_target = 8160)`.execute(db);
  },
};

// Lists that are kept for a time only are found by the time of their draw; erased ones leave the index.
const listsKeptForATime: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`
      create index draw_with_list on ${named("draw")} ((coalesce(begun_at, locked_at)))
      where erased_at is null and entry_count > 0 and state in ('drawn', 'void')`.execute(db);
  },
};

export const migrations: Record<string, Migration> = {
  "2026-11-22-first": firstForm,
  "2026-11-23-redraws": redraws,
  "2026-11-24-no-void-after-openings": noVoidAfterOpenings,
  "2026-12-01-recent-from-index": recentFromIndex,
  "2026-12-01-winners-passed-over": passovers,
  "2026-12-02-open-draws-deleted": openDrawsDeleted,
  "2026-12-03-names-disclosed": namesDisclosed,
  "2026-12-04-lists-erased": listsErased,
  "2026-12-06-webhooks": webhooks,
  "2026-12-07-names-kept": namesKept,
  "2026-12-08-rows-whole": rowsWhole,
  "2026-12-09-lists-kept-for-a-time": listsKeptForATime,
};

async function createDraw(db: Kysely<unknown>): Promise<void> {
  // Times are protocol text: byte order is time order.
  await sql`
    create table ${named("draw")} (
      id text primary key, title text not null, organiser text not null, rule text not null, params text not null,
      listed boolean not null, durable boolean not null, state text not null, created_at text collate "C" not null,
      generation integer not null, manage_hash text not null, request_digest text,
      entry_count integer not null, entry_tickets int8 not null, entry_root text not null,
      seal_a text not null, seal_b text not null, generator_a text not null, generator_b text not null,
      manifest text, manifest_digest text,
      locked_at text collate "C", draw_after text collate "C", begun_at text collate "C",
      binding_a text, binding_b text, opening_a text, opening_b text, outcome text, void text,
      check (state in ('open', 'locked', 'drawn', 'void')),
      check ((state = 'open') = (manifest is null)),
      check ((manifest is null) = (manifest_digest is null) and (manifest is null) = (locked_at is null)),
      check ((state = 'drawn') = (outcome is not null)),
      check ((state = 'void') = (void is not null)),
      check (state <> 'drawn' or (opening_a is not null and opening_b is not null)),
      check (opening_a is null or binding_a is not null),
      check (opening_b is null or binding_b is not null),
      check (manifest is not null or coalesce(draw_after, begun_at, binding_a, binding_b) is null)
    )`.execute(db);
  await sql`create index on ${named("draw")} (created_at desc, id desc) where listed`.execute(db);
  await sql`create index on ${named("draw")} (draw_after) where state = 'locked'`.execute(db);
}

async function createEntries(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table ${named("entries")} (
      draw text not null references ${named("draw")}, chunk integer not null, data text not null,
      primary key (draw, chunk)
    )`.execute(db);
}

// Enforces the order of states and the lock, even if the code above is wrong.
async function writeDrawGuard(db: Kysely<unknown>, columns: string[], deletable = "false"): Promise<void> {
  const frozen = sql.raw(columns.map(changed).join(" or "));
  const rewritten = sql.raw(WRITTEN_ONCE.map((name) => `(old.${name} is not null and ${changed(name)})`).join(" or "));
  const written = sql.raw(WRITTEN_ONCE.map(changed).join(" or "));
  await sql`
    create or replace function ${named("guard_draw")}() returns trigger language plpgsql as $guard$
    begin
      if tg_op = 'DELETE' and ${sql.raw(deletable)} then return old; end if;
      if tg_op <> 'UPDATE' then raise exception 'a draw is never deleted'; end if;
      if old.manifest is not null and (${frozen}) then raise exception 'draw % is locked', old.id; end if;
      if ${rewritten} then raise exception 'what draw % holds is written once', old.id; end if;
      if old.state in ('drawn', 'void') and (${written})
      then raise exception 'draw % is %', old.id, old.state; end if;
      if (old.state, new.state) not in (('open', 'open'), ('open', 'locked'), ('locked', 'locked'),
        ('locked', 'drawn'), ('locked', 'void'), ('drawn', 'drawn'), ('void', 'void'))
      then raise exception 'draw % cannot go from % to %', old.id, old.state, new.state; end if;
      return new;
    end $guard$`.execute(db);
}

// A list is inserted with its draw in one statement, before the draw is visible; later it changes only while the draw
// is open.
async function guardEntries(db: Kysely<unknown>): Promise<void> {
  await writeEntriesGuard(db, "");
  await guard(db, "entries", "insert or update or delete");
}

async function writeEntriesGuard(db: Kysely<unknown>, unless: string): Promise<void> {
  await sql`
    create or replace function ${named("guard_entries")}() returns trigger language plpgsql as $guard$
    begin
      if tg_op = 'TRUNCATE' then raise exception 'lists are never deleted together'; end if;
      -- Shared: nobody locks the draw between this look and our commit.
      perform from ${named("draw")} d where d.id in (old.draw, new.draw) for share;
      if exists (select from ${named("draw")} d where d.id in (old.draw, new.draw) and d.manifest is not null ${sql.raw(unless)})
      then raise exception 'the list of draw % is locked', coalesce(old.draw, new.draw); end if;
      return coalesce(new, old);
    end $guard$`.execute(db);
}

async function guard(db: Kysely<unknown>, table: string, events: string): Promise<void> {
  const check = named(`guard_${table}`);
  await sql`
    create trigger guard_rows before ${sql.raw(events)} on ${named(table)}
    for each row execute function ${check}()`.execute(db);
  await sql`
    create trigger guard_whole before truncate on ${named(table)}
    for each statement execute function ${check}()`.execute(db);
}
