import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { BadSettings, migrate } from "@fairhat/runtime";
import { releaseDatabases } from "@fairhat/runtime/testing";
import { type KeyFile, openKeys, publish, retireKeys } from "./key-store.ts";
import type { SigningKey } from "./keys.ts";
import { migrations } from "./migrations.ts";
import type { Db, Tables } from "./tables.ts";
import { fileOf, HOUR, keptLog, later, memoryDatabase, NOW, newKey, replica, sealingSchema } from "./testing.ts";

let db: Db;
let service: ReturnType<typeof replica>;
beforeAll(async () => {
  db = await sealingSchema(await memoryDatabase());
  service = replica(db);
});
afterAll(releaseDatabases);

describe("keys", () => {
  test("are published with the times of their first and last seals", async () => {
    const [old, current] = [newKey(), newKey()];
    const before = replica(db, {
      keys: await openKeys(db, fileOf([old]), later(-HOUR)),
      clock: () => Date.parse(NOW) - 1,
    });
    await before.seal();
    const now = replica(db, { keys: await openKeys(db, fileOf([current, old]), NOW) });
    await openKeys(db, fileOf([current]), later(HOUR));
    const told = (await (await now.request("/key")).json()) as { keys: { key: string }[] };
    expect(told).toMatchObject({ service: current.public, operator: "Operator", generator: "counted", durable: false });
    expect(told.keys.filter(({ key }) => [old.public, current.public].includes(key))).toEqual([
      { key: old.public, from: later(-HOUR), until: later(-1), retired: false },
      { key: current.public, from: NOW, until: null, retired: false },
    ] as never);
  });

  test("a key that never made a seal is published from its start, retired or not", async () => {
    const unused = newKey();
    await openKeys(db, fileOf([unused]), later(-2 * HOUR));
    const told = async () => ((await (await service.request("/key")).json()) as { keys: object[] }).keys;
    const published = { key: unused.public, from: later(-2 * HOUR), until: later(-2 * HOUR) };
    expect(await told()).toContainEqual({ ...published, retired: false });
    await retireKeys(db);
    expect(await told()).toContainEqual({ ...published, retired: true });
  });
});

describe("a file's keys belong to one store", () => {
  /** Another database of the same service, such as an emptied one. */
  const emptied = (schema: string) => memoryDatabase().then((root) => sealingSchema(root, schema));
  const publishedIn = (store: Db) => store.selectFrom("key").leftJoin("living_key", "living_key.key", "key.key");
  const states = async (store: Db, { public: key }: SigningKey) =>
    (await publishedIn(store).select("living_key.key as living").where("key.key", "=", key).execute()).map(
      ({ living }) => (living ? "lives" : "retired"),
    );
  const readOnly = (keys: KeyFile["keys"], record = new Map()) => {
    const { log, lines } = keptLog();
    const file = fileOf(keys, record);
    return { file: { ...file, log, stores: { ...file.stores, write: () => false } }, lines };
  };

  test("recorded at the first start, and adopted by an existing store", async () => {
    const [key, added] = [newKey(), newKey()];
    const record = new Map();
    await openKeys(db, fileOf([key], record), NOW);
    const { id } = await db.selectFrom("store").select("id").executeTakeFirstOrThrow();
    expect(record).toEqual(new Map([[key.public, id]]));
    await openKeys(db, fileOf([added, key], record), NOW);
    expect(record).toEqual(new Map([key, added].map((one) => [one.public, id])));
    // As after an update from a version without the record.
    await db.deleteFrom("store").execute();
    const upgraded = new Map();
    await openKeys(db, fileOf([key], upgraded), NOW);
    expect(upgraded.get(key.public)).toMatch(/^[0-9a-f]{32}$/);
    expect(await states(db, key)).toEqual(["lives"]);
  });

  test("also in a store migrated by an earlier version, where they continue", async () => {
    const key = newKey();
    const root = await memoryDatabase();
    const all = migrations("random_a");
    const before = Object.fromEntries(Object.entries(all).filter(([name]) => name < "2026-11-30"));
    expect(Object.keys(before)).toHaveLength(2);
    await migrate(root, "random_a", before);
    await publish(root.withSchema("random_a").withTables<Tables>(), key.public, NOW);
    const upgraded = await sealingSchema(root, "random_a");
    const record = new Map();
    await openKeys(upgraded, fileOf([key], record), later(HOUR));
    expect(await states(upgraded, key)).toEqual(["lives"]);
    expect(record.has(key.public)).toBe(true);
  });

  test("are retired if the store is another one, even without the record: they seal nothing more", async () => {
    const key = newKey();
    const record = new Map();
    await openKeys(db, fileOf([key], record), NOW);
    const other = await emptied("random_a");
    const starting = openKeys(other, fileOf([newKey(), key], record), NOW);
    await expect(starting).rejects.toThrow(BadSettings);
    await expect(starting).rejects.toThrow("KEY_FILE holds a key that belongs to another store than this one");
    await expect(starting).rejects.toThrow(key.public);
    expect(await states(other, key)).toEqual(["retired"]);
    await expect(openKeys(other, fileOf([key]), NOW)).rejects.toThrow("KEY_FILE holds a key that is retired");
    const fresh = newKey();
    await openKeys(other, fileOf([fresh], record), NOW);
    expect(await states(other, fresh)).toEqual(["lives"]);
  });

  test("a store reported as restored is another one", async () => {
    const [key, unused] = [newKey(), newKey()];
    const store = await emptied("random_a");
    const record = new Map();
    await openKeys(store, fileOf([key, unused], record), NOW);
    await retireKeys(store);
    await expect(openKeys(store, fileOf([unused], record), NOW)).rejects.toThrow("belongs to another store");
  });

  test("if the record cannot be written, a key that lives here continues with a warning, an unknown one does not", async () => {
    const [known, unknown] = [newKey(), newKey()];
    await openKeys(db, fileOf([known]), NOW);
    const upgraded = readOnly([known]);
    await openKeys(db, upgraded.file, NOW);
    expect(upgraded.lines.join()).toContain("KEY_FILE.store cannot be written, so an emptied database would not");
    expect(upgraded.lines.join()).toContain(known.public);
    const refused = openKeys(db, readOnly([unknown]).file, NOW);
    await expect(refused).rejects.toThrow(BadSettings);
    const { id } = await db.selectFrom("store").select("id").executeTakeFirstOrThrow();
    await expect(refused).rejects.toThrow(`put this into it: ${unknown.public} ${id}`);
    expect(await states(db, unknown)).toEqual([]);
    await openKeys(db, readOnly([unknown], new Map([[unknown.public, id]])).file, NOW);
    expect(await states(db, unknown)).toEqual(["lives"]);
  });

  test("a record that cannot be read is refused", async () => {
    const file = fileOf([newKey()]);
    const starting = openKeys(db, { ...file, stores: { ...file.stores, read: () => null } }, NOW);
    await expect(starting).rejects.toThrow("KEY_FILE.store must have lines");
  });
});
