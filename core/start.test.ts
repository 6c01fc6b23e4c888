import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadSettings } from "@fairhat/runtime";
import { embedCore, startCore } from "./start.ts";
import { type Fairhat, startFairhat } from "./testing/fairhat.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-core-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

const GOOD = {
  ...{ LOG_LEVEL: "silent", HOST: "127.0.0.1", PORT: "0" },
  SECRET_FILE: file("secret", "s".repeat(32)),
  DATABASE_URL_FILE: file("database", "postgres://nobody:hidden@127.0.0.1:1/nothing"),
  RANDOM_A_TOKEN_FILE: file("token-a", "a token"),
  RANDOM_B_TOKEN_FILE: file("token-b", "b token"),
};

async function refusalOf(environment: Record<string, string>): Promise<string> {
  const error = await startCore(environment).then(
    () => null,
    (error) => error,
  );
  expect(error).toBeInstanceOf(BadSettings);
  return (error as Error).message;
}

describe("missing and malformed settings are named", () => {
  test("all missing ones, at once", async () => {
    const refusal = await refusalOf({});
    const missing = ["SECRET_FILE", "DATABASE_URL_FILE", "RANDOM_A_TOKEN_FILE", "RANDOM_B_TOKEN_FILE"];
    expect(refusal.split("\n").slice(1)).toEqual(missing.map((name) => `  ${name} is missing`));
  });

  test.each<[Record<string, string>, string]>([
    [{ PORT: "http" }, "PORT must be a port"],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of"],
    [{ CREATE: "closed" }, "CREATE must be one of"],
    [{ CREATE: "token" }, "CREATE_TOKENS_FILE is missing"],
    [{ RETENTION_DAYS: "-1" }, "RETENTION_DAYS must be"],
    [{ PUBLIC_URL: "draws.example" }, "PUBLIC_URL must be a URL"],
    [{ SECRET_FILE: file("short", "s".repeat(31)) }, "SECRET_FILE must hold at least 32 characters"],
    [
      { DATABASE_URL_FILE: file("mysql", "mysql://u:hidden@h/d") },
      "DATABASE_URL_FILE must hold a URL like postgres://…",
    ],
    [{ RANDOM_A_URL: "random-a" }, "RANDOM_A_URL must be a URL"],
    [{ RANDOM_B_URL: "ftp://random-b" }, "RANDOM_B_URL must be a URL"],
    [{ RANDOM_B_PUBLIC_URL: "random.example" }, "RANDOM_B_PUBLIC_URL must be a URL"],
    [{ RULES_URL: "/rules" }, "RULES_URL must be a URL"],
    [{ RANDOM_B_TOKEN_FILE: join(folder, "nowhere") }, "RANDOM_B_TOKEN_FILE names a file that cannot be read"],
  ])("%j", async (setting, why) => {
    const refusal = await refusalOf({ ...GOOD, ...setting });
    expect(refusal.split("\n")).toHaveLength(2);
    expect(refusal).toContain(why);
    for (const secret of ["hidden", "a token", "s".repeat(31)]) expect(refusal).not.toContain(secret);
  });

  test("end the process with status 78", async () => {
    const child = Bun.spawn([process.execPath, join(import.meta.dir, "main.ts")], { env: {}, stderr: "pipe" });
    expect(await child.exited).toBe(78);
    expect(await new Response(child.stderr).text()).toContain("SECRET_FILE is missing");
  });
});

test("a core without its database waits for it, logs that without the password, and exits when stopped", async () => {
  const env = { ...GOOD, LOG_LEVEL: "warn" };
  const child = Bun.spawn([process.execPath, join(import.meta.dir, "main.ts")], {
    env,
    stdout: "pipe",
    stderr: "pipe",
  });
  const { value = new Uint8Array() } = await child.stdout.getReader().read();
  const [line = ""] = new TextDecoder().decode(value).split("\n");
  expect(JSON.parse(line)).toMatchObject({ service: "core", msg: "the database does not answer yet; trying again" });
  expect(line).toContain("ECONNREFUSED");
  expect(line).not.toContain("hidden");
  child.kill("SIGTERM");
  expect(await child.exited).toBe(0);
});

describe("a core inside another process", () => {
  let fairhat: Fairhat;
  const secret = "e".repeat(64);
  const quiet = { LOG_LEVEL: "silent", PORT: "0" };

  beforeAll(async () => {
    fairhat = await startFairhat();
  });
  afterAll(() => fairhat.stop());

  test("creates its schema and the sample draw, answers, and stops; a restart keeps its data", async () => {
    const ids: string[] = [];
    for (const publicUrl of ["http://localhost:0", "https://draws.example"]) {
      const environment = { ...quiet, ...(publicUrl.startsWith("https") && { PUBLIC_URL: `${publicUrl}/` }) };
      const serving = await embedCore(environment, fairhat.upstreams, { db: fairhat.connect(), secret });
      const { draws } = (await (await fetch(`${serving.url}/api/draws`)).json()) as {
        draws: { id: string; url: string }[];
      };
      expect(draws).toHaveLength(1);
      ids.push(draws[0]?.id ?? "");
      expect(draws[0]?.url).toBe(`${publicUrl}/draws/${draws[0]?.id}`);
      expect(await (await fetch(`${serving.url}/health`)).json()).toMatchObject({ service: "core" });
      await serving.stop();
      await expect(fetch(`${serving.url}/health`)).rejects.toThrow();
    }
    expect(ids[0]).toBe(ids[1] as string);
  });

  test("is ready while its schema is complete, and refuses data of a later version", async () => {
    const db = fairhat.connect();
    const serving = await embedCore(quiet, fairhat.upstreams, { db, secret });
    const readiness = async () => (await fetch(`${serving.url}/ready`)).status;
    expect(await readiness()).toBe(200);
    const forms = db.withSchema("core").withTables<{ kysely_migration: { name: string; timestamp: string } }>();
    const had = await forms.deleteFrom("kysely_migration").returningAll().execute();
    expect(await readiness()).toBe(503);
    const later = { name: "2999-later", timestamp: "2999" };
    await forms
      .insertInto("kysely_migration")
      .values([...had, later])
      .execute();
    expect(await readiness()).toBe(200);
    const second = embedCore(quiet, fairhat.upstreams, { db, secret });
    await expect(second).rejects.toThrow("the data was used by a later version of Fairhat (core has had 2999-later)");
    await serving.stop();
    await forms.deleteFrom("kysely_migration").where("name", "=", later.name).execute();
  });

  test("names its port if it is taken", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as { port: number };
    const starting = embedCore({ ...quiet, PORT: String(port) }, fairhat.upstreams, { db: fairhat.connect(), secret });
    await expect(starting).rejects.toThrow(`PORT ${port} is taken by another program`);
    other.close();
  });

  test("names a malformed setting", async () => {
    const starting = embedCore({ ...quiet, PORT: "http" }, fairhat.upstreams, { db: fairhat.connect(), secret });
    await expect(starting).rejects.toThrow("PORT must be a port");
  });
});
