// SQL for draws. A step is one conditional write; no row returned means that another request was first.
import { type ExpressionBuilder, sql } from "kysely";
import { LARGE, LIGHT } from "../clients/rules.ts";
import { type Db, type DbOrTrx, DRAW_COLUMNS, type DrawTable, SCHEMA, type Tables } from "../db/schema.ts";
import type { NewList } from "./entries.ts";
import type { Lock } from "./manifest.ts";
import { insertNames, replaceNames, type SealedNames } from "./names.ts";
import { BATCH, insertDraws, insertTogether, keeping, type Services } from "./shared.ts";

export type Draw = DrawTable;

/** Cursor of recent draws: the last one of the previous page. */
export type Cursor = Pick<Draw, "created_at" | "id">;

/** Stores a draw, its list and the names that are kept of it, or nothing of all. Undefined when the id is taken. */
export async function insertDraw(db: Db, draw: Draw, chunks: string[], names?: SealedNames): Promise<Draw | undefined> {
  const batches = Array.from(batchesOf(chunks));
  const isShort = batches.length <= 1 && !names;
  try {
    return isShort ? await insertTogether(db, { draw, chunks }) : await insertInTurn(db, draw, batches, names);
  } catch (error) {
    // Another request with this id was first.
    if (await findDraw(db, draw.id)) return undefined;
    throw error;
  }
}

// Until its whole list is stored the draw is open and invisible to others.
function insertInTurn(db: Db, draw: Draw, batches: Batch[], names: SealedNames | undefined): Promise<Draw | undefined> {
  const { manifest, manifest_digest, locked_at, draw_after, begun_at } = draw;
  const unlocked = { manifest: null, manifest_digest: null, locked_at: null, draw_after: null, begun_at: null };
  return db.transaction().execute(async (trx) => {
    const [open] = await insertDraws(trx, [{ draw: { ...draw, ...unlocked, state: "open" }, chunks: [] }]);
    for (const batch of batches) await writeBatch(trx, draw.id, batch);
    if (names) await insertNames(trx, draw.id, names);
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

/** Like findDraw, without the outcome, which may have megabytes and which no step needs. */
export async function findDrawInShort(db: Db, id: string): Promise<Draw | undefined> {
  const draw = await db.selectFrom("draw").select(SHORT_COLUMNS).where("id", "=", id).executeTakeFirst();
  return draw && { ...draw, outcome: null };
}

/** The outcome of a drawn draw. */
export async function readOutcome(db: Db, id: string): Promise<string | null> {
  const drawn = db.selectFrom("draw").select("outcome").where("id", "=", id);
  return (await drawn.executeTakeFirstOrThrow()).outcome;
}

/** Like findDraw, for a draw that existed before; only an open one may be gone. */
export function readDraw(db: Db, id: string): Promise<Draw> {
  return db.selectFrom("draw").select(DRAW_COLUMNS).where("id", "=", id).executeTakeFirstOrThrow();
}

/** Replaces the list of an open draw, and the names that are kept of it. Undefined when it is not open. */
export function replaceEntries(
  db: Db,
  id: string,
  { summary, chunks }: NewList,
  names?: string[],
): Promise<Draw | undefined> {
  return db.transaction().execute(async (trx) => {
    const open = trx.updateTable("draw").set(summary).where("id", "=", id).where("state", "=", "open");
    const draw = await open.returning(DRAW_COLUMNS).executeTakeFirst();
    if (!draw) return undefined;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    for (const batch of batchesOf(chunks)) await writeBatch(trx, id, batch);
    if (names) await replaceNames(trx, id, names);
    return draw;
  });
}

/** The changeable details of an open draw. */
type Details = Pick<Draw, "title" | "organiser" | "rule" | "params" | "listed">;

/** Changes an open draw; its rule only if rule and list are still the checked ones. Undefined otherwise. */
export function replaceDetails(db: Db, draw: Draw, details: Partial<Details>): Promise<Draw | undefined> {
  const { id, rule, params, entry_root } = draw;
  // Set to itself, so that the row is written even if nothing is given.
  const open = db
    .updateTable("draw")
    .set({ id, ...details })
    .where("id", "=", id)
    .where("state", "=", "open");
  const fitting = open.where("rule", "=", rule).where("params", "=", params).where("entry_root", "=", entry_root);
  return ("rule" in details ? fitting : open).returning(DRAW_COLUMNS).executeTakeFirst();
}

/**
 * Replaces the hash of a draw's manage key, and the wrapped key of names that are kept of it; false where another request
 * did so first.
 */
export function replaceHash(
  db: Db,
  { id, generation }: Draw,
  manage_hash: string,
  wrapped: string | undefined,
): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    const current = trx.updateTable("draw").where("id", "=", id).where("generation", "=", generation);
    const replaced = await current.set({ manage_hash, generation: generation + 1 }).executeTakeFirst();
    if (replaced.numUpdatedRows !== 1n) return false;
    if (wrapped) await trx.updateTable("names_key").set({ wrapped }).where("draw", "=", id).execute();
    return true;
  });
}

