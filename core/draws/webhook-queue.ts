// SQL for webhooks. A draw's state implies its number of events; a webhook counts those delivered.
import { sql } from "kysely";
import type { Db, WebhookTable } from "../db/schema.ts";

const COLUMNS = [
  "id",
  "draw",
  "url",
  "secret",
  "created_at",
  "sent",
  "attempts",
  "status",
  "next_at",
  "ended",
] as const;

/** Stores a webhook unless the draw has `most`; an existing one with the same URL is unchanged. */
export function addWebhook(
  db: Db,
  row: Pick<WebhookTable, "id" | "draw" | "url" | "secret" | "created_at">,
  most: number,
): Promise<WebhookTable | undefined> {
  return db.transaction().execute(async (trx) => {
    // Serialised, because two concurrent requests would both find the last place free.
    await trx.selectFrom("draw").select("id").where("id", "=", row.draw).forUpdate().executeTakeFirst();
    const stored = await trx.selectFrom("webhook").select(COLUMNS).where("draw", "=", row.draw).execute();
    const same = stored.find(({ url }) => url === row.url);
    if (same || stored.length >= most) return same;
    // A finished draw has events already, so the webhook is due at once.
    const added = trx.insertInto("webhook").values({ ...row, sent: 0, attempts: 0, next_at: row.created_at });
    return added.returning(COLUMNS).executeTakeFirstOrThrow();
  });
}

/** The webhooks of a draw, oldest first. */
export function webhooksOf(db: Db, draw: string): Promise<WebhookTable[]> {
  const rows = db.selectFrom("webhook").select(COLUMNS).where("draw", "=", draw);
  return rows.orderBy("created_at").orderBy("id").execute();
}

/** Deletes a webhook; false if the draw has none with this id. */
export async function deleteWebhook(db: Db, draw: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom("webhook")
    .where("draw", "=", draw)
    .where("id", "=", id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Makes these draws' webhooks due. */
export async function wakeWebhooks(db: Db, draws: string[], now: string): Promise<void> {
  if (draws.length === 0) return;
  const active = db.updateTable("webhook").set({ next_at: now }).where("ended", "is", null);
  await active.where("draw", "in", draws).execute();
}

/** After a crash: makes every webhook due that has something to deliver and is not waiting for a retry. */
export async function wakeMissed(db: Db, now: string): Promise<void> {
  const idle = db.updateTable("webhook as w").from("draw as d").set({ next_at: now });
  await idle
    .whereRef("d.id", "=", "w.draw")
    .where("w.ended", "is", null)
    .where("w.next_at", "is", null)
    .where(sql<boolean>`d.state in ('drawn', 'void') and w.sent < 1 + d.passed`)
    .execute();
}

/** Leases due webhooks for one attempt each. No other worker takes them until `lease`, by when the attempt is over. */
export async function takeWebhooks(db: Db, now: string, lease: string, most: number): Promise<WebhookTable[]> {
  const due = db.selectFrom("webhook").select("id").where("next_at", "<=", now).orderBy("next_at").limit(most);
  const taken = db
    .updateTable("webhook")
    .set({ next_at: lease, attempts: sql`attempts + 1` })
    .where("id", "in", due.forUpdate().skipLocked());
  return taken.returning(COLUMNS).execute();
}

/** Counts a delivered event, and makes the webhook due again. */
export async function countDelivered(db: Db, { id, sent }: WebhookTable, status: number, now: string): Promise<void> {
  const next = { sent: sent + 1, attempts: 0, status, next_at: now };
  await db.updateTable("webhook").set(next).where("id", "=", id).where("sent", "=", sent).execute();
}

/** Stores when the next attempt is due, if any, unless the webhook became due again meanwhile. */
export async function settleWebhook(
  db: Db,
  { id, next_at }: WebhookTable,
  settled: Partial<Pick<WebhookTable, "attempts" | "status" | "next_at" | "ended">>,
): Promise<void> {
  await db.updateTable("webhook").set(settled).where("id", "=", id).where("next_at", "=", next_at).execute();
}
