// SQL for seals, the same on PostgreSQL and PGlite. One statement per list, each in its own transaction.
import { compiledOnce, isUnavailable } from "@fairhat/runtime";
import { sql } from "kysely";
import type { Db, SealTable, SecretTable } from "./tables.ts";

export type NewSeal = Omit<SealTable, (typeof LATER)[number]> & SecretTable;

/** Moves a seal from the state that was read (`was`: its binding then) to the next. */
export type Advance = Pick<SealTable, "draw" | (typeof LATER)[number]> & { was: string | null };

export type SealRow = Awaited<ReturnType<typeof select>>[number];

const SEALED = ["draw", "core", "key", "generator", "issued_at", "digest", "seal"] as const;
const LATER = ["manifest", "draw_after", "bound_at", "binding", "opened_at", "opening"] as const;
const ADVANCE = ["draw", "was", ...LATER] as const;

/**
 * A statement failed. Driver errors contain parameters and rows, including secrets; this one keeps only the message.
 */
class StoreError extends Error {
  /** The driver's error code, which distinguishes a wrong statement from an unavailable database. */
  readonly code: unknown;

  constructor(error: Error & { code?: unknown }) {
    super(`the database refused: ${error.message}`);
    // pg gives no code for a broken or refused connection; SQLSTATE has one.
    this.code = error.code ?? (isUnavailable(error) ? "08006" : undefined);
  }
}

// Sorted by draw, so that concurrent inserts of the same draws cannot deadlock.
const insert = compiledOnce((db: Db) =>
  db
    .with("asked", (q) => q.selectFrom(listed<NewSeal>([...SEALED, "secret"])).select([...SEALED, "secret"]))
    .with("made", (q) =>
      q
        .insertInto("seal")
        .columns([...SEALED])
        .expression((e) =>
          e
            .selectFrom("asked")
            .innerJoin("living_key", "living_key.key", "asked.key")
            .select(SEALED.map((name) => `asked.${name}` as const))
            .orderBy("asked.draw"),
        )
        .onConflict((conflict) => conflict.column("draw").doNothing())
        .returning("draw"),
    )
    .insertInto("secret")
    .columns(["draw", "secret"])
    .expression((e) =>
      e.selectFrom("asked").innerJoin("made", "made.draw", "asked.draw").select(["asked.draw", "asked.secret"]),
    )
    .returning("draw"),
);

/** Stores seals with their secrets, except for sealed draws or a retired key. Returns the draws it sealed. */
export async function insertSeals(db: Db, seals: NewSeal[]): Promise<Set<string>> {
  return drawsOf(await withRedactedErrors(insert(db, [JSON.stringify(seals)])));
}

const select = compiledOnce((db: Db) =>
  db
    .selectFrom("seal")
    .leftJoin("secret", "secret.draw", "seal.draw")
    .leftJoin("living_key", "living_key.key", "seal.key")
    .select(["seal.draw", "core", "seal.key", "generator", "issued_at", "digest", "seal"])
    .select(["manifest", "draw_after", "bound_at", "binding", "opening"])
    .select((e) => [
      e("secret.draw", "is not", null).as("has_secret"),
      e("living_key.key", "is not", null).as("key_lives"),
    ])
    .where("seal.draw", "=", anyOf()),
);

/** The stored rows by draw, without secrets. */
export async function readSeals(db: Db, draws: string[]): Promise<Map<string, SealRow>> {
  const rows = await withRedactedErrors(select(db, [draws]));
  return new Map(rows.map((row) => [row.draw, row]));
}

const selectSecrets = compiledOnce((db: Db) =>
  db.selectFrom("secret").select(["draw", "secret"]).where("draw", "=", anyOf()),
);

/** Secrets by draw, hex: only for draws about to be opened. */
export async function readSecrets(db: Db, draws: string[]): Promise<Map<string, string>> {
  const rows = await withRedactedErrors(selectSecrets(db, [draws]));
  return new Map(rows.map(({ draw, secret }) => [draw, secret]));
}

const update = compiledOnce((db: Db) =>
  db
    // Locked in the order of the draws, so that concurrent replicas cannot deadlock.
    .with("asked", (q) =>
      q
        .selectFrom(listed<Advance>(ADVANCE))
        .innerJoin("seal", "seal.draw", "listed.draw")
        .select(ADVANCE.map((name) => `listed.${name}` as const))
        .where("seal.draw", "=", anyOf()) // keeps the planner from scanning the table
        .orderBy("listed.draw")
        .forNoKeyUpdate("seal"),
    )
    .updateTable("seal")
    .from("asked")
    .set((e) => ({
      manifest: e.ref("asked.manifest"),
      draw_after: e.ref("asked.draw_after"),
      bound_at: e.ref("asked.bound_at"),
      binding: e.ref("asked.binding"),
      opened_at: e.ref("asked.opened_at"),
      opening: e.ref("asked.opening"),
    }))
    .where("seal.draw", "=", anyOf())
    .whereRef("seal.draw", "=", "asked.draw")
    .whereRef("seal.binding", "is not distinct from", "asked.was")
    .where("seal.opening", "is", null)
    .returning("seal.draw"),
);

/**
 * Writes each advance whose seal is unchanged since it was read. Returns the draws written; another replica wrote the
 * rest.
 */
export async function advanceSeals(db: Db, advances: Advance[]): Promise<Set<string>> {
  const draws = advances.map(({ draw }) => draw);
  return drawsOf(await withRedactedErrors(update(db, [JSON.stringify(advances), draws, draws])));
}

/** Rows of text as one parameter, so that the statement is the same for one row and a thousand. */
function listed<Row extends object>(columns: readonly (keyof Row & string)[]) {
  const list = sql<Row>`json_to_recordset(${null}::json)`;
  return list.as<"listed">(sql`listed(${sql.raw(columns.map((name) => `${name} text`).join(", "))})`);
}

/** Matches any of the draws passed as one parameter. */
function anyOf() {
  return sql<string>`any(${null}::text[])`;
}

function drawsOf(rows: { draw: string }[]): Set<string> {
  return new Set(rows.map(({ draw }) => draw));
}

/** Awaits a statement and strips all values from its errors. */
export async function withRedactedErrors<T>(running: Promise<T>): Promise<T> {
  return running.catch((error) => {
    throw new StoreError(error);
  });
}
