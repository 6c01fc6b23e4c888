import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { commitment, digest, type Manifest, signatureHolds } from "@fairhat/protocol";
import { releaseDatabases } from "@fairhat/runtime/testing";
import { sql } from "kysely";
import { keysOf } from "./keys.ts";
import type { Db } from "./tables.ts";
import {
  HOUR,
  later,
  manifestFor,
  memoryDatabase,
  NOW,
  newDraw,
  newKey,
  type Opened,
  OTHER_TOKEN,
  onlyValue,
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

describe("binding", () => {
  test("answers a signed binding to this manifest, and always the same one", async () => {
    const seal = await service.seal();
    const manifest = manifestFor(seal, { drawAfter: later(HOUR) });
    const { binding } = onlyValue(await service.bind([manifest]));
    expect(binding.statement).toEqual({
      type: "fairhat/1/binding",
      service: seal.statement.service,
      draw: seal.statement.draw,
      manifest: digest(manifest),
      boundAt: NOW,
    });
    expect(signatureHolds(binding)).toBe(true);
    const anHourLater = replica(db, { clock: () => Date.parse(NOW) + HOUR });
    expect(onlyValue(await anHourLater.bind([manifest])).binding).toEqual(binding);
  });

  test("another manifest is refused permanently, to bind and to open, at any replica", async () => {
    const seal = await service.seal();
    const manifest = manifestFor(seal);
    onlyValue(await service.bind([manifest]));
    const before = await rowOf(db, seal.statement.draw);
    const others = [
      manifestFor(seal, { title: "Other" }),
      manifestFor(seal, { lockedAt: later(1) }),
      manifestFor(seal, { seals: { a: "bb".repeat(32), b: digest(seal.statement) } }),
      manifestFor(seal, { params: { winners: 1 } }),
    ];
    for (const at of [service, replica(db)]) {
      for (const ask of [at.bind, at.open])
        expect(new Set(outcomes(await ask(others)))).toEqual(new Set(["bound_to_another"]));
    }
    expect(await rowOf(db, seal.statement.draw)).toEqual(before as NonNullable<typeof before>);
  });

  test("in a list with a draw twice, the first matching manifest is bound, an equal one is repeated, others are refused", async () => {
    const seal = await service.seal();
    const manifest = manifestFor(seal);
    const late = manifestFor(seal, { lockedAt: later(-HOUR) });
    const other = manifestFor(seal, { title: "Other" });
    const answers = await service.open([late, manifest, other, manifest]);
    expect(outcomes(answers)).toEqual(["bound_to_another", "ok", "bound_to_another", "ok"]);
    expect(answers[3]).toEqual(answers[1] as NonNullable<(typeof answers)[1]>);
  });
});

describe("an invalid item fails alone", () => {
  const poisons: [string, (good: Manifest) => unknown, string][] = [
    ["null", () => null, "malformed"],
    ["a number", () => 1, "malformed"],
    ["a list", () => [], "malformed"],
    ["an unknown member", (good) => ({ ...good, more: 1 }), "malformed"],
    ["a fraction in the parameters", (good) => ({ ...good, params: { winners: 1.5 } }), "malformed"],
    ["a lone surrogate in the parameters", (good) => ({ ...good, params: { x: "\ud800" } }), "malformed"],
    ["a date that does not exist", (good) => ({ ...good, lockedAt: "2026-02-30T00:00:00.000Z" }), "malformed"],
    ["a beacon", (good) => ({ ...good, beacon: "x" }), "malformed"],
    ["a draw that nobody sealed", (good) => ({ ...good, draw: newDraw() }), "unknown_draw"],
    ["seals of others", (good) => ({ ...good, seals: { a: "cc".repeat(32), b: "bb".repeat(32) } }), "not_in_manifest"],
    ["one seal twice", (good) => ({ ...good, seals: { a: good.seals.a, b: good.seals.a } }), "not_in_manifest"],
    ["a lock a minute ago", (good) => ({ ...good, lockedAt: later(-60_001) }), "clock_too_far"],
  ];

  test.each(["/bindings", "/openings"])("of %s", async (path) => {
    const seals = [
      await service.seal(),
      ...(await Promise.all(poisons.map(() => service.seal()))),
      await service.seal(),
    ];
    const goods = seals.map((seal) => manifestFor(seal));
    const manifests = goods.map((good, at) => poisons[at - 1]?.[1](good) ?? (poisons[at - 1] ? null : good));
    const answers = await service.ask<Opened>(path, { manifests });
    expect(outcomes(answers)).toEqual(["ok", ...poisons.map(([, , reason]) => reason), "ok"]);
    for (const seal of seals.slice(1, -1)) expect((await rowOf(db, seal.statement.draw))?.manifest).toBeNull();
    expect(answers.at(-1)).toMatchObject({ value: { binding: { statement: { draw: seals.at(-1)?.statement.draw } } } });
  });

  test("the answer names the field and the problem", async () => {
    const manifest = { ...manifestFor(await service.seal()), params: { winners: 1.5 } };
    const [answer] = await service.bind([manifest]);
    expect(answer).toMatchObject({
      ok: false,
      refused: { reason: "malformed", field: { at: "params", found: "1.5 is not an integer of at most 2^53-1" } },
    });
  });
});

describe("opening", () => {
  test("an unbound seal binds it in the same step and answers both", async () => {
    const seal = await service.seal();
    const manifest = manifestFor(seal);
    const { binding, opening } = onlyValue(await service.open([manifest]));
    const { draw, service: key } = seal.statement;
    expect(binding.statement).toMatchObject({ manifest: digest(manifest), boundAt: NOW });
    expect(opening.statement).toMatchObject({
      type: "fairhat/1/opening",
      service: key,
      draw,
      manifest: digest(manifest),
      openedAt: NOW,
    });
    expect(commitment(key, draw, opening.statement.secret)).toBe(seal.statement.commitment);
    expect(signatureHolds(binding) && signatureHolds(opening)).toBe(true);
    expect(onlyValue(await replica(db, { clock: () => Date.parse(NOW) + HOUR }).open([manifest]))).toEqual({
      binding,
      opening,
    });
    expect(onlyValue(await service.bind([manifest]))).toEqual({ binding });
  });

  test("a bound seal keeps the binding, and the opening is never dated before it", async () => {
    const manifest = manifestFor(await service.seal());
    const { binding } = onlyValue(await service.bind([manifest]));
    const slow = replica(db, { keys: service.keys, clock: () => Date.parse(NOW) - HOUR });
    const opened = onlyValue(await slow.open([manifest]));
    expect(opened.binding).toEqual(binding);
    expect(opened.opening.statement.openedAt).toBe(NOW);
  });

  test("before its time is refused and writes nothing, bound or not; at its time it is answered", async () => {
    const [unbound, bound] = [await service.seal(), await service.seal()];
    const manifests = [unbound, bound].map((seal) => manifestFor(seal, { drawAfter: later(HOUR) }));
    onlyValue(await service.bind(manifests.slice(1)));
    const rows = () => Promise.all([unbound, bound].map((seal) => rowOf(db, seal.statement.draw)));
    const before = await rows();
    const justBefore = replica(db, { keys: service.keys, clock: () => Date.parse(NOW) + HOUR - 1 });
    expect(outcomes(await service.open(manifests))).toEqual(["too_early", "too_early"]);
    expect(outcomes(await justBefore.open(manifests))).toEqual(["clock_too_far", "too_early"]);
    expect(await rows()).toEqual(before);
    const inTime = replica(db, { keys: service.keys, clock: () => Date.parse(NOW) + HOUR });
    expect(outcomes(await inTime.open(manifests))).toEqual(["clock_too_far", "ok"]);
  });

  test("for another core is refused", async () => {
    const manifest = manifestFor(await service.seal());
    for (const path of ["/bindings", "/openings"]) {
      expect(outcomes(await service.ask(path, { manifests: [manifest] }, OTHER_TOKEN))).toEqual(["of_another_core"]);
    }
  });
});

describe("after a loss", () => {
  test("a retired key repeats its answers and makes no new ones; an older live key continues", async () => {
    const [sealed, bound, opened] = [await service.seal(), await service.seal(), await service.seal()];
    const manifests = [sealed, bound, opened].map((seal) => manifestFor(seal));
    const done = [...(await service.bind(manifests.slice(1, 2))), ...(await service.open(manifests.slice(2)))];
    const fresh = newKey();
    const retired = replica(db, { keys: keysOf(fresh) });
    expect(outcomes(await retired.bind(manifests))).toEqual(["key_retired", "ok", "ok"]);
    expect(outcomes(await retired.open(manifests))).toEqual(["key_retired", "key_retired", "ok"]);
    expect([...(await retired.bind(manifests.slice(1, 2))), ...(await retired.open(manifests.slice(2)))]).toEqual(done);
    expect(await retired.seal(sealed.statement.draw)).toEqual(sealed);
    expect((await retired.seal()).statement.service).toBe(fresh.public);
    const rotated = replica(db, { keys: keysOf(fresh, [service.keys.current]) });
    const answers = await rotated.open(manifests);
    expect(outcomes(answers)).toEqual(["ok", "ok", "ok"]);
    expect(onlyValue(answers.slice(0, 1)).opening.statement.service).toBe(service.keys.current.public);
  });

  test("a store restored without its secrets repeats openings and makes none", async () => {
    const [sealed, opened] = [manifestFor(await service.seal()), manifestFor(await service.seal())];
    const before = await service.open([opened]);
    const draws = sql.join([sealed.draw, opened.draw]);
    await sql`alter table ${sql.table(`${SCHEMA}.secret`)} disable trigger user`.execute(db);
    await sql`delete from ${sql.table(`${SCHEMA}.secret`)} where draw in (${draws})`.execute(db);
    await sql`alter table ${sql.table(`${SCHEMA}.secret`)} enable trigger user`.execute(db);
    expect(outcomes(await service.bind([sealed]))).toEqual(["secret_lost"]);
    expect(outcomes(await service.open([sealed]))).toEqual(["secret_lost"]);
    expect(await service.open([opened])).toEqual(before);
  });
});
