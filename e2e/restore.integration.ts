// A backup, total loss, a restore: docs/protocol.md, section 4, on PostgreSQL with the services as processes.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SQL } from "bun";
import { call, checkedRecord, type DrawAnswer, type Reply, until } from "./client.ts";
import { program, SERVICES, type System, startSystem } from "./system.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-restore-"));
const dump = join(folder, "dump");
const root = dirname(import.meta.dir);
const request = { title: "Kept", rule: "winners/1", params: { winners: 1 }, entries: ["Ada", "Bob", "Cé"] };

let system: System;
const draws: Record<string, DrawAnswer> = {};
const secrets: Record<string, string[]> = {};
const keysBefore: Record<string, string> = {};

beforeAll(async () => {
  system = await startSystem();
  draws.drawn = await made({ draw: "now" });
  draws.open = await made({ draw: "later" });
  draws.locked = await made({ draw: "later" });
  await step(draws.locked, "lock", { drawAfter: new Date(Date.now() + 3_600_000).toISOString() });
  draws.byHand = await made({ draw: "later" });
  await step(draws.byHand, "lock", {});
  for (const side of ["a", "b"] as const) keysBefore[side] = (await keyOf(side)).service;
  secrets.unopened = await secretsOf([draws.open, draws.locked, draws.byHand]);
  for (const service of SERVICES) await system.kill(service);
  await backupAndDestroy();
  await restore();
  for (const service of SERVICES) await system.start(service);
}, 60_000);
afterAll(async () => {
  await system.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

async function made(changes: object): Promise<DrawAnswer> {
  const reply = await call(system.url, "POST", "/api/draws", { body: { ...request, ...changes } });
  expect(reply?.status).toBe(201);
  return (reply as Reply).body;
}

function step(draw: DrawAnswer | undefined, action: string, body: object): Promise<Reply | null> {
  return call(system.url, "POST", `/api/draws/${draw?.id}/${action}`, { key: draw?.manageKey ?? "", body });
}

async function keyOf(side: "a" | "b") {
  const answer = await fetch(`${system.random[side]}/key`);
  return (await answer.json()) as { service: string; keys: { key: string; until: string | null }[] };
}

async function secretsOf(of: DrawAnswer[]): Promise<string[]> {
  const sql = new SQL(system.database);
  const found = await Promise.all(
    ["random_a", "random_b"].map((schema) =>
      sql.unsafe(`select secret from ${schema}.secret where draw = any($1)`, [
        sql.array(
          of.map(({ id }) => id),
          "TEXT",
        ),
      ]),
    ),
  );
  await sql.close();
  return found.flat().map(({ secret }) => secret);
}

/** The tables that a random service tells backups to omit. */
async function backupOptions(service: string): Promise<string[]> {
  const child = Bun.spawn([process.execPath, join(root, service, "main.ts"), "backup-options"], { stdout: "pipe" });
  return (await new Response(child.stdout).text()).trim().split("\n");
}

async function backupAndDestroy(): Promise<void> {
  const options = (await Promise.all(["random-a", "random-b"].map(backupOptions))).flat();
  await running("pg_dump", ...options, "--file", dump, system.database);
  const sql = new SQL(system.database);
  for (const schema of ["core", "random_a", "random_b"]) await sql.unsafe(`drop schema ${schema} cascade`);
  await sql.close();
}

function restore(): Promise<void> {
  return running("psql", "--quiet", "--single-transaction", "-v", "ON_ERROR_STOP=1", "-f", dump, system.database);
}

async function running(name: string, ...args: string[]): Promise<void> {
  const child = Bun.spawn([program(name), ...args], { stdout: "ignore", stderr: "pipe" });
  if ((await child.exited) !== 0) throw new Error(await new Response(child.stderr).text());
}

test("the backup holds no secret of an unopened seal and no private key", () => {
  const text = readFileSync(dump, "utf8");
  expect(secrets.unopened).toHaveLength(6);
  for (const secret of secrets.unopened ?? []) expect(text).not.toContain(secret);
  expect(text).not.toContain("PRIVATE KEY");
  expect(text).toContain(draws.locked?.id as string);
});

describe("after the restore", () => {
  test("both services have a new key, and publish when they last used the old one", async () => {
    for (const side of ["a", "b"] as const) {
      const { service, keys } = await keyOf(side);
      expect(service).not.toBe(keysBefore[side] as string);
      expect(keys.map(({ key, until }) => [key, until !== null])).toEqual([
        [keysBefore[side], true],
        [service, false],
      ] as never);
    }
  });

  test("a finished draw is unchanged, and verifies", async () => {
    expect((await checkedRecord(system.url, draws.drawn?.id as string)).report.verdict).toBe("holds");
  });

  test.each(["byHand", "locked"])(
    "a draw that was locked (%s) becomes void automatically, with the reason",
    async (name) => {
      const id = draws[name]?.id as string;
      const { void: why } = await until(
        () => call(system.url, "GET", `/api/draws/${id}`),
        ({ body }) => body.state === "void",
      );
      expect(why?.reason).toMatch(/^random-[ab] has retired the key of its seal$/);
      expect((await checkedRecord(system.url, id)).report.verdict).toBe("void");
    },
  );

  test("an open draw can be neither locked nor drawn, and says why", async () => {
    for (const action of ["lock", "draw"]) {
      const refused = await step(draws.open, action, {});
      expect([refused?.status, refused?.body.reason]).toEqual([409, "seal_lost"]);
    }
    expect((await call(system.url, "GET", `/api/draws/${draws.open?.id}`))?.body.state).toBe("open");
  });

  test("new draws are drawn, and verify", async () => {
    const draw = await made({ draw: "now" });
    await until(
      () => call(system.url, "GET", `/api/draws/${draw.id}`),
      ({ body }) => body.state === "drawn",
    );
    expect((await checkedRecord(system.url, draw.id)).report.verdict).toBe("holds");
  });
});
