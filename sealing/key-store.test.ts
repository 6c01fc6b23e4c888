import { beforeAll, describe, expect, test } from "bun:test";
import { openKeys, retireKeys } from "./key-store.ts";
import type { Db } from "./tables.ts";
import { HOUR, later, memoryDatabase, NOW, newKey, replica, sealingSchema } from "./testing.ts";

let db: Db;
let service: ReturnType<typeof replica>;
beforeAll(async () => {
  db = await sealingSchema(await memoryDatabase());
  service = replica(db);
});

describe("keys", () => {
  test("are published with the times from and until which they made seals", async () => {
    const [old, current] = [newKey(), newKey()];
    const before = replica(db, { keys: await openKeys(db, [old], later(-HOUR)), clock: () => Date.parse(NOW) - 1 });
    await before.seal();
    const now = replica(db, { keys: await openKeys(db, [current, old], NOW) });
    await openKeys(db, [current], later(HOUR));
    const told = (await (await now.request("/key")).json()) as { keys: { key: string }[] };
    expect(told).toMatchObject({ service: current.public, operator: "Operator", generator: "counted", durable: false });
    expect(told.keys.filter(({ key }) => [old.public, current.public].includes(key))).toEqual([
      { key: old.public, from: later(-HOUR), until: later(-1), retired: false },
      { key: current.public, from: NOW, until: null, retired: false },
    ] as never);
  });

  test("a key that never made a seal is published as of its start, retired or not", async () => {
    const unused = newKey();
    await openKeys(db, [unused], later(-2 * HOUR));
    const told = async () => ((await (await service.request("/key")).json()) as { keys: object[] }).keys;
    const published = { key: unused.public, from: later(-2 * HOUR), until: later(-2 * HOUR) };
    expect(await told()).toContainEqual({ ...published, retired: false });
    await retireKeys(db);
    expect(await told()).toContainEqual({ ...published, retired: true });
  });
});