/** Deletes an open draw with its list; false if it is not open. */
export function deleteDraw(db: Db, id: string): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // The row first, so that the draw cannot be locked while its list is deleted.
    const open = trx.selectFrom("draw").select("id").where("id", "=", id).where("state", "=", "open").forUpdate();
    if (!(await open.executeTakeFirst())) return false;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    await trx.deleteFrom("draw").where("id", "=", id).execute();
    return true;
  });
}

/** Locks an open draw that is unchanged since its lock was made. */
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

/** Stores the random services' answers; existing ones stay. */
export function keepAnswers(db: Db, id: string, answers: Partial<Services>): Promise<Draw | undefined> {
  return locked(db, id).set(keeping(answers)).returning(DRAW_COLUMNS).executeTakeFirst();
}

/** Makes a locked draw void unless both openings are stored; with `unbegun`, none that has begun. */
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
 * Draws that need work: half bound, begun, or scheduled for a time up to `now`; large ones until they are opened. Draws
 * locked or begun after `since` are left out, because a request is working on them. In random order, so that stuck
 * draws never starve others; light ones (LIGHT) are separate from the rest.
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

/** Any large draw that is opened and not drawn, unless it was begun after `since`. */
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

/** Entries of all large draws that have begun and are not drawn. */
export async function waitingLargeEntries(db: Db): Promise<number> {
  return Number((await largeEntries(db).where("begun_at", "is not", null).executeTakeFirstOrThrow()).sum);
}

/** Entries of the large draws due in a time range that have not begun. */
export async function dueLargeEntries(db: Db, from: string, to: string): Promise<number> {
  const due = largeEntries(db).where("begun_at", "is", null).where("draw_after", ">=", from);
  return Number((await due.where("draw_after", "<=", to).executeTakeFirstOrThrow()).sum);
}

/** Locked, not begun draws that were sealed on this side with one of the keys. */
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

/** The columns of a recent draw. */
export type RecentDraw = Pick<Draw, (typeof LINE)[number]>;

/** Listed draws, newest first, after the cursor: an index-only scan of `draw_recent`. */
export function recentDraws(db: Db, after: Cursor | null, most: number): Promise<RecentDraw[]> {
  return recentQuery(db, after, most).execute();
}

export function recentQuery(db: Db, after: Cursor | null, most: number) {
  // As a parameter, `true` would keep a prepared plan from using the index.
  const listed = db.selectFrom("draw").select(LINE).where(sql<boolean>`listed`);
  const page = after ? listed.where(sql<boolean>`(created_at, id) < (${after.created_at}, ${after.id})`) : listed;
  return page.orderBy("created_at", "desc").orderBy("id", "desc").limit(most);
}
