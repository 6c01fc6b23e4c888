import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { PGlite } from "@electric-sql/pglite";
import { MOST_SHOWN } from "@fairhat/browser/result";
import { type Entry, shownOf } from "@fairhat/protocol";
import { memoryDatabase, releaseDatabases } from "@fairhat/runtime/testing";
import { Kysely, PGliteDialect } from "kysely";
import type { Db, DrawTable } from "../db/schema.ts";
import { coreSchema } from "../testing/fairhat.ts";
import { ANSWERS, BOUND, CREATED, drawnRow, LOCKED, lockedRow, OPENED, openRow, voidRow } from "../testing/rows.ts";
import { CHUNK, newList } from "./entries.ts";
import { allChunks, entriesFrom, fromOf } from "./list.ts";
import { recent } from "./recent.ts";
import { insertDraw } from "./repository.ts";
import { viewOf } from "./view.ts";

const publicUrl = "https://draws.example";
let pglite: PGlite;
let db: Db;

beforeAll(async () => {
  pglite = await memoryDatabase();
  db = await coreSchema(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
});
afterAll(releaseDatabases);

const labelAt = (at: number) => `Person ${at}`;
const people = (count: number): Entry[] => Array.from({ length: count }, (_, at) => ({ label: labelAt(at) }));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

async function stored(row: DrawTable, count = 0): Promise<DrawTable> {
  const list = { entry_count: count, entry_tickets: count };
  return (await insertDraw(db, { ...row, ...list }, newList(people(count)).chunks)) as DrawTable;
}

describe("a page of a list", () => {
  const COUNT = 2 * CHUNK + 50;

  test("is cut from its chunks", async () => {
    const draw = await stored(openRow(), COUNT);
    for (const from of [0, 1, CHUNK - 100, CHUNK - 99, CHUNK - 1, CHUNK, 2 * CHUNK - 50, COUNT - 100, COUNT - 1]) {
      const page = await entriesFrom(db, draw, from, 100);
      expect(page.map(shownOf)).toEqual(range(from, Math.min(from + 100, COUNT)).map(labelAt));
    }
    expect((await entriesFrom(db, draw, CHUNK - 1, CHUNK)).map(shownOf)).toEqual(
      range(CHUNK - 1, 2 * CHUNK - 1).map(labelAt),
    );
  });

  test("is empty beyond the end, however far", async () => {
    const draw = await stored(openRow(), CHUNK);
    for (const from of [CHUNK, CHUNK + 1, 9_999_999]) expect(await entriesFrom(db, draw, from, 100)).toEqual([]);
    expect(await entriesFrom(db, await stored(openRow()), 0, 100)).toEqual([]);
  });

  test("starts where the query says", () => {
    expect(fromOf({})).toBe(0);
    expect(fromOf({ from: "0", other: "x" })).toBe(0);
    expect(fromOf({ from: "1200" })).toBe(1200);
    expect(fromOf({ from: "7" })).toBe(7);
    for (const from of ["-1", "1.5", "1e3", "01", "10000000", "x", " 1", ["1"], 1]) {
      expect(() => fromOf({ from })).toThrow("from: expected a position in the list, from 0 to 9999999");
    }
  });
});

test("all chunks of a list come in order", async () => {
  const draw = await stored(openRow(), 2 * CHUNK + 1);
  expect(await Array.fromAsync(allChunks(db, draw))).toEqual(newList(people(2 * CHUNK + 1)).chunks);
  expect(await Array.fromAsync(allChunks(db, await stored(openRow())))).toEqual([]);
});

describe("recent draws", () => {
  test("come in pages of a hundred, each naming the next", async () => {
    const context = { db, publicUrl };
    expect(await recent(context, {})).toEqual({ draws: [], next: null });
    const ids: string[] = [];
    for (let at = 0; at < 201; at += 1) {
      const { id } = await stored(openRow({ listed: true, title: `Draw ${at}` }));
      ids.unshift(id);
    }
    const first = await recent(context, {});
    const second = await recent(context, { after: first.next });
    const third = await recent(context, { after: second.next });
    expect([first, second, third].map(({ draws }) => draws.length)).toEqual([100, 100, 1]);
    expect([first, second, third].flatMap(({ draws }) => draws.map(({ id }) => id))).toEqual(ids);
    expect(third.next).toBeNull();
    expect(third.draws[0]).toEqual({
      ...{ id: ids.at(-1) as string, url: `${publicUrl}/draws/${ids.at(-1)}`, title: "Draw 0" },
      ...{ organiser: "The reading circle", state: "open", rule: "order/1", createdAt: CREATED, count: 0 },
    });
  });

  test("continue after any time", async () => {
    for (const time of ["2026-10-29T08:57:46.139Z", "1970-01-01T00:00:00.000Z", "9999-12-31T23:59:59.999Z"]) {
      expect((await recent({ db, publicUrl }, { after: `${time}_${"09af".repeat(8)}` })).draws).toBeArray();
    }
  });

  test.each(["x", "_", `${CREATED}_`, `_${"0".repeat(32)}`, `2026_${"0".repeat(32)}`, `${CREATED}_${"0".repeat(32)}_`])(
    "refuse %j as a cursor",
    async (after) => {
      await expect(recent({ db, publicUrl }, { after })).rejects.toThrow("after: expected the `next` of a page before");
    },
  );
});

describe("the view of a draw", () => {
  const view = (draw: DrawTable) => viewOf({ db, publicUrl }, draw);

  test("that is open", async () => {
    const draw = openRow({ entry_count: 3, entry_tickets: 5 });
    expect(await view(draw)).toEqual({
      ...{ id: draw.id, url: `${publicUrl}/draws/${draw.id}`, state: "open" },
      ...{ title: "Three books", organiser: "The reading circle", listed: false, rule: "order/1", params: {} },
      ...{ createdAt: CREATED, lockedAt: null, drawAfter: null, boundAt: null, drawnAt: null },
      ...{
        lead: null,
        announced: null,
        begun: false,
        resultFixed: false,
        manifest: null,
        test: false,
        durable: true,
        parties: 2,
      },
      entries: { count: 3, tickets: 5, root: "ee".repeat(32) },
      seals: {
        a: {
          ...{ service: "a".repeat(64), operator: "Operator a", generator: "A", commitment: "a".repeat(64) },
          ...{ issuedAt: CREATED, boundAt: null, openedAt: null, secret: null },
        },
        b: {
          ...{ service: "b".repeat(64), operator: "Operator b", generator: "B", commitment: "b".repeat(64) },
          ...{ issuedAt: CREATED, boundAt: null, openedAt: null, secret: null },
        },
      },
      ...{
        seed: null,
        result: null,
        passovers: [],
        resultCut: false,
        void: null,
        erasedAt: null,
        previous: null,
        redraws: [],
        followUps: [],
        lock: null,
        record: null,
      },
    });
  });

  test("that is locked, to be drawn by hand", async () => {
    const shown = await view(lockedRow({ binding_a: '{"statement":{"boundAt":"x"}}' }));
    expect(shown).toMatchObject({
      lockedAt: LOCKED,
      drawAfter: LOCKED,
      announced: null,
      begun: false,
      record: null,
      lock: null,
    });
    expect(shown.manifest).toBe("dd".repeat(32));
    expect(shown.boundAt).toBeNull(); // only one has bound it
    expect(shown.seals.a.boundAt).toBe("x");
  });

  test("that is drawn: the later times count, and the numbers are public", async () => {
    const draw = await stored(drawnRow({ order: [1, 0] }), 2);
    expect(await view(draw)).toMatchObject({
      ...{ state: "drawn", boundAt: BOUND, drawnAt: OPENED, begun: true, seed: "5e".repeat(32) },
      result: {
        order: [
          { position: 1, label: "Person 1" },
          { position: 0, label: "Person 0" },
        ],
      },
      resultCut: false,
      record: `${publicUrl}/api/draws/${draw.id}/record`,
      seals: { a: { secret: "aa".repeat(32), openedAt: BOUND }, b: { secret: "bb".repeat(32), boundAt: LOCKED } },
    });
  });

  test.each([
    ["locked a second before it was opened", LOCKED, -1_000, false],
    ["locked just a minute before it was opened", LOCKED, 60_000, true],
    ["made in a single step, however long that took", null, 3_600_000, false],
  ])("that was %s", async (_, draw_after, lead, announced) => {
    const opening = JSON.stringify({ statement: { openedAt: new Date(Date.parse(BOUND) + lead).toISOString() } });
    const shown = await view(drawnRow({}, { draw_after, opening_a: opening, opening_b: opening }));
    expect(shown).toMatchObject({ lead, announced });
  });

  test("that is locked, its numbers public", async () => {
    const shown = await view(lockedRow({ ...ANSWERS, begun_at: LOCKED }));
    expect(shown).toMatchObject({
      state: "locked",
      resultFixed: true,
      lock: `${publicUrl}/api/draws/${shown.id}/lock`,
    });
  });

  test("that is void", async () => {
    const draw = voidRow();
    expect(await view(draw)).toMatchObject({
      ...{ state: "void", result: null, seed: null, void: { reason: "too few came", at: OPENED } },
      record: `${publicUrl}/api/draws/${draw.id}/record`,
    });
  });
});

describe("a result with its labels", () => {
  async function resultOf(result: object, count: number) {
    const { result: shown, resultCut } = await viewOf({ db, publicUrl }, await stored(drawnRow(result), count));
    return { shown, resultCut };
  }
  const labelled = (positions: number[]) => positions.map((position) => ({ position, label: labelAt(position) }));

  test("are found across chunks", async () => {
    const order = [0, CHUNK - 1, CHUNK, 2 * CHUNK - 1, 2 * CHUNK];
    expect(await resultOf({ order }, 2 * CHUNK + 1)).toEqual({ shown: { order: labelled(order) }, resultCut: false });
  });

  test("keep the rule's form", async () => {
    const prizes = [
      { name: "Car", winners: [2] },
      { name: "17", winners: [0, 1] },
    ];
    expect((await resultOf({ alternates: [3], prizes }, 4)).shown).toEqual({
      alternates: labelled([3]),
      prizes: [
        { name: "Car", winners: labelled([2]) },
        { name: "17", winners: labelled([0, 1]) },
      ],
    });
    expect((await resultOf({ groups: [[1], [0, 2]] }, 3)).shown).toEqual({ groups: [labelled([1]), labelled([0, 2])] });
  });

  test("are plain numbers if there is no list", async () => {
    expect((await resultOf({ numbers: [6, 1, 1] }, 0)).shown).toEqual({ numbers: [6, 1, 1] });
  });

  test("are complete up to a thousand places, and cut after that", async () => {
    const whole = await resultOf({ order: range(0, MOST_SHOWN) }, MOST_SHOWN);
    expect(whole).toEqual({ shown: { order: labelled(range(0, MOST_SHOWN)) }, resultCut: false });
    const cut = await resultOf({ order: range(0, MOST_SHOWN + 1) }, MOST_SHOWN + 1);
    expect(cut).toEqual({ shown: { order: labelled(range(0, MOST_SHOWN)) }, resultCut: true });
  });

  test("are cut in each part separately: many alternates hide no winner", async () => {
    const { shown, resultCut } = await resultOf({ alternates: range(1, 1_500), winners: [0] }, 1_500);
    expect(shown).toEqual({ alternates: labelled(range(1, 1_001)), winners: labelled([0]) });
    expect(resultCut).toBe(true);
  });

  test("are cut within groups, however many there are", async () => {
    const groups = [range(0, 600), range(600, 1_200), range(1_200, 1_300)];
    const { shown, resultCut } = await resultOf({ groups }, 1_300);
    expect(shown).toEqual({ groups: [labelled(range(0, 600)), labelled(range(600, 1_000))] });
    expect(resultCut).toBe(true);
    const pairs = range(0, 600).map((at) => [2 * at, 2 * at + 1]);
    expect((await resultOf({ groups: pairs }, 1_200)).shown?.groups).toHaveLength(500);
  });
});
