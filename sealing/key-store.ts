// All SQL of keys. A private key is stored only where the service made it for itself.
import { type Keys, keysOf, newPem, readPem, type SigningKey } from "./keys.ts";
import { discreetly } from "./store.ts";
import type { Db } from "./tables.ts";

export interface PublishedKey {
  key: string;
  /** Since when it could make seals. */
  from: string;
  /** When it made its last one; null for the key that makes them now. */
  until: string | null;
}

const SLOT = 1;

/** The keys of the file, or the key that this service made once for itself; the first is published as of `now`. */
export async function openKeys(db: Db, fromFile: [SigningKey, ...SigningKey[]] | null, now: string): Promise<Keys> {
  const [current, ...older] = fromFile ?? [await ownKey(db)];
  const row = { key: current.public, since: now };
  await discreetly(
    db
      .insertInto("key")
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return keysOf(current, older);
}

// Of replicas that start at once one makes the key, and all of them use it.
async function ownKey(db: Db): Promise<SigningKey> {
  const read = () => discreetly(db.selectFrom("own_key").select("pem").executeTakeFirst());
  const pem = (await read())?.pem ?? (await insertOwnKey(db).then(read))?.pem ?? "";
  const keys = readPem(pem);
  if (!keys) throw new Error("the key in the table own_key is not one that this service made");
  return keys[0];
}

async function insertOwnKey(db: Db): Promise<void> {
  await discreetly(
    db
      .insertInto("own_key")
      .values({ slot: SLOT, pem: newPem() })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
}

/** All keys that ever made seals here, the oldest first. */
export async function publishedKeys(db: Db, current: string): Promise<PublishedKey[]> {
  const select = db
    .selectFrom("key")
    .select((e) => [
      "key.key",
      "since",
      e
        .selectFrom("seal")
        .select((s) => s.fn.max("issued_at").as("last"))
        .whereRef("seal.key", "=", "key.key")
        .as("last"),
    ])
    .orderBy("since")
    .orderBy("key.key");
  const rows = await discreetly(select.execute());
  return rows.map(({ key, since, last }) => ({ key, from: since, until: key === current ? null : (last ?? since) }));
}
