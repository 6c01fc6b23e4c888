// A random service's database is emptied but its key file stays: docs/protocol.md, section 4, on PostgreSQL.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { randomService, type Started } from "./random-service.ts";

const draw = randomBytes(16).toString("hex");

let service: Awaited<ReturnType<typeof randomService>>;
beforeAll(async () => {
  service = await randomService("random-a");
}, 60_000);
afterAll(() => service.stop(), 60_000);

/** As the service's message tells operators to make a new one. */
const newKey = () =>
  service.file("key", Bun.spawnSync(["openssl", "genpkey", "-algorithm", "ed25519"]).stdout.toString());
const start = () => service.start({ KEY_FILE: join(service.folder, "key") });

async function sealAt(started: Started) {
  if (!("url" in started)) throw new Error(started.said);
  return (await service.ask(started.url, "/seals", { draws: [draw] })).answer?.value.seal.statement;
}

test("the same draw is never sealed again with the same key, and a new key starts over", async () => {
  newKey();
  await service.administer("create database fairhat");
  const sealed = await sealAt(await start());
  expect(sealed?.commitment).toMatch(/^[0-9a-f]{64}$/);
  expect(await sealAt(await start())).toEqual(sealed as NonNullable<typeof sealed>);

  await service.administer("drop database fairhat with (force)", "create database fairhat");
  const emptied = await start();
  // If it started, the same key would seal the same draw with another secret.
  expect("url" in emptied && (await sealAt(emptied))).toBe(false);
  expect(emptied).toEqual({ status: 78, said: expect.stringMatching(/belongs to another store than this one/) });
  rmSync(join(service.folder, "key.store"));
  expect(await start()).toEqual({ status: 78, said: expect.stringMatching(/a key that is retired/) });

  newKey();
  const anew = await sealAt(await start());
  expect(anew?.service).not.toBe(sealed?.service as string);
  expect(readFileSync(join(service.folder, "key.store"), "utf8")).toStartWith(`${anew?.service} `);
}, 60_000);
