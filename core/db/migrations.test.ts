import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import type { PGlite } from "@electric-sql/pglite";
import { memoryDatabase, releaseDatabases } from "@fairhat/runtime/testing";
import { Kysely, PGliteDialect, sql } from "kysely";
import { insertDraw } from "../draws/repository.ts";
import { coreSchema } from "../testing/fairhat.ts";
import { ANSWERS, drawnRow, lockedRow, nextId, openRow, voidRow } from "../testing/rows.ts";
import type { Db, DrawTable, State } from "./schema.ts";

let pglite: PGlite;
let db: Db;

beforeAll(async () => {
  pglite = await memoryDatabase();
  db = await coreSchema(new Kysely({ dialect: new PGliteDialect({ pglite }) }));
});
afterAll(releaseDatabases);

/** Stores a draw with a list of one chunk. */
async function stored(row: DrawTable): Promise<DrawTable> {
  return (await insertDraw(db, row, ['{"label":"Ada"}'])) as DrawTable;
}

/** The database's error for a change of a draw; null if it succeeds. */
async function refusalOf(id: string, change: Partial<DrawTable>): Promise<string | null> {
  return messageOf(db.updateTable("draw").set(change).where("id", "=", id).execute());
}

async function messageOf(statement: Promise<unknown>): Promise<string | null> {
  return statement.then(
    () => null,
    (error: Error) => error.message,
  );
}

/** A different value for a column. */
function otherThan(value: DrawTable[keyof DrawTable]): string | number | boolean {
  if (typeof value === "boolean") return !value;
  return typeof value === "number" ? value + 1 : `${value ?? ""} `;
}

const ALWAYS_FREE = ["passed", "listed", "generation", "manage_hash"];
const LATER = ["begun_at", ...Object.keys(ANSWERS), "outcome", "void", "erased_at"];

describe("of a locked draw", () => {
  const columns = Object.keys(openRow()) as (keyof DrawTable)[];
  const frozen = columns.filter((name) => ![...ALWAYS_FREE, ...LATER, "state"].includes(name));

  test("every column is frozen, free or written later", () => {
    expect(frozen).toHaveLength(20);
    expect(columns).toHaveLength(frozen.length + ALWAYS_FREE.length + LATER.length + 1);
  });

  test.each(frozen)("%s cannot be changed or removed", async (name) => {
    for (const row of [lockedRow(), drawnRow({}), voidRow()]) {
      const draw = await stored({ ...row, request_digest: "aa" });
      expect(await refusalOf(draw.id, { [name]: otherThan(draw[name]) })).toContain("is locked");
      if (draw[name] !== null) expect(await refusalOf(draw.id, { [name]: null })).toContain("is locked");
    }
  });

  test("an unscheduled draw cannot be scheduled later", async () => {
    const { id } = await stored(lockedRow({ draw_after: null }));
    expect(await refusalOf(id, { draw_after: "2027-01-01T00:00:00.000Z" })).toContain("is locked");
  });

  test.each(ALWAYS_FREE as (keyof DrawTable)[])("%s can be changed", async (name) => {
    const draw = await stored(lockedRow());
    expect(await refusalOf(draw.id, { [name]: otherThan(draw[name]) })).toBeNull();
  });

  test("a draw whose numbers are both public is never void", async () => {
    const { opening_b, ...answers } = ANSWERS;
    const half = await stored(lockedRow(answers));
    const whole = await stored(lockedRow(ANSWERS));
    const refusal = "both numbers of draw";
    expect(await refusalOf(whole.id, { state: "void", void: "{}" })).toContain(refusal);
    expect(await refusalOf(half.id, { state: "void", void: "{}", opening_b })).toContain(refusal);
    expect(await refusalOf(half.id, { state: "void", void: "{}" })).toBeNull();
  });

  test.each(["begun_at", ...Object.keys(ANSWERS)] as (keyof DrawTable)[])("%s is written once", async (name) => {
    const draw = await stored(lockedRow({ ...ANSWERS, [name]: null, ...(name.startsWith("binding") && bare(name)) }));
    expect(await refusalOf(draw.id, { [name]: "first" })).toBeNull();
    expect(await refusalOf(draw.id, { [name]: "first" })).toBeNull();
    expect(await refusalOf(draw.id, { [name]: "second" })).toContain("is written once");
    expect(await refusalOf(draw.id, { [name]: null })).toContain("is written once");
  });

  // An opening requires its service's binding.
  function bare(binding: string): Partial<DrawTable> {
    return { [binding.replace("binding", "opening")]: null };
  }

  test("there is one outcome, or one reason", async () => {
    const drawn = await stored(drawnRow({}));
    expect(await refusalOf(drawn.id, { outcome: "another" })).toContain("is written once");
    const stopped = await stored(voidRow());
    expect(await refusalOf(stopped.id, { void: "another" })).toContain("is written once");
  });
});

