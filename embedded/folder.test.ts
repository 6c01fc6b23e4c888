import { afterAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { BadSettings } from "@fairhat/runtime";
import { openFolder } from "./folder.ts";

const parent = mkdtempSync(join(tmpdir(), "fairhat-folder-"));
afterAll(() => rmSync(parent, { recursive: true }));

let made = 0;
const newPath = () => join(parent, String(++made));
const modeOf = (...path: string[]) => statSync(join(...path)).mode & 0o777;

describe("the lock", () => {
  test("keeps other processes out until it is released", () => {
    const path = newPath();
    const folder = openFolder(path);
    expect(() => openFolder(path)).toThrow(BadSettings);
    expect(() => openFolder(path)).toThrow(`FAIRHAT_DATA ${path} is in use by another Fairhat`);
    openFolder(newPath()).unlock();
    folder.unlock();
    openFolder(path).unlock();
  });

  test("of another process is valid only while that process lives", async () => {
    const path = newPath();
    const program = `import { openFolder } from "./folder.ts";
      openFolder(${JSON.stringify(path)});
      process.send("taken");
      setInterval(() => {}, 1_000);`;
    const { promise: taken, resolve } = Promise.withResolvers<void>();
    const child = Bun.spawn([process.execPath, "-e", program], { cwd: import.meta.dir, ipc: () => resolve() });
    await taken;
    expect(() => openFolder(path)).toThrow("is in use by another Fairhat");
    child.kill("SIGKILL");
    await child.exited;
    openFolder(path).unlock();
  });

  test("is released if the folder turns out to be unusable", () => {
    const path = newPath();
    mkdirSync(path);
    writeFileSync(join(path, "secrets.json"), "");
    expect(() => openFolder(path)).toThrow(`FAIRHAT_DATA ${path} cannot be used: `);
    rmSync(join(path, "secrets.json"));
    openFolder(path).unlock();
  });
});

describe("an unusable folder is reported with the setting's name", () => {
  test("a file", () => {
    const path = newPath();
    writeFileSync(path, "");
    expect(() => openFolder(path)).toThrow(BadSettings);
    expect(() => openFolder(path)).toThrow(`FAIRHAT_DATA ${path} cannot be used: `);
    expect(() => openFolder(join(path, "deeper"))).toThrow("FAIRHAT_DATA");
  });

  test("a lock that cannot be read", () => {
    const path = newPath();
    mkdirSync(join(path, "lock"), { recursive: true });
    expect(() => openFolder(path)).toThrow(`FAIRHAT_DATA ${path} cannot be used: `);
  });
});

describe("the secrets", () => {
  test("are generated once, long, all different, readable by their owner alone", () => {
    const path = join(newPath(), "not", "there", "yet");
    const first = openFolder(path);
    const { core, tokens } = first.secrets;
    expect(core).toMatch(/^[0-9a-f]{64}$/);
    expect([tokens.a, tokens.b]).toEqual([expect.stringMatching(/^core\.[0-9a-f]{64}$/), expect.any(String)]);
    expect(new Set([core, tokens.a, tokens.b]).size).toBe(3);
    expect(modeOf(path)).toBe(0o700);
    expect(modeOf(path, "secrets.json")).toBe(0o600);
    first.unlock();
    const again = openFolder(path);
    expect(again.secrets).toEqual(first.secrets);
    again.unlock();
    const other = openFolder(newPath());
    expect(other.secrets.core).not.toBe(core);
    other.unlock();
  });

  test("that a crash left half-written are generated again", () => {
    const path = newPath();
    mkdirSync(path);
    writeFileSync(join(path, "secrets.json.new"), '{"core":');
    const folder = openFolder(path);
    expect(JSON.parse(readFileSync(join(path, "secrets.json"), "utf8"))).toEqual(folder.secrets);
    folder.unlock();
  });
});

test("a folder is ready once it is marked so", () => {
  const path = newPath();
  const folder = openFolder(path);
  expect(folder.ready).toBe(false);
  folder.markReady();
  folder.unlock();
  const again = openFolder(path);
  expect(again).toMatchObject({ ready: true, database: join(path, "database") });
  again.unlock();
});
