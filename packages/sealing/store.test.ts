import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { isUnavailable } from "@fairhat/runtime";
import { releaseDatabases } from "@fairhat/runtime/testing";
import { sql } from "kysely";
import { withRedactedErrors } from "./store.ts";
import type { Db } from "./tables.ts";
import {
  manifestFor,
  memoryDatabase,
  NOW,
  newDraw,
  type Opened,
  outcomes,
  replica,
  rowOf,
  SCHEMA,
  sealingSchema,
} from "./testing.ts";

let db: Db;
let service: ReturnType<typeof replica>;
beforeAll(async () => {
  db = await sealingSchema(await memoryDatabase());
  service = replica(db);
});
afterAll(releaseDatabases);

describe("two replicas at once", () => {
  test("seal the same draws: both answer the same", async () => {
    const draws = Array.from({ length: 50 }, newDraw);
    const [one, two] = await Promise.all([
      service.ask("/seals", { draws }),
      replica(db, { keys: service.keys }).ask("/seals", { draws: draws.toReversed() }),
    ]);
    expect(two?.toReversed()).toEqual(one as NonNullable<typeof one>);
    expect(outcomes(one as [])).toEqual(draws.map(() => "ok"));
  });

  test("with two manifests for a draw, one is bound and the other refused, and both replicas agree", async () => {
    const seals = await Promise.all(Array.from({ length: 20 }, () => service.seal()));
    const second = replica(db, { keys: service.keys });
    const one = seals.map((seal) => manifestFor(seal, { title: "One" }));
    const two = seals.map((seal) => manifestFor(seal, { title: "Two" }));
    const [first, other] = await Promise.all([service.bind(one), second.open(two.toReversed())]);
    const results = outcomes(first as []).map((outcome, at) =>
      [outcome, outcomes(other as []).toReversed()[at]].sort(),
    );
    expect(results).toEqual(seals.map(() => ["bound_to_another", "ok"]));
    expect(await second.bind(one)).toEqual(first as NonNullable<typeof first>);
  });

  test("one binds and the other opens the same manifest: one binding, then one opening", async () => {
    const manifests = (await Promise.all(Array.from({ length: 20 }, () => service.seal()))).map((seal) =>
      manifestFor(seal),
    );
    const ahead = replica(db, { keys: service.keys, clock: () => Date.parse(NOW) + 5 });
    const [bound, opened] = await Promise.all([service.bind(manifests), ahead.open(manifests)]);
    expect(outcomes([...(bound as []), ...(opened as [])])).toEqual(Array(40).fill("ok"));
    const bindings = (answers: unknown) =>
      JSON.parse(JSON.stringify(answers)).map((answer: { value: Opened }) => answer.value.binding);
    expect(bindings(opened)).toEqual(bindings(bound));
  });

  test("both open a bound draw: one opening, answered by both", async () => {
    const manifests = (await Promise.all(Array.from({ length: 20 }, () => service.seal()))).map((seal) =>
      manifestFor(seal),
    );
    await service.bind(manifests);
    const ahead = replica(db, { keys: service.keys, clock: () => Date.parse(NOW) + 5 });
    const [one, other] = await Promise.all([service.open(manifests), ahead.open(manifests.toReversed())]);
    expect(outcomes(one as [])).toEqual(Array(20).fill("ok"));
    expect(other?.toReversed()).toEqual(one as NonNullable<typeof one>);
  });

  test("a write that is lost is an error, not an answer", async () => {
    const manifest = manifestFor(await service.seal());
    await sql`create function ${sql.table(`${SCHEMA}.forget`)}() returns trigger language plpgsql as 'begin return null; end'`.execute(
      db,
    );
    await sql`create trigger forget before update on ${sql.table(`${SCHEMA}.seal`)} for each row execute function ${sql.table(`${SCHEMA}.forget`)}()`.execute(
      db,
    );
    const response = await service.post("/openings", { manifests: [manifest] });
    await sql`drop trigger forget on ${sql.table(`${SCHEMA}.seal`)}`.execute(db);
    expect(response.status).toBe(500);
    expect(await rowOf(db, manifest.draw)).toMatchObject({ manifest: null, opening: null });
  });
});

test("a database error keeps its message and code, and no value of a row", async () => {
  const driver = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED", detail: "secret c7c7" });
  const error = await withRedactedErrors(Promise.reject(driver)).catch((refused) => refused);
  expect({ ...error, message: error.message }).toEqual({
    message: "the database refused: connect ECONNREFUSED",
    code: "ECONNREFUSED",
  });
});

test("a broken connection is reported as an unavailable database, regardless of pg's message", async () => {
  for (const words of ["Connection terminated due to connection timeout", "timeout exceeded when trying to connect"]) {
    const error = await withRedactedErrors(Promise.reject(new Error(words))).catch((refused) => refused);
    expect(isUnavailable(error)).toBe(true);
  }
  const wrong = await withRedactedErrors(Promise.reject(new Error("syntax error"))).catch((refused) => refused);
  expect(isUnavailable(wrong)).toBe(false);
});
