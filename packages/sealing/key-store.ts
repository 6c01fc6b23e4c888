// SQL for keys. A private key is stored only if the service generated it. A key lives in one unbroken store. Living
// keys are in a table that no backup contains, so a restored store has none (docs/protocol.md, section 4).
import { randomBytes } from "node:crypto";
import { BadSettings, type Log } from "@fairhat/runtime";
import { sql } from "kysely";
import type { PublishedKey } from "./contract.ts";
import { type FileKeys, type Keys, keysOf, newPem, readPem, type SigningKey } from "./keys.ts";
import { withRedactedErrors } from "./store.ts";
import { recordLine, type StoreRecord } from "./store-record.ts";
import type { Db } from "./tables.ts";

const NEW_KEY = "openssl genpkey -algorithm ed25519";

export interface KeyFile {
  keys: FileKeys;
  /** The store that each key belongs to. */
  stores: StoreRecord;
  log: Pick<Log, "warn">;
}

/**
 * The keys of the file, or those generated here, newest first; the newest is published as of `now`. Generates a key if
 * all generated ones are retired. Throws BadSettings for a file with a retired key, or with one that belongs to another
 * store, which it retires.
 */
export async function openKeys(db: Db, file: KeyFile | null, now: string): Promise<Keys> {
  if (file) await claimKeys(db, file, now);
  const [current, ...older] = file?.keys ?? (await ownKeys(db)) ?? (await newOwnKeys(db));
  await publish(db, current.public, now);
  return keysOf(current, older, async () => (file ? [] : ((await ownKeys(db)) ?? [])));
}

// Before any key is published: a key used in another store must never live in this one.
async function claimKeys(db: Db, file: KeyFile, now: string): Promise<void> {
  await refuseRetired(db, file.keys);
  const store = await storeId(db);
  const recorded = file.stores.read();
  if (!recorded)
    throw new BadSettings([`${file.stores.name} must have lines "<public key> <store>"; restore that file`]);
  const names = file.keys.map((key) => key.public);
  const foreign = names.filter((name) => recorded.has(name) && recorded.get(name) !== store);
  if (foreign.length > 0) await retireForeign(db, foreign, now);
  const unrecorded = names.filter((name) => !recorded.has(name));
  if (unrecorded.length === 0) return;
  for (const name of unrecorded) recorded.set(name, store);
  if (!file.stores.write(recorded)) await allowUnrecorded(db, file, unrecorded, store);
}

async function retireForeign(db: Db, foreign: string[], now: string): Promise<never> {
  const rows = foreign.map((key) => ({ key, since: now }));
  const insert = db.insertInto("key").values(rows);
  await withRedactedErrors(insert.onConflict((conflict) => conflict.doNothing()).execute());
  await withRedactedErrors(db.deleteFrom("living_key").where("key", "in", foreign).execute());
  throw new BadSettings([
    `KEY_FILE holds a key that belongs to another store than this one, and is retired now (${foreign.join(", ")}): this ` +
      `service's database was emptied or replaced; put a new key in its place: ${NEW_KEY}`,
  ]);
}

// A key that lives here belongs to no other store; for a key never seen here, that is unknown.
async function allowUnrecorded(db: Db, { stores, log }: KeyFile, keys: string[], store: string): Promise<void> {
  const select = db.selectFrom("living_key").select("key").where("key", "in", keys);
  const lines = keys.map((key) => recordLine(key, store)).join("\n");
  if ((await withRedactedErrors(select.execute())).length === keys.length) {
    const why = `${stores.name} cannot be written, so an emptied database would not be noticed; put this into it: ${lines}`;
    log.warn({ why }, "the store of a key is not recorded");
    return;
  }
  throw new BadSettings([
    `${stores.name} cannot be written; where this key was never used with another database, put this into it: ${lines}`,
  ]);
}

