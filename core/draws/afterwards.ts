// SQL on what follows a draw: who was passed over, names that are published, a list that is erased.
import type { Passover } from "@fairhat/protocol";
import { sql } from "kysely";
import { type Db, type DisclosureTable, DRAW_COLUMNS, type DrawTable, type PassoverTable } from "../db/schema.ts";

/** Adds what is said of a winner; undefined where something else was added before it. */
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

/** What was said of a draw's winners, in order. */
export async function passoverRows(db: Db, draw: string): Promise<PassoverTable[]> {
  const rows = db.selectFrom("passover").select(["draw", "number", "position", "key", "signed"]);
  return rows.where("draw", "=", draw).orderBy("number").execute();
}

export async function passoversOf(db: Db, draw: string): Promise<Passover[]> {
  return (await passoverRows(db, draw)).map(({ signed }) => JSON.parse(signed).statement);
}

/** Publishes names of a private draw; false where its list is erased. One that is published already stays as it is. */
export function addDisclosures(db: Db, draw: string, names: Omit<DisclosureTable, "draw">[]): Promise<boolean> {
  return db.transaction().execute(async (trx) => {
    // Shared: nobody erases the list between this look and our commit.
    const kept = trx.selectFrom("draw").select("id").where("id", "=", draw).where("erased_at", "is", null).forShare();
    if (!(await kept.executeTakeFirst())) return false;
    const rows = names.map(({ position, label, salt }) => ({ draw, position, label, salt }));
    const added = trx.insertInto("disclosure").values(rows);
    const once = added.onConflict((conflict) => conflict.columns(["draw", "position"]).doNothing());
    if (rows.length > 0) await once.execute();
    return true;
  });
}

/** The names of a private draw that are published, by their positions. */
export async function disclosuresOf(db: Db, draw: string): Promise<Omit<DisclosureTable, "draw">[]> {
  const rows = db.selectFrom("disclosure").select(["position", "label", "salt"]);
  return rows.where("draw", "=", draw).orderBy("position").execute();
}

/** Every key of core's that signed something. */
export async function coreKeys(db: Db): Promise<string[]> {
  const rows = await db.selectFrom("passover").select("key").distinct().execute();
  return rows.map(({ key }) => key);
}

/** Erases the list of a draw that is over, and the names of it that were published. Undefined when it was erased before. */
export function eraseList(db: Db, id: string, at: string): Promise<DrawTable | undefined> {
  return db.transaction().execute(async (trx) => {
    const over = trx.updateTable("draw").set({ erased_at: at }).where("id", "=", id).where("erased_at", "is", null);
    const erased = await over.where("state", "in", ["drawn", "void"]).returning(DRAW_COLUMNS).executeTakeFirst();
    if (!erased) return undefined;
    await trx.deleteFrom("entries").where("draw", "=", id).execute();
    await trx.deleteFrom("disclosure").where("draw", "=", id).execute();
    return erased;
  });
}
