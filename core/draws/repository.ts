// All SQL on draws. A step is one conditional write; no row back means that somebody else was first.
import { type ExpressionBuilder, sql } from "kysely";
import { LARGE, LIGHT } from "../clients/rules.ts";
import { type Db, type DbOrTrx, DRAW_COLUMNS, type DrawTable, SCHEMA, type Tables } from "../db/schema.ts";
import type { NewList } from "./entries.ts";
import type { Lock } from "./manifest.ts";
import { BATCH, insertDraws, insertTogether, keeping, type Services } from "./shared.ts";

export type Draw = DrawTable;

/** Where a page of recent draws goes on: the last one of the page before. */
export type Cursor = Pick<Draw, "created_at" | "id">;

/** Stores a draw and its list, or nothing of both. Undefined when the id is taken. */
export async function insertDraw(db: Db, draw: Draw, chunks: string[]): Promise<Draw | undefined> {
  const batches = Array.from(batchesOf(chunks));
  try {
    return batches.length > 1 ? await insertInTurn(db, draw, batches) : await insertTogether(db, { draw, chunks });
  } catch (error) {
    // Another request with this id was first: its list or its draw was in the way.
    if (await findDraw(db, draw.id)) return undefined;
    throw error;
  }
}

// Until all of its list is there the draw is open, and nobody else sees it.
function insertInTurn(db: Db, draw: Draw, batches: Batch[]): Promise<Draw | undefined> {
  const { manifest, manifest_digest, locked_at, draw_after, begun_at } = draw;
  const unlocked = { manifest: null, manifest_digest: null, locked_at: null, draw_after: null, begun_at: null };
  return db.transaction().execute(async (trx) => {
    const [open] = await insertDraws(trx, [{ draw: { ...draw, ...unlocked, state: "open" }, chunks: [] }]);
    for (const batch of batches) await writeBatch(trx, draw.id, batch);
    if (draw.state === "open") return open;
    return lockDraw(trx, draw, { manifest, manifest_digest, locked_at, draw_after }, begun_at);
  });
}

interface Batch {
  /** Position of its first chunk. */
  from: number;
  chunks: string[];
}

function* batchesOf(chunks: string[]): Generator<Batch> {
  let batch: Batch = { from: 0, chunks: [] };
  let length = 0;
  for (const [at, chunk] of chunks.entries()) {
    if (length > 0 && length + chunk.length > BATCH) {
      yield batch;
      batch = { from: at, chunks: [] };
      length = 0;
    }
    batch.chunks.push(chunk);
    length += chunk.length;
  }
  if (length > 0) yield batch;
}

async function writeBatch(db: DbOrTrx, id: string, { from, chunks }: Batch): Promise<void> {
  await sql`
    insert into ${sql.table(`${SCHEMA}.entries`)} (draw, chunk, data)
    select ${id}, ${from}::integer + part.number - 1, part.data
    from unnest(${chunks}::text[]) with ordinality part (data, number)
  `.execute(db);
}

export function findDraw(db: Db, id: string): Promise<Draw | undefined> {
  return db.selectFrom("draw").select(DRAW_COLUMNS).where("id", "=", id).executeTakeFirst();
}

const SHORT_COLUMNS = DRAW_COLUMNS.filter((name) => name !== "outcome");

/** As findDraw, without the outcome, which may have megabytes and which no step needs. */
export async function findDrawInShort(db: Db, id: string): Promise<Draw | undefined> {
  const draw = await db.selectFrom("draw").select(SHORT_COLUMNS).where("id", "=", id).executeTakeFirst();
  return draw && { ...draw, outcome: null };
}

/** The outcome of a drawn draw. */
export async function readOutcome(db: Db, id: string): Promise<string | null> {
  const drawn = db.selectFrom("draw").select("outcome").where("id", "=", id);
  return (await drawn.executeTakeFirstOrThrow()).outcome;
}

/** As findDraw, for a draw that was there before; only one that was open may be gone. */
export function readDraw(db: Db, id: string): Promise<Draw> {
  return db.selectFrom("draw").select(DRAW_COLUMNS).where("id", "=", id).executeTakeFirstOrThrow();
}