describe("states only advance", () => {
  const STATES: State[] = ["open", "locked", "drawn", "void"];
  const rows: Record<State, () => DrawTable> = {
    open: openRow,
    locked: () => lockedRow({ binding_a: ANSWERS.binding_a }),
    drawn: () => drawnRow({}),
    void: () => voidRow(ANSWERS),
  };
  const { manifest, manifest_digest, locked_at } = lockedRow();
  const lock = { manifest, manifest_digest, locked_at };
  const taken = { manifest: null, manifest_digest: null, locked_at: null, draw_after: null };
  // What a change of state requires, so that only the order of states can fail.
  const changes: Record<State, (from: State) => Partial<DrawTable>> = {
    open: (from) => (from === "open" ? {} : { ...taken, outcome: null, void: null }),
    locked: (from) => ({ ...(from === "open" && lock), outcome: null, void: null }),
    drawn: (from) => ({ ...(from === "open" && lock), ...(from !== "void" && ANSWERS), outcome: "{}", void: null }),
    void: (from) => ({ ...(from === "open" && lock), outcome: null, void: "{}" }),
  };
  const ALLOWED = [
    "open open",
    "open locked",
    "locked locked",
    "locked drawn",
    "locked void",
    "drawn drawn",
    "void void",
  ];
  const cases = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

  test.each(cases)("%s to %s", async (from, to) => {
    const draw = await stored(rows[from]());
    const change = from === to ? { state: to } : { ...changes[to](from), state: to };
    const refusal = await refusalOf(draw.id, change);
    if (ALLOWED.includes(`${from} ${to}`)) expect(refusal).toBeNull();
    else expect(refusal).toMatch(/cannot go from|is locked|is written once/);
  });

  test("open to drawn in one step is refused for the order alone", async () => {
    for (const to of ["drawn", "void"] as const) {
      const draw = await stored(openRow());
      expect(await refusalOf(draw.id, { ...changes[to]("open"), state: to })).toContain(`cannot go from open to ${to}`);
    }
  });
});

test.each(["begun_at", ...Object.keys(ANSWERS)] as (keyof DrawTable)[])(
  "%s of a void draw stays absent",
  async (name) => {
    const stopped = await stored(lockedRow({ state: "void", void: "{}" }));
    expect(await refusalOf(stopped.id, { [name]: "late" })).toContain("is void");
  },
);

describe("a draw is complete", () => {
  test.each<[string, DrawTable]>([
    ["an unknown state", openRow({ state: "closed" as State })],
    ["open with a manifest", lockedRow({ state: "open" })],
    ["locked without one", openRow({ state: "locked" })],
    ["a manifest without its digest", lockedRow({ manifest_digest: null })],
    ["a manifest without its time", lockedRow({ locked_at: null })],
    ["announced but not locked", openRow({ draw_after: "2027-01-01T00:00:00.000Z" })],
    ["begun but not locked", openRow({ begun_at: "2026-11-22T12:05:00.000Z" })],
    ["bound but not locked", openRow({ binding_a: "{}" })],
    ["drawn without an outcome", drawnRow({}, { outcome: null })],
    ["an outcome without being drawn", drawnRow({}, { state: "locked" })],
    ["drawn with one opening", drawnRow({}, { opening_b: null })],
    ["opened but not bound", lockedRow({ opening_a: "{}" })],
    ["opened but not bound by b", lockedRow({ opening_b: "{}" })],
    ["void without a reason", voidRow({ void: null })],
    ["a reason without being void", voidRow({ state: "locked" })],
    ["drawn and void", drawnRow({}, { void: "{}" })],
  ])("never %s", async (_, row) => {
    expect(await messageOf(insertDraw(db, row, []))).toContain("violates check constraint");
  });
});

describe("nothing is deleted", () => {
  test("no draw after its lock", async () => {
    for (const row of [lockedRow(), drawnRow({}), voidRow()]) {
      const { id } = await stored(row);
      await db
        .deleteFrom("entries")
        .where("draw", "=", id)
        .execute()
        .catch(() => {});
      expect(await messageOf(db.deleteFrom("draw").where("id", "=", id).execute())).toContain(
        "a draw is never deleted",
      );
    }
  });

  test("nor all of them together", async () => {
    expect(
      await messageOf(
        sql`truncate core.draw, core.entries, core.passover, core.disclosure, core.names, core.names_key, core.webhook`.execute(
          db,
        ),
      ),
    ).toContain("never deleted");
    expect(await messageOf(sql`truncate core.entries`.execute(db))).toContain("never deleted");
  });
});

describe("the list of a draw", () => {
  const change = (id: string) => db.updateTable("entries").set({ data: "{}" }).where("draw", "=", id).execute();
  const remove = (id: string) => db.deleteFrom("entries").where("draw", "=", id).execute();
  const add = (id: string) => db.insertInto("entries").values({ draw: id, chunk: 1, data: "{}" }).execute();
  const move = (from: string, to: string) =>
    db.updateTable("entries").set({ draw: to, chunk: 9 }).where("draw", "=", from).where("chunk", "=", 0).execute();

  test("changes while it is open", async () => {
    const { id } = await stored(openRow());
    for (const statement of [change, add, remove]) expect(await messageOf(statement(id))).toBeNull();
  });

  test("and never after the lock", async () => {
    for (const row of [lockedRow(), drawnRow({}), voidRow()]) {
      const { id } = await stored(row);
      for (const statement of [change, add, remove]) expect(await messageOf(statement(id))).toContain("is locked");
    }
  });

  test("cannot be moved into a locked draw, nor out of one", async () => {
    const [open, locked] = [await stored(openRow()), await stored(lockedRow())];
    expect(await messageOf(move(open.id, locked.id))).toContain("is locked");
    expect(await messageOf(move(locked.id, open.id))).toContain("is locked");
  });

  test("requires its draw", async () => {
    expect(await messageOf(add(nextId()))).toContain("foreign key");
  });
});
