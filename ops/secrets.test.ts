import { afterEach, beforeEach, expect, test } from "bun:test";
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-secrets-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function make() {
  const { exitCode, stderr } = Bun.spawnSync([join(import.meta.dir, "secrets"), folder]);
  return { exitCode, said: stderr.toString() };
}
const read = (file: string) => readFileSync(join(folder, file), "utf8");
const files = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.includes("/"));

test("every file exists, readable by its owner alone, and no secret is printed", () => {
  const { exitCode, said } = make();
  expect(exitCode).toBe(0);
  expect(files()).toHaveLength(15);
  for (const file of files()) {
    expect([file, statSync(join(folder, file)).mode & 0o777]).toEqual([file, 0o400]);
    expect(said).not.toContain(read(file).trim());
  }
});

test("services that share a secret have the same, and no two secrets are equal", () => {
  make();
  expect(read("core/random-a-token")).toBe(read("random-a/core-tokens"));
  expect(read("random-b/database-url")).toBe(read("migrations/random-b-url"));
  expect(read("random-b/database-url")).toMatch(/^postgres:\/\/random_b:[0-9a-f]{64}@postgres:5432\/fairhat\n$/);
  const secrets = files().map((file) => /[0-9a-f]{64}/.exec(read(file))?.[0] ?? file);
  expect(new Set(secrets).size).toBe(7 + 2); // and certificate and key
});

test.if(process.getuid?.() === 0)(
  "as root, each folder belongs to the user that compose.yml runs its service as",
  () => {
    make();
    const compose = Bun.YAML.parse(readFileSync(join(import.meta.dir, "../compose.yml"), "utf8")) as {
      services: Record<string, { user?: string }>;
    };
    const folders = readdirSync(folder);
    const owners = folders.map((name) => statSync(join(folder, name)).uid);
    expect(owners.map((uid) => `${uid}:${uid}`)).toEqual(folders.map((name) => compose.services[name]?.user ?? ""));
    expect(new Set(owners).size).toBe(folders.length);
    for (const file of files()) {
      const { uid, gid } = statSync(join(folder, file));
      expect([file, uid, gid]).toEqual([file, ...Array(2).fill(statSync(join(folder, file.split("/")[0] ?? "")).uid)]);
    }
  },
);

test("a second run changes nothing, and completes an interrupted one", () => {
  make();
  const before = files().map((file) => [file, read(file)]);
  rmSync(join(folder, "core/random-b-token"));
  const { said } = make();
  expect(said).toBe("secrets: made core/random-b-token\n");
  expect(files().map((file) => [file, read(file)])).toEqual(expect.arrayContaining(before));
});

test("a secret that others can read is refused, with what to do", () => {
  make();
  chmodSync(join(folder, "core/secret"), 0o440);
  rmSync(join(folder, "core/database-url"));
  expect(make()).toEqual({ exitCode: 1, said: expect.stringContaining("chmod 600 core/secret") });
  expect(files()).not.toContain("core/database-url");
});