/** Replaces the list of an open draw. Undefined when it is not open. */
export function replaceEntries(db: Db, id: string, { summary, chunks }: NewList): Promise<Draw | undefined> {
  return db.transaction().execute(async (trx) => {
    const open = trx.updateTable("draw").set(summary).where("id", "=", id).where("state", "=", "open");
    const draw = await open.returning(DRAW_COLUMNS).executeTakeFirst();
    if (!draw) return undefined;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    for (const batch of batchesOf(chunks)) await writeBatch(trx, id, batch);
    return draw;
  });
}

/** What can be changed of an open draw beside its list. */
type Details = Pick<Draw, "title" | "organiser" | "rule" | "params" | "listed">;

/** Changes an open draw; another rule only where it and its list are still those that were checked. Undefined when they are not. */
export function replaceDetails(db: Db, draw: Draw, details: Partial<Details>): Promise<Draw | undefined> {
  const { id, rule, params, entry_root } = draw;
  // Set to itself, a row is written even where nothing is given.
  const open = db
    .updateTable("draw")
    .set({ id, ...details })
    .where("id", "=", id)
    .where("state", "=", "open");
  const fitting = open.where("rule", "=", rule).where("params", "=", params).where("entry_root", "=", entry_root);
  return ("rule" in details ? fitting : open).returning(DRAW_COLUMNS).executeTakeFirst();
}

/** Replaces the hash of a draw's manage key; false where another request did so first. */
export async function replaceHash(db: Db, { id, generation }: Draw, manage_hash: string): Promise<boolean> {
  const next = db
    .updateTable("draw")
    .set({ manage_hash, generation: generation + 1 })
    .where("id", "=", id);
  return (await next.where("generation", "=", generation).executeTakeFirst()).numUpdatedRows === 1n;
}

/** Deletes an open draw with its list; false where it is not open. */
export function deleteDraw(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // The row first: nobody locks the draw while its list goes.
    const open = trx.selectFrom("draw").select("id").where("id", "=", id).where("state", "=", "open").forUpdate();
    if (!(await open.executeTakeFirst())) return false;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    await trx.deleteFrom("draw").where("id", "=", id).execute();
    return true;
  });
}

/** Locks an open draw that is still the one that the lock was made of. */
export function lockDraw(
  db: DbOrTrx,
  { id, entry_root, title, organiser, rule, params }: Draw,
  lock: Lock,
  begunAt: string | null,
): Promise<Draw | undefined> {
  return db
    .updateTable("draw")
    .set({ ...lock, state: "locked", begun_at: begunAt })
    .where("id", "=", id)
    .where("state", "=", "open")
    .where("entry_root", "=", entry_root)
    .where("title", "=", title)
    .where("organiser", "=", organiser)
    .where("rule", "=", rule)
    .where("params", "=", params)
    .returning(DRAW_COLUMNS)
    .executeTakeFirst();
}

const locked = (db: Db, id: string) => db.updateTable("draw").where("id", "=", id).where("state", "=", "locked");

/** From here on the draw is finished, not stopped. */
export function beginDraw(db: Db, id: string, at: string): Promise<Draw | undefined> {
  return locked(db, id).set({ begun_at: at }).where("begun_at", "is", null).returning(DRAW_COLUMNS).executeTakeFirst();
}

/** Keeps what the random services answered; what is there already stays. */
export function keepAnswers(db: Db, id: string, answers: Partial<Services>): Promise<Draw | undefined> {
  return locked(db, id).set(keeping(answers)).returning(DRAW_COLUMNS).executeTakeFirst();
}

/** Makes a locked draw void whose openings are not both kept; where `unbegun` is demanded, none that was begun. */
export function voidDraw(db: Db, id: string, reason: string, unbegun: boolean): Promise<Draw | undefined> {
  const stopped = locked(db, id)
    .set({ state: "void", void: reason })
    .where((where) => where.or([where("opening_a", "is", null), where("opening_b", "is", null)]));
  return (unbegun ? stopped.where("begun_at", "is", null) : stopped).returning(DRAW_COLUMNS).executeTakeFirst();
}

/** The chunks `numbers` of a list, in order. */
export async function findChunks(db: Db, draw: string, numbers: number[]): Promise<Tables["entries"][]> {
  if (numbers.length === 0) return [];
  const all = db
    .selectFrom("entries")
    .select(["draw", "chunk", "data"])
    .where("draw", "=", draw)
    .where("chunk", "in", numbers);
  return all.orderBy("chunk").execute();
}

const openedLarge = ({ and, eb }: ExpressionBuilder<Tables, "draw">) =>
  and([eb("entry_count", ">", LARGE), eb("opening_a", "is not", null), eb("opening_b", "is not", null)]);

