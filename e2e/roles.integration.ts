// Privileges of the services' roles on PostgreSQL, and the update of a deployment whose services owned their tables.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { BadSettings, connect, migrate } from "@fairhat/runtime";
import { SQL } from "bun";
import { SCHEMAS } from "../ops/database/schemas.ts";
import { asSuperuser, prepareDatabase, ROLES, runOneShot, runtimeUrl } from "./database.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

let postgres: Postgres;
let superuser: string;
beforeAll(async () => {
  postgres = await startPostgres();
  superuser = await prepareDatabase(postgres);
}, 60_000);
afterAll(() => postgres.stop(), 60_000);

/** PostgreSQL's error for a statement of a role; "done" if it succeeded. */
async function saidTo(role: string, statement: string, database = "fairhat"): Promise<string> {
  const sql = new SQL(runtimeUrl(role, postgres.port, database), { max: 1 });
  const said = await sql.unsafe(statement).then(
    () => "done",
    (error: Error) => error.message,
  );
  await sql.close();
  return said;
}

const TABLES = {
  core: ["draw", "entries"],
  random_a: ["seal", "secret", "key", "living_key", "own_key", "store"],
  random_b: ["seal", "secret", "key", "living_key", "own_key", "store"],
};

describe.each(ROLES)("%s", (role) => {
  test.each(TABLES[role])("cannot alter its table %s, its triggers or its owner", async (table) => {
    const name = `${role}.${table}`;
    for (const statement of [
      `drop table ${name} cascade`,
      `alter table ${name} add column more text`,
      `alter table ${name} disable trigger all`,
      `alter table ${name} owner to ${role}`,
      `create trigger mine before insert on ${name} for each row execute function suppress_redundant_updates_trigger()`,
      `create index on ${name} ((1))`,
    ])
      expect(await saidTo(role, statement)).toMatch(
        new RegExp(`^(must be owner of|permission denied for) table ${table}$`),
      );
    expect(await saidTo(role, `truncate ${name}`)).toBe(`permission denied for table ${table}`);
  });

  test("cannot drop a trigger, replace a function or create objects in its schema", async () => {
    const [trigger, guard] = role === "core" ? ["guard_rows", "guard_draw"] : ["kept_on_update", "guard_seal"];
    const [table] = TABLES[role];
    expect(await saidTo(role, `drop trigger ${trigger} on ${role}.${table}`)).toBe(
      `must be owner of relation ${table}`,
    );
    const body = "returns trigger language plpgsql as 'begin return new; end'";
    for (const statement of [
      `create or replace function ${role}.${guard}() ${body}`,
      `create function ${role}.other() ${body}`,
      `create table ${role}.other (x int)`,
    ])
      expect(await saidTo(role, statement)).toBe(`permission denied for schema ${role}`);
    expect(await saidTo(role, `drop schema ${role} cascade`)).toBe(`must be owner of schema ${role}`);
    expect(await saidTo(role, "create temporary table mine (x int)")).toContain("permission denied");
    expect(await saidTo(role, "create schema mine")).toContain("permission denied");
    expect(await saidTo(role, "create table public.mine (x int)")).toBe("permission denied for schema public");
  });

  test("cannot become another role, connect to another database, or read another schema", async () => {
    for (const other of [`${role}_owner`, "fairhat", ...ROLES.filter((one) => one !== role)])
      expect(await saidTo(role, `set role ${other}`)).toBe(`permission denied to set role "${other}"`);
    for (const database of ["postgres", "template1"])
      expect(await saidTo(role, "select 1", database)).toContain(`permission denied for database "${database}"`);
    for (const other of ROLES.filter((one) => one !== role))
      expect(await saidTo(role, `select from ${other}.kysely_migration`)).toBe(`permission denied for schema ${other}`);
    expect(await saidTo(`${role}_owner`, "select 1")).toContain("is not permitted to log in");
  });

  test("starts on its schema, and says what to do if that is not migrated", async () => {
    const db = connect<unknown>(runtimeUrl(role, postgres.port), 1);
    expect(await migrate(db, role, SCHEMAS[role].migrations)).toEqual([]);
    const more = { ...SCHEMAS[role].migrations, "2999-more": { up: async () => {} } };
    const migrating = migrate(db, role, more);
    await expect(migrating).rejects.toThrow(BadSettings);
    await expect(migrating).rejects.toThrow(`the schema ${role} is not migrated`);
    await db.destroy();
  });
});

