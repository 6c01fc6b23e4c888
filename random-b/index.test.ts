import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Settings } from "@fairhat/runtime";
import { randomB } from "./index.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(content: string | Uint8Array): string {
  const path = join(folder, crypto.randomUUID());
  writeFileSync(path, content, { mode: 0o600 });
  return path;
}

function generatorFor(environment: Record<string, string>) {
  const settings = new Settings(environment);
  const generator = randomB.generator(settings);
  settings.check();
  return generator;
}

test.each([
  ["", "NIST SP 800-90A CTR_DRBG (AES-256)"],
  ["ctr-drbg", "NIST SP 800-90A CTR_DRBG (AES-256)"],
  ["chacha20", "ChaCha20"],
  ["system", "system CSPRNG"],
])("GENERATOR=%s is %s", (GENERATOR, name) => {
  const generator = generatorFor({ GENERATOR });
  expect(generator.name).toBe(name);
  expect(generator.bytes(32)).toHaveLength(32);
  expect(generator.bytes(32)).not.toEqual(generator.bytes(32));
});

test("reads extra entropy from a file", () => {
  expect(generatorFor({ ENTROPY_FILE: file("4 2 6 1 1 3") }).bytes(32)).toHaveLength(32);
});

test("refuses to start with settings that would have no effect", () => {
  expect(() => generatorFor({ GENERATOR: "dice" })).toThrow("GENERATOR must be one of ctr-drbg, chacha20, system");
  expect(() => generatorFor({ ENTROPY_FILE: file(new Uint8Array([0xff, 0xfe])) })).toThrow("ENTROPY_FILE must be text");
  expect(() => generatorFor({ ENTROPY_FILE: "/nowhere" })).toThrow("ENTROPY_FILE names a file that cannot be read");
  expect(() => generatorFor({ GENERATOR: "system", ENTROPY_FILE: file("4 2") })).toThrow("ENTROPY_FILE is of no use");
});

test("the process reports missing settings and exits with status 78", () => {
  const main = join(import.meta.dir, "main.ts");
  const { exitCode, stderr } = Bun.spawnSync([process.execPath, main], { env: { PORT: "many" } });
  expect(exitCode).toBe(78);
  for (const name of ["CORE_TOKENS_FILE", "DATABASE_URL_FILE", "PORT"]) expect(stderr.toString()).toContain(name);
});
