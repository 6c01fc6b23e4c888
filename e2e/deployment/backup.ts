// Backup, everything destroyed, restore.
import { expect, test } from "bun:test";
import { readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { call } from "../client.ts";
import { type Composed, until, up } from "./composed.ts";
import { expectHolding } from "./load.ts";
import { redraw, restoreAtLast } from "./restore.ts";

const body = { title: "To be kept", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"] };
const SIDES = ["random_a", "random_b"];
const LATER = "9999-of-tomorrow";

/** Reverts random-a's tables to the version in which it owned them. */
const OF_BEFORE = `alter schema random_a owner to random_a; alter table random_a.seal owner to random_a;
  alter table random_a.secret owner to random_a; drop table random_a.store;
  delete from random_a.kysely_migration where name >= '2026-11-30-store-id'`;
const OWNERS = `select distinct pg_get_userbyid(relowner) from pg_class where relkind = 'r' and relnamespace::regnamespace::text
  in ('core', 'random_a', 'random_b') order by 1`;
const DRAWS_IN = `docker exec -i $(docker compose ps -q postgres) pg_restore --data-only --schema core --table draw --file - <"$1" |
  grep -c "^[0-9a-f]\\{32\\}"`;

export function testBackup(site: () => Composed): void {
  const post = (path: string, sent: object, key?: string) =>
    call(site().http, "POST", path, { body: sent, ...(key ? { key } : {}) });
  const keyOf = async (side: "a" | "b") => (await (await fetch(`${site().http}/services/${side}/key`)).json()).service;
  const file = () => join(site().secrets, "backup");
  let secrets: string[] = [];

  test("finished draws verify, draws that depended on lost seals become void, new draws are made", async () => {
    const drawn = await post("/api/draws", { ...body, draw: "now" });
    const locked = await post("/api/draws", { ...body, draw: "later" });
    if (!drawn || !locked) throw new Error("no draw was made");
    const { id, manageKey } = locked.body;
    expect(await post(`/api/draws/${id}/lock`, {}, manageKey)).toMatchObject({ body: { state: "locked" } });
    const keys = [await keyOf("a"), await keyOf("b")];
    secrets = await secretsOf(site());
    await asked(site(), OF_BEFORE);
    const made = drawContinuously(site());
    const said = await site().script(["bash", "-c", 'ops/backup "$1" 2>&1', "backup", file()]);
    await made.stop();
    const held = await site().script(["bash", "-c", DRAWS_IN, "count", file()]);
    expect(said).toContain(`${held.trim()} draws in ${file()}`);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    await site().compose(["down", "--volumes", "--timeout", "5"]);
    await up(site());
    await restoreAtLast(site(), file());
    await expectHolding([drawn.body.id], site().http);
    expect([await keyOf("a"), await keyOf("b")].filter((key) => keys.includes(key))).toEqual([]);
    expect(await asked(site(), OWNERS)).toEqual(["core_owner", "random_a_owner", "random_b_owner"]);
    await until("the locked draw is void", async () => {
      await post(`/api/draws/${id}/draw`, {}, manageKey);
      return (await (await fetch(`${site().http}/api/draws/${id}`)).json()).state === "void";
    });
    expect(await post("/api/draws", { ...body, draw: "now" })).toMatchObject({ status: 201, body: { state: "drawn" } });
    await redraw(site(), locked.body);
  }, 300_000);

  test("a backup holds neither secrets nor signing keys", async () => {
    const listed = await site().script([
      "bash",
      "-c",
      `docker exec -i $(docker compose ps -q postgres) pg_restore --file=- <'${file()}'`,
    ]);
    expect(listed).toContain("COPY core.draw ");
    for (const side of SIDES) {
      expect(listed).toContain(`COPY ${side}.seal `);
      for (const table of ["secret", "own_key", "living_key"]) expect(listed).not.toContain(`COPY ${side}.${table} `);
    }
    expect(listed).not.toContain("PRIVATE KEY");
    expect(secrets.filter((secret) => listed.includes(secret))).toEqual([]);
  });

  test("a truncated backup, one of a later version, and one over existing draws change nothing and say so", async () => {
    const half = `${file()}.half`;
    writeFileSync(half, readFileSync(file()).subarray(0, statSync(file()).size / 2));
    const refusal = (...words: string[]) => site().script(["ops/restore", ...words], {}, { fails: true });
    expect(await refusal(half)).toContain("is no whole backup");
    expect(await refusal(file())).toContain("--replace puts the backup in their place");
    await asked(site(), `insert into core.kysely_migration values ('${LATER}', '2040-01-01')`);
    await site().script(["ops/backup", `${file()}.later`]);
    await asked(site(), `delete from core.kysely_migration where name = '${LATER}'`);
    const later = `the backup is of a later version of Fairhat (core has had ${LATER}); deploy that version first`;
    expect(await refusal("--replace", `${file()}.later`)).toContain(later);
    expect(await site().script(["ops/backup", file()], {}, { fails: true })).toContain("backups are never overwritten");
    const left = readdirSync(dirname(file())).filter((name) => name.startsWith("backup"));
    expect(left.toSorted()).toEqual(["backup", "backup.half", "backup.later"]);
    expect((await fetch(`${site().http}/draws`)).status).toBe(200);
  });
}

/** Clients that make draws continuously until stopped. */
function drawContinuously(site: Composed) {
  let stopped = false;
  const make = async () => {
    while (!stopped) await call(site.http, "POST", "/api/draws", { body: { ...body, draw: "now" } });
  };
  const all = Promise.all(Array.from({ length: 4 }, make));
  return {
    async stop() {
      stopped = true;
      await all;
    },
  };
}

async function asked(site: Composed, query: string): Promise<string[]> {
  const { status, out } = await site.inside("postgres", `psql -U postgres -tA fairhat -c "${query}"`);
  expect([status, out]).toEqual([0, out]);
  return out.trim().split("\n");
}

/** What no backup may contain, by value: secrets of unopened seals, signing keys, the deployment's secrets. */
async function secretsOf(site: Composed): Promise<string[]> {
  const secrets: string[] = [];
  for (const side of SIDES) {
    const unopened = await asked(
      site,
      `select secret from ${side}.secret join ${side}.seal using (draw) where opening is null`,
    );
    expect(unopened[0]).toMatch(/^[0-9a-f]{64}$/);
    const pem = await asked(site, `select pem from ${side}.own_key`);
    secrets.push(...unopened, pem[1] ?? "");
  }
  const files = readdirSync(site.secrets, { recursive: true }).map((name) => join(site.secrets, String(name)));
  for (const name of files.filter((one) => statSync(one).isFile()))
    secrets.push(...(readFileSync(name, "utf8").match(/[0-9a-f]{64}/g) ?? []));
  expect(secrets.every((secret) => secret.length >= 32)).toBe(true);
  return secrets;
}
