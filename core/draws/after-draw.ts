// SQL for what follows a draw: passovers, published names, erased lists.
import type { Passover } from "@fairhat/protocol";
import { sql } from "kysely";
import { type Db, type DisclosureTable, DRAW_COLUMNS, type DrawTable, type PassoverTable } from "../db/schema.ts";
import { deleteNames } from "./names.ts";

/** Adds a passover; undefined if another one was added first. */
export async function addPassover(db: Db, row: PassoverTable): Promise<PassoverTable | undefined> {
  return db
    .with("counted", (trx) =>
      trx
        .updateTable("draw")
        .set({ passed: row.number + 1 })
        .where("id", "=", row.draw)
        .where("state", "=", "drawn")
        .where("passed", "=", row.number)
        .returning("id"),
    )
    .insertInto("passover")
    .columns(["draw", "number", "position", "key", "signed"])
    .expression((query) =>
      query
        .selectFrom("counted")
        .select(({ val }) => [
          "counted.id",
          sql<number>`${val(row.number)}::integer`.as("number"),
          sql<number>`${val(row.position)}::integer`.as("position"),
          sql<string>`${val(row.key)}::text`.as("key"),
          sql<string>`${val(row.signed)}::text`.as("signed"),
        ]),
    )
    .returning(["draw", "number", "position", "key", "signed"])
    .executeTakeFirst();
}

/** The passovers of a draw, in order. */
export async function passoverRows(db: Db, draw: string): Promise<PassoverTable[]> {
  const rows = db.selectFrom("passover").select(["draw", "number", "position", "key", "signed"]);
  return rows.where("draw", "=", draw).orderBy("number").execute();
}

export async function passoversOf(db: Db, draw: string): Promise<Passover[]> {
  return (await passoverRows(db, draw)).map(({ signed }) => JSON.parse(signed).statement);
}

/** Publishes names of a private draw; false if its list is erased. Already published names are unchanged. */
export function addDisclosures(db: Db, draw: string, names: Omit<DisclosureTable, "draw">[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Shared lock: the list cannot be erased between this check and our commit.
    const kept = trx.selectFrom("draw").select("id").where("id", "=", draw).where("erased_at", "is", null).forShare();
    if (!(await kept.executeTakeFirst())) return false;
    const rows = names.map(({ position, label, salt }) => ({ draw, position, label, salt }));
    const added = trx.insertInto("disclosure").values(rows);
    const once = added.onConflict((conflict) => conflict.columns(["draw", "position"]).doNothing());
    if (rows.length > 0) await once.execute();
    return true;
  });
}

/** The published names of a private draw, by position. */
export async function disclosuresOf(db: Db, draw: string): Promise<Omit<DisclosureTable, "draw">[]> {
  const rows = db.selectFrom("disclosure").select(["position", "label", "salt"]);
  return rows.where("draw", "=", draw).orderBy("position").execute();
}

/** Every key that core has signed with. */
export async function coreKeys(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("passover").select("key").distinct().execute();
  return rows.map(({ key }) => key);
}

/** Finished draws that began by `before`, or were locked by then and never began, and still have their list. */
export async function drawsWithOldLists(db: Db, before: string, most: number): Promise<string[]> {
  const began = sql<string>`coalesce(begun_at, locked_at)`;
  const old = db.selectFrom("draw").select("id").where(began, "<=", before);
  // As in the index `draw_with_list`; as parameters, these values would keep a prepared plan from using it.
  const kept = old.where(sql<boolean>`erased_at is null and entry_count > 0 and state in ('drawn', 'void')`);
  return (await kept.orderBy(began).limit(most).execute()).map(({ id }) => id);
}

/** Erases the list and the published names of a finished draw. Undefined if it was erased before. */
export function eraseList(db: Db, id: string, at: string): Promise<DrawTable | undefined> {
  return db.transaction().execute(async (trx) => {
    const over = trx.updateTable("draw").set({ erased_at: at }).where("id", "=", id).where("erased_at", "is", null);
    const erased = await over.where("state", "in", ["drawn", "void"]).returning(DRAW_COLUMNS).executeTakeFirst();
    if (!erased) return undefined;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    await trx.deleteFrom("disclosure").where("draw", "=", id).execute();
    await deleteNames(trx, id);
    return erased;
  });
}