describe("rows", () => {
  test.each([
    ["core", "delete from core.passover", "passover"],
    ["core", "update core.entries set data = data", "entries"],
    ["core", "delete from core.kysely_migration", "kysely_migration"],
    ...(["random_a", "random_b"] as const).flatMap((role) => [
      [role, `delete from ${role}.seal`, "seal"],
      [role, `delete from ${role}.secret`, "secret"],
      [role, `update ${role}.secret set secret = secret`, "secret"],
      [role, `update ${role}.key set since = since`, "key"],
      [role, `delete from ${role}.own_key`, "own_key"],
      [role, `update ${role}.living_key set key = key`, "living_key"],
      [role, `update ${role}.store set id = id`, "store"],
      [role, `insert into ${role}.kysely_migration values ('x', 'y')`, "kysely_migration"],
    ]),
  ])("%s may not: %s", async (role = "", statement = "", table = "") => {
    expect(await saidTo(role, statement)).toBe(`permission denied for table ${table}`);
  });
});

describe("an older deployment, whose services owned their tables", () => {
  const OLD = "old";
  const role = "random_a";
  const url = () => superuser.replace(/fairhat$/, OLD);

  // Created as by that version's job, for one service.
  beforeAll(async () => {
    await asSuperuser(postgres.url, `create database ${OLD}`);
    await asSuperuser(url(), `grant connect on database ${OLD} to ${ROLES.join(", ")}`);
    for (const one of ROLES) {
      await asSuperuser(url(), `create schema ${one} authorization ${one}`);
      const db = connect<unknown>(runtimeUrl(one, postgres.port, OLD), 1);
      await migrate(db, one, SCHEMAS[one].migrations);
      await db.destroy();
    }
  }, 60_000);

  test("is handed over while its services run, without a failing statement", async () => {
    expect(await saidTo(role, `alter table ${role}.seal disable trigger all`, OLD)).toBe("done");
    await asSuperuser(url(), `alter table ${role}.seal enable trigger all`);
    const working = new AbortController();
    const service = runWorkload(runtimeUrl(role, postgres.port, OLD), role, working.signal);
    await service.begun;
    expect(await runOneShot(url(), postgres.port)).toMatchObject({ status: 0 });
    const rounds = service.rounds();
    await service.more(); // works before and after
    working.abort();
    expect(await service.done).toEqual([]);
    expect(service.rounds()).toBeGreaterThan(rounds);
    expect(await saidTo(role, `alter table ${role}.seal disable trigger all`, OLD)).toBe("must be owner of table seal");
    const again = await runOneShot(url(), postgres.port);
    expect(again.status).toBe(0);
  }, 60_000);
});

/** An older service's workload: reads and writes of all its tables. Returns every error. */
function runWorkload(url: string, role: string, signal: AbortSignal) {
  let rounds = 0;
  const waiting: (() => void)[] = [];
  const after = (count: number) =>
    new Promise<void>((reached) => {
      const look = () => (rounds >= count ? reached() : waiting.push(look));
      look();
    });
  const work = async () => {
    const errors: string[] = [];
    const sql = new SQL(url, { max: 4 });
    const round = () => {
      const draw = crypto.randomUUID().replaceAll("-", "");
      const key = "ab".repeat(32);
      return Promise.all([
        sql.unsafe(
          `with made as (insert into ${role}.seal (draw, core, key, generator, issued_at, digest, seal)
             values ('${draw}', 'core', '${key}', 'g', 'x', '${key}', '{}') returning draw)
           insert into ${role}.secret select draw, 'secret' from made`,
        ),
        sql.unsafe(`select * from ${role}.seal left join ${role}.secret using (draw) limit 10`),
        sql.unsafe(`update ${role}.seal set manifest = null where draw = '${draw}'`),
        sql.unsafe(`insert into ${role}.key values ('${draw}', 'x') on conflict do nothing`),
        sql.unsafe(`select name from ${role}.kysely_migration order by name`),
        sql.unsafe(`delete from ${role}.living_key where key = 'none'`),
      ]);
    };
    while (!signal.aborted) {
      await round().catch((error: Error) => errors.push(error.message));
      rounds += 1;
      for (const look of waiting.splice(0)) look();
    }
    await sql.close();
    return errors;
  };
  return { done: work(), begun: after(20), rounds: () => rounds, more: () => after(rounds + 20) };
}
