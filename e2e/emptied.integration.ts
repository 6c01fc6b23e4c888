// The database of a random service emptied under the key of its file: docs/protocol.md, section 4, on PostgreSQL.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SQL } from "bun";
import { call } from "./client.ts";
import { freePort } from "./ports.ts";
import { type Postgres, startPostgres } from "./postgres.ts";

const main = join(dirname(import.meta.dir), "random-a", "main.ts");
const folder = mkdtempSync(join(tmpdir(), "fairhat-emptied-"));
const file = (name: string, content: string) => {
  writeFileSync(join(folder, name), content, { mode: 0o600 });
  return join(folder, name);
};
/** As the service says that a new one is made. */
const newKey = () => file("key", Bun.spawnSync(["openssl", "genpkey", "-algorithm", "ed25519"]).stdout.toString());
const token = `core.${randomBytes(32).toString("hex")}`;
const draw = randomBytes(16).toString("hex");

let postgres: Postgres;
let running: Bun.Subprocess<"ignore", "ignore", "pipe"> | undefined;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(async () => {
  running?.kill("SIGKILL");
  await postgres.stop();
  rmSync(folder, { recursive: true });
}, 60_000);

async function administer(...statements: string[]): Promise<void> {
  const sql = new SQL(postgres.url);
  for (const statement of statements) await sql.unsafe(statement);
  await sql.close();
}

/** Starts random-a anew. Answers where it listens, or what it said when it did not start. */
async function start(): Promise<{ url: string } | { status: number | null; said: string }> {
  running?.kill("SIGKILL");
  await running?.exited;
  const port = await freePort();
  const env = {
    PATH: process.env.PATH,
    DATABASE_URL_FILE: file("url", postgres.url.replace(/postgres$/, "fairhat")),
    CORE_TOKENS_FILE: file("tokens", token),
    KEY_FILE: join(folder, "key"),
    LOG_LEVEL: "silent",
    HOST: "127.0.0.1",
    PORT: String(port),
  };
  const started = Bun.spawn([process.execPath, main], { env, stdin: "ignore", stdout: "ignore", stderr: "pipe" });
  running = started;
  const url = `http://127.0.0.1:${port}`;
  while (started.exitCode === null) {
    if ((await fetch(`${url}/health`).catch(() => null))?.ok) return { url };
    await Bun.sleep(20);
  }
  return { status: started.exitCode, said: await new Response(started.stderr).text() };
}

interface Sealed {
  body: { answers: { value: { seal: { statement: { service: string; commitment: string } } } }[] };
}

async function sealAt(url: string) {
  const reply = (await call(url, "POST", "/seals", { key: token, body: { draws: [draw] } })) as unknown as Sealed;
  return reply.body.answers[0]?.value.seal.statement;
}

test("the same draw is never sealed again with the same key, and a new key makes a new beginning", async () => {
  newKey();
  await administer("create database fairhat");
  const first = await start();
  if (!("url" in first)) throw new Error(first.said);
  const sealed = await sealAt(first.url);
  expect(sealed?.commitment).toMatch(/^[0-9a-f]{64}$/);
  const again = await start();
  expect("url" in again && (await sealAt(again.url))).toEqual(sealed as NonNullable<typeof sealed>);

  await administer("drop database fairhat with (force)", "create database fairhat");
  const emptied = await start();
  // Where it starts, the same key seals the same draw with another secret.
  expect("url" in emptied && (await sealAt(emptied.url))).toBe(false);
  expect(emptied).toEqual({ status: 78, said: expect.stringMatching(/belongs to another store than this one/) });
  rmSync(join(folder, "key.store"));
  expect(await start()).toEqual({ status: 78, said: expect.stringMatching(/a key that is retired/) });

  newKey();
  const fresh = await start();
  if (!("url" in fresh)) throw new Error(fresh.said);
  const anew = await sealAt(fresh.url);
  expect(anew?.service).not.toBe(sealed?.service as string);
  expect(readFileSync(join(folder, "key.store"), "utf8")).toStartWith(`${anew?.service} `);
}, 60_000);
