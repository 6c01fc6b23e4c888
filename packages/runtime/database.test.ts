import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { createServer, type Server, type Socket } from "node:net";
import type { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, sql } from "kysely";
import type { Migration } from "kysely/migration";
import pg from "pg";
import { assertMigrated, assertNotNewer, connect, flushes, isUnavailable, migrate } from "./database.ts";
import { memoryDatabase, releaseDatabases } from "./testing/memory-database.ts";

describe("a schema", () => {
  let pglite: PGlite;
  let db: Kysely<unknown>;

  beforeAll(async () => {
    pglite = await memoryDatabase();
    db = new Kysely<unknown>({ dialect: new PGliteDialect({ pglite }) });
  });
  afterAll(releaseDatabases);

  const creating = (table: string): Migration => ({
    up: async (db: Kysely<unknown>) => {
      await sql`create table ${sql.table(`things.${table}`)} (name text)`.execute(db);
    },
  });
  const tables = async () => {
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables
      where table_schema = 'things' and table_name not like 'kysely%' order by 1`.execute(db);
    return rows.map(({ name }) => name);
  };

  test("is created, created again without a change, and updated by a later migration", async () => {
    const first = { "2026-01": creating("one") };
    await migrate(db, "things", first);
    await migrate(db, "things", first);
    expect(await tables()).toEqual(["one"]);
    await migrate(db, "things", { ...first, "2026-02": creating("two") });
    expect(await tables()).toEqual(["one", "two"]);
  });

  test("from a later version is left unchanged, and its migrations are reported", async () => {
    const first = { "2026-01": creating("one") };
    expect(await migrate(db, "things", first)).toEqual(["2026-02"]);
    expect(await tables()).toEqual(["one", "two"]);
    await assertMigrated(db, "things", first);
    assertNotNewer("things", []);
    expect(() => assertNotNewer("things", ["2026-02"])).toThrow("the data was used by a later version of Fairhat");
  });

  test("is not ready while a migration or the schema is missing", async () => {
    const more = { "2026-02": creating("two"), "2026-03": creating("three") };
    await expect(assertMigrated(db, "things", more)).rejects.toThrow("things lacks the migrations 2026-03");
    await expect(assertMigrated(db, "nothing", more)).rejects.toThrow("nothing.kysely_migration");
  });

  test("stays unchanged if a migration fails, and the error says why", async () => {
    const failing = {
      "2026-01": creating("one"),
      "2026-02": creating("two"),
      "2026-03": creating("three"),
      "2026-04": creating("one"),
    };
    await expect(migrate(db, "things", failing)).rejects.toThrow('relation "one" already exists');
    expect(await tables()).toEqual(["one", "two"]);
  });

  test("is flushed if the database says so", async () => {
    expect(await flushes(db)).toBe(false); // PGlite runs with fsync off
    const answering = (rows: object[]) =>
      db.withPlugin({
        transformQuery: ({ node }) => node,
        transformResult: async ({ result }) => ({ ...result, rows: rows as (typeof result)["rows"] }),
      });
    expect(await flushes(answering([{ flushes: true }]))).toBe(true);
    expect(await flushes(answering([]))).toBe(false);
  });
});

test("8-byte integers are read as numbers", async () => {
  await connect("postgres://nobody@127.0.0.1:1/nothing").destroy();
  expect(pg.types.getTypeParser(pg.types.builtins.INT8)("9007199254740991")).toBe(2 ** 53 - 1);
});

describe("a database that stops", () => {
  const message = (type: string, ...parts: string[]) => {
    const body = Buffer.from(parts.map((part) => `${part}\0`).join(""));
    const head = Buffer.alloc(5);
    head.write(type);
    head.writeUInt32BE(body.length + 4, 1);
    return Buffer.concat([head, body]);
  };
  // The minimum of PostgreSQL's protocol, version 3: accepts anyone and answers the first query with no rows.
  const READY = Buffer.from([0x5a, 0, 0, 0, 5, 0x49]);
  const LET_IN = Buffer.from([0x52, 0, 0, 0, 8, 0, 0, 0, 0]);
  const SHUT_DOWN = message("E", "SFATAL", "C57P01", "Mterminating connection due to administrator command", "");
  let last: Socket;
  const server = createServer((socket) => {
    last = socket.on("error", () => {});
    socket.once("data", () => {
      socket.write(Buffer.concat([LET_IN, READY]));
      socket.once("data", () => socket.write(Buffer.concat([message("C", "SELECT 0"), READY])));
    });
  });
  afterAll(() => server.close());
  /** Ends the last connection and waits until the other side has closed it as well. */
  const shutDown = () => new Promise<void>((closed) => last.once("close", () => closed()).end(SHUT_DOWN));

  const connected = () => {
    const { port } = server.address() as { port: number };
    return connect(`postgres://nobody@127.0.0.1:${port}/nothing`, 1);
  };
  beforeAll(() => new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening)));

  test("is reached again if that happened while idle", async () => {
    const db = connected();
    await sql`select`.execute(db);
    await shutDown();
    await sql`select`.execute(db); // on another connection
    await db.destroy();
  });

  test("fails the running work and nothing else", async () => {
    const db = connected();
    const working = db.connection().execute(async (connection) => {
      await sql`select`.execute(connection);
      await shutDown(); // the connection breaks while we hold it
      await sql`select`.execute(connection);
    });
    expect(isUnavailable(await working.catch((error) => error))).toBe(true);
    await db.destroy();
  });
});

describe("an unreachable database", () => {
  let dropping: Server;
  beforeAll(async () => {
    dropping = createServer((socket) => socket.on("error", () => {}).destroy());
    await new Promise<void>((listening) => dropping.listen(0, "127.0.0.1", listening));
  });
  afterAll(() => dropping.close());

  async function errorOf(url: string): Promise<unknown> {
    const db = connect(url, 1);
    try {
      return await sql`select 1`.execute(db).catch((error) => error);
    } finally {
      await db.destroy();
    }
  }

  test("is distinguished from a wrong statement", async () => {
    const address = dropping.address() as { port: number };
    expect(isUnavailable(await errorOf("postgres://nobody@127.0.0.1:1/nothing"))).toBe(true);
    expect(isUnavailable(await errorOf(`postgres://nobody@127.0.0.1:${address.port}/nothing`))).toBe(true);
  });

  test.each([
    ["57P01", "terminating connection due to administrator command"],
    ["57P03", "the database system is starting up"],
    ["08006", "connection failure"],
    ["53300", "sorry, too many clients already"],
    ["57014", "canceling statement due to statement timeout"],
    ["ETIMEDOUT", "connect ETIMEDOUT"],
    [undefined, "Connection terminated due to connection timeout"],
    [undefined, "timeout exceeded when trying to connect"],
  ])("%p %s", (code, message) => {
    expect(isUnavailable(Object.assign(new Error(message), { code }))).toBe(true);
  });

  test.each([
    ["23505", "duplicate key value violates unique constraint"],
    ["57000", "operator intervention"],
    ["P0001", "draw is locked"],
    [undefined, "a bug: Connection terminated"],
  ])("is not %p %s", (code, message) => {
    expect(isUnavailable(Object.assign(new Error(message), { code }))).toBe(false);
    expect(isUnavailable({ code: "57P01", message })).toBe(false);
  });
});
