// All SQL of keys. A private key is stored only where the service made it for itself. A key lives in one unbroken store:
// which ones do stands in a table of its own that no backup has, so in what was restored none does (docs/protocol.md, section 4).
import { BadSettings } from "@fairhat/service";
import { sql } from "kysely";
import { type Keys, keysOf, newPem, readPem, type SigningKey } from "./keys.ts";
import { discreetly } from "./store.ts";
import type { Db } from "./tables.ts";

export interface PublishedKey {
  key: string;
  /** Since when it could make seals. */
  from: string;
  /** When it made its last one; null for the key that makes them now. */
  until: string | null;
  /** Whether nothing is sealed, bound or opened with it any more: the store was restored. */
  retired: boolean;
}

type FileKeys = [SigningKey, ...SigningKey[]];

/**
 * The keys of the file, or those that this service made for itself, the newest first; that one is published as of `now`. Where
 * all of its own are retired it makes a new one. Throws BadSettings for a file with a key that is retired.
 */
export async function openKeys(db: Db, fromFile: FileKeys | null, now: string): Promise<Keys> {
  if (fromFile) await refuseRetired(db, fromFile);
  const [current, ...older] = fromFile ?? (await ownKeys(db)) ?? (await newOwnKeys(db));
  await publish(db, current.public, now);
  return keysOf(current, older, async () => (fromFile ? [] : ((await ownKeys(db)) ?? [])));
}

/** Publishes a key as of `since`, from when on it lives. One that was published before begins no second life. */
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
  await discreetly(insert.execute());
}

async function refuseRetired(db: Db, keys: FileKeys): Promise<void> {
  const retired = await retiredAmong(db, keys);
  if (retired.size === 0) return;
  throw new BadSettings([
    `KEY_FILE holds a key that is retired because this service's store was restored (${[...retired].join(", ")}); ` +
      "put a new one in its place: openssl genpkey -algorithm ed25519",
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
  return new Set((await discreetly(select.execute())).map(({ key }) => key));
}

/** The keys that this service made for itself and that live, the newest first; null where there is none. */
async function ownKeys(db: Db): Promise<FileKeys | null> {
  const rows = await discreetly(db.selectFrom("own_key").select("pem").orderBy("slot", "desc").execute());
  const keys = rows.map(({ pem }) => {
    const read = readPem(pem);
    if (!read) throw new Error("a key in the table own_key is not one that this service made");
    return read[0];
  });
  const retired = await retiredAmong(db, keys);
  const [current, ...older] = keys.filter((key) => !retired.has(key.public));
  return current ? [current, ...older] : null;
}

// Of replicas that start at once one makes the key, and all of them use it.
async function newOwnKeys(db: Db): Promise<FileKeys> {
  await addOwnKey(db);
  return (await ownKeys(db)) as FileKeys;
}

/** Adds a key that makes the seals as soon as the service is started anew; those before it still bind and open theirs. */
export async function addOwnKey(db: Db): Promise<void> {
  await discreetly(
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

/** Retires every key, as it must be in a store that was restored, copied or failed over. */
export async function retireKeys(db: Db): Promise<void> {
  await discreetly(db.deleteFrom("living_key").execute());
}

/** Throws unless this key lives here. */
export async function demandLiving(db: Db, key: string): Promise<void> {
  const living = db.selectFrom("living_key").select("key").where("key", "=", key).executeTakeFirst();
  if (!(await discreetly(living)))
    throw new Error("the store was restored and this process's key retired; start it anew");
}

/** All keys that ever made seals here, the oldest first. */
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
  const rows = await discreetly(select.execute());
  return rows.map(({ key, since, last, retired }) => {
    return { key, from: since, until: key === current ? null : (last ?? since), retired: Boolean(retired) };
  });
}