/** This store's id, created if needed. */
async function storeId(db: Db): Promise<string> {
  const id = randomBytes(16).toString("hex");
  await withRedactedErrors(
    db
      .insertInto("store")
      .values({ id })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return (await withRedactedErrors(db.selectFrom("store").select("id").executeTakeFirstOrThrow())).id;
}

/** Publishes a key as of `since`. A retired key stays retired. */
export async function publish(db: Db, key: string, since: string): Promise<void> {
  const insert = db
    .with("made", (q) =>
      q
        .insertInto("key")
        .values({ key, since })
        .onConflict((conflict) => conflict.doNothing())
        .returning("key"),
    )
    .insertInto("living_key")
    .columns(["key"])
    .expression((e) => e.selectFrom("made").select("made.key"));
  await withRedactedErrors(insert.execute());
}

async function refuseRetired(db: Db, keys: FileKeys): Promise<void> {
  const retired = await retiredAmong(db, keys);
  if (retired.size === 0) return;
  throw new BadSettings([
    `KEY_FILE holds a key that is retired because this service's store was restored (${[...retired].join(", ")}); ` +
      `put a new one in its place: ${NEW_KEY}`,
  ]);
}

async function retiredAmong(db: Db, keys: SigningKey[]): Promise<Set<string>> {
  const names = keys.map((key) => key.public);
  const select = db
    .selectFrom("key")
    .leftJoin("living_key", "living_key.key", "key.key")
    .select("key.key")
    .where("key.key", "=", sql<string>`any(${names}::text[])`)
    .where("living_key.key", "is", null);
  return new Set((await withRedactedErrors(select.execute())).map(({ key }) => key));
}

/** The living keys generated here, newest first; null if there are none. */
async function ownKeys(db: Db): Promise<FileKeys | null> {
  const rows = await withRedactedErrors(db.selectFrom("own_key").select("pem").orderBy("slot", "desc").execute());
  const keys = rows.map(({ pem }) => {
    const read = readPem(pem);
    if (!read) throw new Error("a key in the table own_key is not one that this service made");
    return read[0];
  });
  const retired = await retiredAmong(db, keys);
  const [current, ...older] = keys.filter((key) => !retired.has(key.public));
  return current ? [current, ...older] : null;
}

// If several replicas start at once, one generates the key and all use it.
async function newOwnKeys(db: Db): Promise<FileKeys> {
  await addOwnKey(db);
  const keys = await ownKeys(db);
  if (!keys) throw new Error("the key just made is not in the database");
  return keys;
}

/** Adds a key for new seals from the next start on; older keys still bind and open theirs. */
export async function addOwnKey(db: Db): Promise<void> {
  await withRedactedErrors(
    db
      .insertInto("own_key")
      .columns(["slot", "pem"])
      .expression((e) =>
        e
          .selectFrom("own_key")
          .select((s) => [
            sql<number>`coalesce(${s.fn.max("slot")}, 0) + 1`.as("slot"),
            sql<string>`${newPem()}`.as("pem"),
          ]),
      )
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** Retires every key and makes this another store: required after a restore, copy or failover. */
export async function retireKeys(db: Db): Promise<void> {
  await withRedactedErrors(db.deleteFrom("living_key").execute());
  await withRedactedErrors(db.deleteFrom("store").execute());
}

/** Throws unless this key lives here. */
export async function assertKeyLives(db: Db, key: string): Promise<void> {
  const living = db.selectFrom("living_key").select("key").where("key", "=", key).executeTakeFirst();
  if (!(await withRedactedErrors(living)))
    throw new Error("the store was restored and this process's key retired; start it anew");
}

/** All keys that ever sealed here, oldest first. */
export async function publishedKeys(db: Db, current: string): Promise<PublishedKey[]> {
  const select = db
    .selectFrom("key")
    .leftJoin("living_key", "living_key.key", "key.key")
    .select((e) => [
      "key.key",
      "since",
      e("living_key.key", "is", null).as("retired"),
      e
        .selectFrom("seal")
        .select((s) => s.fn.max("issued_at").as("last"))
        .whereRef("seal.key", "=", "key.key")
        .as("last"),
    ])
    .orderBy("since")
    .orderBy("key.key");
  const rows = await withRedactedErrors(select.execute());
  return rows.map(({ key, since, last, retired }) => {
    return { key, from: since, until: key === current ? null : (last ?? since), retired: Boolean(retired) };
  });
}
