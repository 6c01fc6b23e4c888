import { afterAll, beforeAll, beforeEach, describe, expect, spyOn, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadSettings } from "@fairhat/runtime";
import { releaseDatabases } from "@fairhat/runtime/testing";
import type { Kysely } from "kysely";
import { systemGenerator } from "./generator.ts";
import { openKeys } from "./key-store.ts";
import { main, operate } from "./operate.ts";
import type { Db } from "./tables.ts";
import {
  fileOf,
  later,
  manifestFor,
  memoryDatabase,
  NOW,
  newKey,
  outcomes,
  replica,
  sealingSchema,
} from "./testing.ts";

const service = { service: "random-b", port: 0, generator: () => systemGenerator } as const;
const folder = mkdtempSync(join(tmpdir(), "fairhat-operate-"));
const url = join(folder, "url");
writeFileSync(url, "postgres://localhost/fairhat", { mode: 0o600 });

let root: Kysely<unknown>;
let db: Db;
let closed = 0;
beforeAll(async () => {
  root = Object.assign(await memoryDatabase(), { destroy: async () => void closed++ });
  afterAll(releaseDatabases);
});
afterAll(() => rmSync(folder, { recursive: true }));

const environment = { DATABASE_URL_FILE: url };
const doing = (command: string, more = {}) =>
  operate(service, command, { ...environment, ...more }, () => root as never);
/** A replica started at this time. */
const started = async (at: string) => replica(db, { keys: await openKeys(db, null, at), clock: () => Date.parse(at) });

test("a listing of what pg_dump leaves out", async () => {
  expect(await doing("backup-options")).toBe(
    ["secret", "own_key", "living_key", "store"].map((table) => `--exclude-table-data=random_b.${table}`).join("\n"),
  );
});

test.each(["", "serve", "toString"])("an unknown command is answered with the known ones (%j)", async (command) => {
  const done = doing(command);
  await expect(done).rejects.toThrow(BadSettings);
  await expect(done).rejects.toThrow("the command must be one of new-key, restored, backup-options");
});

test("an unmigrated store is left alone", async () => {
  await expect(doing("restored")).rejects.toThrow("random_b.kysely_migration");
  expect(closed).toBe(1);
});

describe("a service of this store", () => {
  beforeEach(async () => {
    db ??= await sealingSchema(root, "random_b");
  });

  test("seals with a new key after new-key and a restart; the old key finishes its draws", async () => {
    const before = await started(NOW);
    const sealed = manifestFor(await before.seal());
    expect(await doing("new-key")).toContain("once the service is started anew");
    expect((await before.seal()).statement.service).toBe(before.keys.current.public);
    const after = await started(later(1_000));
    const seal = await after.seal();
    expect(seal.statement.service).not.toBe(before.keys.current.public);
    expect(outcomes(await after.open([sealed]))).toEqual(["ok"]);
    // A replica that has not restarted is asked about the other one's seals.
    expect(outcomes(await before.open([manifestFor(seal)]))).toEqual(["ok"]);
    const { keys } = (await (await after.request("/key")).json()) as { keys: object[] };
    expect(keys).toMatchObject([
      { key: before.keys.current.public, from: NOW, until: NOW },
      { key: after.keys.current.public, from: later(1_000), until: null },
    ]);
  });

  test("with keys in a file, new-key explains how to add one there", async () => {
    const done = doing("new-key", { KEY_FILE: "/nowhere" });
    await expect(done).rejects.toThrow("KEY_FILE: the keys of this service come from a file");
  });

  test("after restored, old keys only repeat answers, whether running or restarted", async () => {
    const before = await started(later(2_000));
    const seals = await Promise.all([before.seal(), before.seal(), before.seal()]);
    const manifests = seals.map((seal) => manifestFor(seal));
    const [binding] = await before.bind(manifests.slice(1, 2));
    const [opening] = await before.open(manifests.slice(2));
    expect(await doing("restored")).toContain("All keys are retired");
    for (const replica of [before, await started(later(3_000))]) {
      expect(outcomes(await replica.open(manifests))).toEqual(["key_retired", "key_retired", "ok"]);
      expect(outcomes(await replica.bind(manifests))).toEqual(["key_retired", "ok", "ok"]);
      expect([...(await replica.bind(manifests.slice(1, 2))), ...(await replica.open(manifests.slice(2)))]).toEqual([
        binding,
        opening,
      ] as never);
    }
    const refused = await before.post("/seals", { draws: ["cd".repeat(16)] });
    expect(refused.status).toBe(500);
    expect(before.lines.join()).toContain("key retired; start it anew");
  });

  test("reports seals that can no longer be bound", async () => {
    const before = await started(later(4_000));
    const [lost, opened] = [await before.seal(), await before.seal()];
    await before.open([manifestFor(opened)]);
    await doing("restored");
    const after = await started(later(5_000));
    const draws = [lost.statement.draw, opened.statement.draw, "ef".repeat(16)];
    const told = await after.ask<{ lost: string | null }>("/seals", { draws });
    expect(told.map((answer) => answer.ok && answer.value.lost)).toEqual(["key_retired", null, null]);
  });

  test("does not start with a retired key in its file", async () => {
    const key = newKey();
    await openKeys(db, fileOf([key]), NOW);
    await openKeys(db, fileOf([key]), NOW);
    await doing("restored");
    const starting = openKeys(db, fileOf([newKey(), key]), NOW);
    await expect(starting).rejects.toThrow(BadSettings);
    await expect(starting).rejects.toThrow(`KEY_FILE holds a key that is retired`);
    await expect(starting).rejects.toThrow(key.public);
  });
});

describe("the program", () => {
  const exit = spyOn(process, "exit").mockImplementation((() => ({ stop: async () => {} })) as never);
  const written = spyOn(process.stdout, "write").mockImplementation(() => true);
  const told = spyOn(console, "error").mockImplementation(() => {});
  const argv = process.argv;
  afterAll(() => {
    process.argv = argv;
    for (const name of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(name);
    for (const spy of [exit, written, told]) spy.mockRestore();
  });

  test("runs its command and exits, or runs the service", async () => {
    process.argv = ["bun", "main.ts", "backup-options"];
    await main(service);
    expect(written.mock.calls.map(([text]) => text)).toContainEqual(expect.stringContaining("random_b.store\n"));
    expect(exit.mock.calls).toEqual([[0]]);
    process.argv = ["bun", "main.ts"];
    await main(service);
    expect(exit.mock.calls).toEqual([[0], [78]]); // there are no settings here
    expect(told.mock.calls.join()).toContain("DATABASE_URL_FILE is missing");
  });
});