/**
 * Draws that wait for somebody to take them on: half bound, begun, or announced for a time that is not after `now`; large ones
 * until they are opened. What was locked or begun after `since` is left out: somebody is at it. In no order, so that many that
 * are stuck never keep the others from their turn; light ones (LIGHT) apart from the rest.
 */
export function unfinishedDraws(
  db: Db,
  light: boolean,
  { now, since, most }: { now: string; since: string; most: number },
): Promise<Draw[]> {
  return db
    .selectFrom("draw")
    .select(DRAW_COLUMNS)
    .where("state", "=", "locked")
    .where("entry_count", light ? "<=" : ">", LIGHT)
    .where((where) => where.not(openedLarge(where)))
    .where((where) => {
      const begun = where("begun_at", "<=", since);
      const waits = where("begun_at", "is", null);
      const unbound = where.or([where("binding_a", "is", null), where("binding_b", "is", null)]);
      const halfBound = where.and([waits, unbound, where("locked_at", "<=", since)]);
      const announced = where("draw_after", ">", where.ref("locked_at"));
      return where.or([begun, halfBound, where.and([waits, announced, where("draw_after", "<=", now)])]);
    })
    .orderBy(sql`random()`)
    .limit(most)
    .execute();
}

/** A large draw that is opened and not drawn, any of them; none that was begun after `since`. */
export function undrawnLarge(db: Db, since: string): Promise<Pick<Draw, "id"> | undefined> {
  const opened = db.selectFrom("draw").select("id").where("state", "=", "locked").where(openedLarge);
  return opened.where("begun_at", "<=", since).orderBy(sql`random()`).limit(1).executeTakeFirst();
}

const largeEntries = (db: Db) =>
  db
    .selectFrom("draw")
    .select(({ fn }) => fn.coalesce(fn.sum<string>("entry_count"), sql<string>`0`).as("sum"))
    .where("state", "=", "locked")
    .where("entry_count", ">", LARGE);

/** Entries of the large draws that have begun and are not drawn. */
export async function waitingLargeEntries(db: Db): Promise<number> {
  return Number((await largeEntries(db).where("begun_at", "is not", null).executeTakeFirstOrThrow()).sum);
}

/** Entries of the large draws that are due from one time to another and have not begun. */
export async function dueLargeEntries(db: Db, from: string, to: string): Promise<number> {
  const due = largeEntries(db).where("begun_at", "is", null).where("draw_after", ">=", from);
  return Number((await due.where("draw_after", "<=", to).executeTakeFirstOrThrow()).sum);
}

/** The draws that took the place of a void one, in the order in which they were made. */
export async function redrawsOf(db: Db, id: string): Promise<string[]> {
  const made = db.selectFrom("draw").select("id").where("previous", "=", id).orderBy("created_at").orderBy("id");
  return (await made.execute()).map((draw) => draw.id);
}

/** Locked draws, not begun, that were sealed on this side with one of the keys. */
export function waitingFor(db: Db, side: "a" | "b", keys: string[], most: number): Promise<Draw[]> {
  const key = sql<string>`${sql.ref(`seal_${side}`)}::jsonb #>> '{statement,service}'`;
  const waiting = db
    .selectFrom("draw")
    .select(DRAW_COLUMNS)
    .where("state", "=", "locked")
    .where("begun_at", "is", null);
  return waiting.where(key, "=", sql<string>`any(${keys}::text[])`).limit(most).execute();
}

const LINE = ["id", "title", "organiser", "state", "rule", "created_at", "entry_count"] as const;

/** What the list of recent draws shows of one. */
export type RecentDraw = Pick<Draw, (typeof LINE)[number]>;

/** Listed draws, newest first, from after the cursor on: read from the index `draw_recent` alone. */
export function recentDraws(db: Db, after: Cursor | null, most: number): Promise<RecentDraw[]> {
  return recentQuery(db, after, most).execute();
}

export function recentQuery(db: Db, after: Cursor | null, most: number) {
  // As a parameter, `true` would hide from a prepared plan that the index fits.
  const listed = db.selectFrom("draw").select(LINE).where(sql<boolean>`listed`);
  const page = after ? listed.where(sql<boolean>`(created_at, id) < (${after.created_at}, ${after.id})`) : listed;
  return page.orderBy("created_at", "desc").orderBy("id", "desc").limit(most);
}
