import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { commitment, digest, type Opening, type Signed } from "@fairhat/protocol";
import { releaseDatabases } from "@fairhat/runtime/testing";
import { type Kysely, sql } from "kysely";
import type { Db, SealTable } from "./tables.ts";
import {
  manifestFor,
  memoryDatabase,
  NOW,
  newDraw,
  onlyValue,
  replica,
  rowOf,
  SCHEMA,
  sealingSchema,
  secretOf,
} from "./testing.ts";

let root: Kysely<unknown>;
let db: Db;
let service: ReturnType<typeof replica>;
beforeAll(async () => {
  root = await memoryDatabase();
  db = await sealingSchema(root);
  service = replica(db);
});
afterAll(releaseDatabases);

async function drawIn(state: "sealed" | "bound" | "opened"): Promise<string> {
  const seal = await service.seal();
  const path = state === "bound" ? "/bindings" : "/openings";
  if (state !== "sealed") onlyValue(await service.ask(path, { manifests: [manifestFor(seal)] }));
  return seal.statement.draw;
}

async function update(draw: string, change: Partial<SealTable>): Promise<string> {
  try {
    await db.updateTable("seal").set(change).where("draw", "=", draw).execute();
    return "done";
  } catch (error) {
    return (error as Error).message;
  }
}

describe("the database refuses", () => {
  const other: SealTable = {
    draw: newDraw(),
    core: "x",
    key: "00".repeat(32),
    generator: "x",
    issued_at: "x",
    digest: "00".repeat(32),
    seal: "x",
    manifest: "00".repeat(32),
    draw_after: "2000-01-01T00:00:00.000Z",
    bound_at: "2000-01-01T00:00:00.000Z",
    binding: "x",
    opened_at: "9999-01-01T00:00:00.000Z",
    opening: "x",
  };
  const columns = Object.keys(other) as (keyof SealTable)[];
  const later: (keyof SealTable)[] = ["manifest", "draw_after", "bound_at", "binding", "opened_at", "opening"];

  test.each(columns)("to change %s of a draw that is opened", async (column) => {
    const draw = await drawIn("opened");
    const before = (await rowOf(db, draw)) as SealTable;
    expect(await update(draw, { [column]: other[column] })).toMatch(/draw \w{32} is (sealed|bound|opened)$/);
    expect(await rowOf(db, draw)).toEqual(before);
  });

  test.each(later)("to reset %s once it is set", async (column) => {
    const draw = await drawIn("opened");
    const row = (await rowOf(db, draw)) as SealTable;
    const answer = await update(draw, { [column]: null });
    expect(answer === "done").toBe(row[column] === null);
    expect(await rowOf(db, draw)).toEqual(row);
  });

  test("to bind a bound draw to another manifest", async () => {
    const draw = await drawIn("bound");
    const { manifest, draw_after, bound_at, binding } = other;
    expect(await update(draw, { manifest })).toBe(`draw ${draw} is bound`);
    expect(await update(draw, { manifest, draw_after, bound_at, binding })).toBe(`draw ${draw} is bound`);
    expect(await update(draw, { manifest: null, draw_after: null, bound_at: null, binding: null })).toBe(
      `draw ${draw} is bound`,
    );
  });

  test("to open before the binding, partially, too early, or dated before the binding", async () => {
    const [sealed, bound] = [await drawIn("sealed"), await drawIn("bound")];
    const { manifest, draw_after, bound_at, binding, opened_at, opening } = other;
    expect(await update(sealed, { opened_at, opening })).toContain("opened_when_bound");
    expect(await update(sealed, { manifest })).toContain("bound_whole");
    expect(await update(sealed, { draw_after })).toContain("bound_before_draw_after");
    expect(await update(bound, { opening })).toContain("opened_whole");
    expect(await update(bound, { opened_at: "2000-01-01T00:00:00.000Z", opening })).toContain("opened_in_time");
    const early = { manifest, bound_at, binding, opening, draw_after: "2030-01-01T00:00:00.000Z" };
    expect(await update(sealed, { ...early, opened_at: "2029-12-31T23:59:59.999Z" })).toContain("opened_in_time");
  });

  test.each(["seal", "secret", "key"] as const)("to delete from or truncate %s", async (table) => {
    const draw = await drawIn("opened");
    const before = await db.selectFrom(table).selectAll().execute();
    await expect(db.deleteFrom(table).execute()).rejects.toThrow(`a row of ${table} is never changed or deleted`);
    await expect(sql`truncate ${sql.table(`${SCHEMA}.${table}`)}`.execute(db)).rejects.toThrow(
      "never changed or deleted",
    );
    expect(await db.selectFrom(table).selectAll().execute()).toEqual(before);
    expect(await rowOf(db, draw)).toBeDefined();
  });

  test("to change a secret", async () => {
    const draw = await drawIn("sealed");
    const change = db.updateTable("secret").set({ secret: "00" }).where("draw", "=", draw);
    await expect(change.execute()).rejects.toThrow("a row of secret is never changed or deleted");
  });

  test("malformed ids, keys and digests", async () => {
    const { draw, ...row } = (await rowOf(db, await drawIn("opened"))) as SealTable;
    const insert = (changes: Partial<SealTable>) =>
      db
        .insertInto("seal")
        .values({ ...row, draw: newDraw(), ...changes })
        .execute();
    await insert({});
    for (const changes of [
      { draw: draw.toUpperCase() },
      { key: "00" },
      { digest: "" },
      { manifest: "zz".repeat(32) },
    ]) {
      await expect(insert(changes)).rejects.toThrow("violates check constraint");
    }
  });
});

test("stored statements are the answered ones", async () => {
  const seal = await service.seal();
  const manifest = manifestFor(seal, { drawAfter: NOW });
  const { opening } = onlyValue(
    await service.ask<{ opening: Signed<Opening> }>("/openings", { manifests: [manifest] }),
  );
  const { draw, service: key, commitment: sealed } = seal.statement;
  expect(await rowOf(db, draw)).toMatchObject({
    core: "core",
    key,
    generator: "counted",
    issued_at: NOW,
    digest: digest(seal.statement),
    manifest: digest(manifest),
    draw_after: NOW,
    bound_at: NOW,
    opened_at: NOW,
    opening: JSON.stringify(opening),
  });
  const secret = await secretOf(db, draw);
  expect(opening.statement.secret).toBe(secret);
  expect(commitment(key, draw, secret)).toBe(sealed);
});

test("two schemas coexist, and a second run changes nothing", async () => {
  const second = replica(await sealingSchema(root, "random_b"));
  await sealingSchema(root);
  const draw = await drawIn("bound");
  expect((await second.request(`/draws/${draw}`)).status).toBe(404);
  await second.seal(draw);
  expect((await service.request(`/draws/${draw}`)).status).toBe(200);
});
