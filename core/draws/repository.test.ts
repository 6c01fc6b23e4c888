import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { PGlite } from "@electric-sql/pglite";
import { memoryDatabase, releaseDatabases } from "@fairhat/runtime/testing";
import { Kysely, PGliteDialect, sql } from "kysely";
import { LARGE, LIGHT } from "../clients/rules.ts";
import type { Db } from "../db/schema.ts";
import { coreSchema } from "../testing/fairhat.ts";
import { ANSWERS, drawnRow, LOCKED, lockedRow, nextId, openRow, voidRow } from "../testing/rows.ts";
import {
  beginDraw,
  type Draw,
  dueLargeEntries,
  findChunks,
  findDraw,
  findDrawInShort,
  insertDraw,
  keepAnswers,
  lockDraw,
  type RecentDraw,
  readDraw,
  readOutcome,
  recentDraws,
  recentQuery,
  replaceEntries,
  undrawnLarge,
  unfinishedDraws,
  voidDraw,
  waitingLargeEntries,
} from "./repository.ts";
import { finishDraw } from "./shared.ts";

let pglite: PGlite;
let db: Db;

beforeAll(async () => {
  pglite = await memoryDatabase();
  db = await coreSchema(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
});
afterAll(releaseDatabases);

async function stored(row: Draw): Promise<Draw> {
  return (await insertDraw(db, row, [])) as Draw;
}

const NASTY = ['{"label":"a\\\\b \\"c\\" {d} \'e\', NULL"}', '{"label":"😀 é \u202e %s $1"}', "NULL", ""];

describe("insertDraw", () => {
  test("stores a draw and its list unchanged", async () => {
    const row = openRow({ title: NASTY[1] as string, params: NASTY[0] as string, entry_tickets: 2 ** 53 - 1 });
    expect(await insertDraw(db, row, NASTY)).toEqual(row);
    expect(await findDraw(db, row.id)).toEqual(row);
    const chunks = await findChunks(db, row.id, [3, 0, 1, 2]);
    expect(chunks).toEqual(NASTY.map((data, chunk) => ({ draw: row.id, chunk, data })));
  });

  test.each([openRow, lockedRow])("stores nothing if the id is taken, not even a longer list", async (make) => {
    const first = make({ title: "First" });
    await insertDraw(db, first, ["one"]);
    for (const again of [openRow, lockedRow]) {
      expect(await insertDraw(db, again({ id: first.id, title: "Second" }), ["two", "two"])).toBeUndefined();
      expect(await insertDraw(db, again({ id: first.id, title: "Second" }), [])).toBeUndefined();
    }
    expect(await readDraw(db, first.id)).toEqual(first);
    expect(await findChunks(db, first.id, [0, 1])).toEqual([{ draw: first.id, chunk: 0, data: "one" }]);
  });

  test("lets one of many win", async () => {
    const id = nextId();
    const made = await Promise.all([1, 2, 3, 4].map((n) => insertDraw(db, lockedRow({ id, title: `${n}` }), [`${n}`])));
    const [winner, ...others] = made.filter((draw) => draw !== undefined);
    expect(others).toEqual([]);
    expect(await findChunks(db, id, [0])).toEqual([{ draw: id, chunk: 0, data: winner?.title as string }]);
  });

  test("stores concurrent ones, and throws only for the invalid one", async () => {
    const rows = Array.from({ length: 8 }, (_, at) => openRow(at === 5 ? { state: "locked" } : {}));
    const made = await Promise.allSettled(rows.map((row, at) => insertDraw(db, row, [`${at}`])));
    expect(made.flatMap(({ status }, at) => (status === "rejected" ? at : []))).toEqual([5]);
    for (const [at, row] of rows.entries()) {
      const there = at === 5 ? undefined : row;
      expect(await findDraw(db, row.id)).toEqual(there);
      expect(await findChunks(db, row.id, [0])).toEqual(there ? [{ draw: row.id, chunk: 0, data: `${at}` }] : []);
    }
  });

  test("throws any other error", async () => {
    await expect(insertDraw(db, openRow({ state: "locked" }), [])).rejects.toThrow("violates check constraint");
  });
});

test("an unknown draw is undefined, or an error where it must exist", async () => {
  expect(await findDraw(db, nextId())).toBeUndefined();
  await expect(readDraw(db, nextId())).rejects.toThrow();
  expect(await findChunks(db, nextId(), [])).toEqual([]);
});

describe("replaceEntries", () => {
  const list = { entry_count: 2, entry_tickets: 5, entry_root: "11".repeat(32) };

  test("replaces an open draw's list", async () => {
    const row = openRow();
    await insertDraw(db, row, ["one", "two", "three"]);
    expect(await replaceEntries(db, row.id, { summary: list, chunks: NASTY.slice(0, 1) })).toEqual({ ...row, ...list });
    expect(await findChunks(db, row.id, [0, 1, 2])).toEqual([{ draw: row.id, chunk: 0, data: NASTY[0] as string }]);
    await replaceEntries(db, row.id, { summary: list, chunks: [] });
    expect(await findChunks(db, row.id, [0])).toEqual([]);
  });

  test("does nothing to any other", async () => {
    for (const row of [lockedRow(), drawnRow({}), voidRow()]) {
      await insertDraw(db, row, ["one"]);
      expect(await replaceEntries(db, row.id, { summary: list, chunks: ["two"] })).toBeUndefined();
      expect(await readDraw(db, row.id)).toEqual(row);
      expect(await findChunks(db, row.id, [0])).toMatchObject([{ data: "one" }]);
    }
  });
});

describe("a step is written on its condition, and not twice", () => {
  const { manifest, manifest_digest, locked_at, draw_after } = lockedRow();
  const lock = { manifest, manifest_digest, locked_at, draw_after };

  test("lock: an open draw with an unchanged list", async () => {
    const row = await stored(openRow());
    expect(await lockDraw(db, { ...row, entry_root: "22".repeat(32) }, lock, null)).toBeUndefined();
    expect(await lockDraw(db, row, lock, LOCKED)).toEqual({ ...row, ...lock, state: "locked", begun_at: LOCKED });
    expect(await lockDraw(db, row, lock, LOCKED)).toBeUndefined();
  });

  test("begin: a locked draw that has not begun", async () => {
    const row = await stored(lockedRow());
    expect(await beginDraw(db, row.id, LOCKED)).toEqual({ ...row, begun_at: LOCKED });
    expect(await beginDraw(db, row.id, "2027-01-01T00:00:00.000Z")).toBeUndefined();
    expect(await beginDraw(db, (await stored(openRow())).id, LOCKED)).toBeUndefined();
  });

  test("keep: existing answers stay", async () => {
    const row = await stored(lockedRow());
    expect(await keepAnswers(db, row.id, { binding_a: "first" })).toMatchObject({
      binding_a: "first",
      binding_b: null,
    });
    const kept = await keepAnswers(db, row.id, { binding_a: "second", binding_b: "first", opening_b: "first" });
    expect(kept).toEqual({ ...row, binding_a: "first", binding_b: "first", opening_b: "first" });
    expect(await keepAnswers(db, (await stored(drawnRow({}))).id, { binding_a: "second" })).toBeUndefined();
  });

  test("finish: a locked draw, with its kept answers", async () => {
    const row = await stored(lockedRow({ binding_a: "kept", opening_a: "kept" }));
    const done = { ...row, ...ANSWERS, binding_a: "kept", opening_a: "kept", outcome: "{}", state: "drawn" } as Draw;
    expect(await finishDraw(db, { draw: row, answers: ANSWERS, outcome: "{}" })).toEqual(done);
    expect(await finishDraw(db, { draw: row, answers: ANSWERS, outcome: "{1}" })).toBeUndefined();
    expect(await readDraw(db, row.id)).toEqual(done);
    expect(await findDrawInShort(db, row.id)).toEqual({ ...done, outcome: null });
    expect(await readOutcome(db, row.id)).toBe("{}");
  });

  test("finish: the same with a long outcome", async () => {
    const row = await stored(lockedRow({ begun_at: LOCKED, binding_a: "kept" }));
    const outcome = JSON.stringify("x".repeat(2 ** 20));
    const done = { ...row, ...ANSWERS, binding_a: "kept", outcome, state: "drawn" };
    expect(await finishDraw(db, { draw: row, answers: ANSWERS, outcome })).toEqual(done as Draw);
    expect(await finishDraw(db, { draw: row, answers: ANSWERS, outcome })).toBeUndefined();
    expect(await readDraw(db, row.id)).toEqual(done as Draw);
  });

  test("void: a locked draw without both numbers, and if required none that has begun", async () => {
    const begun = (answers: Partial<Draw> = {}) => stored(lockedRow({ begun_at: LOCKED, ...answers }));
    const { opening_a, binding_a } = ANSWERS;
    expect(await voidDraw(db, (await begun()).id, "{}", true)).toBeUndefined();
    for (const answers of [{}, { opening_a, binding_a }]) {
      const stopped = await voidDraw(db, (await begun(answers)).id, "{}", false);
      expect(stopped).toMatchObject({ state: "void", void: "{}", ...answers });
    }
    expect(await voidDraw(db, (await begun(ANSWERS)).id, "{}", false)).toBeUndefined();
    expect(await voidDraw(db, (await stored(lockedRow())).id, "{}", true)).toMatchObject({ state: "void" });
    expect(await voidDraw(db, (await stored(openRow())).id, "{}", false)).toBeUndefined();
    expect(await voidDraw(db, (await stored(drawnRow({}))).id, "{}", false)).toBeUndefined();
  });
});

describe("unfinishedDraws", () => {
  const NOW = "2026-11-22T13:00:00.000Z";
  const SINCE = "2026-11-22T12:59:55.000Z";
  const LATE = "2026-11-22T12:59:58.000Z";
  const SOON = "2026-11-22T13:00:00.001Z";
  const times = { now: NOW, since: SINCE };
  const bound = { binding_a: "{}", binding_b: "{}" };
  const cases: [string, Draw, boolean][] = [
    ["open", openRow(), false],
    ["drawn", drawnRow({}), false],
    ["void", voidRow(), false],
    ["begun a while ago", lockedRow({ begun_at: SINCE }), true],
    ["begun just now", lockedRow({ begun_at: LATE }), false],
    ["half bound for a while", lockedRow({ binding_a: "{}" }), true],
    ["not bound for a while", lockedRow({ locked_at: SINCE, draw_after: SINCE }), true],
    ["not bound, locked just now", lockedRow({ locked_at: LATE, draw_after: LATE }), false],
    ["bound, to be drawn by hand", lockedRow(bound), false],
    ["bound, announced for later", lockedRow({ ...bound, draw_after: SOON }), false],
    ["bound, its time come", lockedRow({ ...bound, draw_after: NOW }), true],
    ["locked just now, its time come", lockedRow({ locked_at: LATE, draw_after: NOW }), true],
    ["its time come, begun just now", lockedRow({ ...bound, draw_after: NOW, begun_at: LATE }), false],
    ["its time come, begun a while ago", lockedRow({ ...bound, draw_after: NOW, begun_at: SINCE }), true],
  ];

  test("are those that need work", async () => {
    const before = (await unfinishedDraws(db, true, { ...times, most: 1_000 })).map(({ id }) => id);
    for (const [, row] of cases) await stored(row);
    const found = (await unfinishedDraws(db, true, { ...times, most: 1_000 })).map(({ id }) => id);
    const waiting = cases.filter(([, { id }]) => found.includes(id)).map(([name]) => name);
    expect(waiting).toEqual(cases.filter(([, , waits]) => waits).map(([name]) => name));
    expect(found).toHaveLength(before.length + waiting.length);
  });

  test("are light or the rest, and large ones only until they are opened", async () => {
    const begun = (entry_count: number, answers: Partial<Draw> = {}) =>
      stored(lockedRow({ begun_at: SINCE, entry_count, ...answers }));
    const { opening_b: _, ...half } = ANSWERS;
    const draws = {
      light: await begun(LIGHT, ANSWERS),
      medium: await begun(LARGE, ANSWERS),
      half: await begun(LARGE + 1, half),
      opened: await begun(LARGE + 1, ANSWERS),
    };
    const namesIn = (found: Pick<Draw, "id">[]) =>
      Object.entries(draws).flatMap(([name, { id }]) => (found.some((one) => one.id === id) ? name : []));
    expect(namesIn(await unfinishedDraws(db, true, { ...times, most: 1_000 }))).toEqual(["light"]);
    expect(namesIn(await unfinishedDraws(db, false, { ...times, most: 1_000 }))).toEqual(["medium", "half"]);
    expect(await undrawnLarge(db, SINCE)).toEqual({ id: draws.opened.id });
    expect(await undrawnLarge(db, "2026-11-22T12:59:54.999Z")).toBeUndefined();
    expect(await waitingLargeEntries(db)).toBe(2 * (LARGE + 1));
    await stored(lockedRow({ draw_after: SOON, entry_count: LARGE + 2 }));
    expect(await dueLargeEntries(db, SOON, SOON)).toBe(LARGE + 2);
    expect(await dueLargeEntries(db, NOW, NOW)).toBe(0);
  });

  test("come in batches, each in its turn", async () => {
    const waiting = new Set((await unfinishedDraws(db, true, { ...times, most: 1_000 })).map(({ id }) => id));
    const seen = new Set<string>();
    for (let round = 0; round < 500 && seen.size < waiting.size; round += 1) {
      const some = await unfinishedDraws(db, true, { ...times, most: 2 });
      expect(some).toHaveLength(2);
      for (const { id } of some) seen.add(id);
    }
    expect(seen).toEqual(waiting);
  });
});

describe("recentDraws", () => {
  test("are the listed ones, newest first, in pages without gaps or duplicates", async () => {
    const times = ["2026-01-01", "2026-01-02", "2026-01-03"].map((day) => `${day}T00:00:00.000Z`);
    const rows = times.flatMap((created_at) => [1, 2, 3].map(() => openRow({ created_at, listed: true })));
    for (const row of [...rows, openRow({ created_at: times[1] as string })]) await stored(row);
    const found: string[] = [];
    let cursor = null;
    for (;;) {
      const page: RecentDraw[] = await recentDraws(db, cursor, 2);
      found.push(...page.map(({ id }) => id));
      cursor = page.at(-1) ?? null;
      if (page.length < 2) break;
    }
    expect(found).toEqual(rows.map(({ id }) => id).reverse());
  });

  test("are an index-only scan", async () => {
    await sql`set enable_seqscan = off`.execute(db); // which a small table would have
    const plan = await recentQuery(db, { created_at: "2026-01-03T00:00:00.000Z", id: "f" }, 2).explain();
    await sql`reset enable_seqscan`.execute(db);
    expect(JSON.stringify(plan)).toContain("Index Only Scan using draw_recent");
    expect(JSON.stringify(plan)).not.toContain("Sort");
  });
});
