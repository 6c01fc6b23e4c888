import { afterAll, expect, spyOn, test } from "bun:test";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { takeLock } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const newFile = () => join(folder, `lock-${++made}`);
const NEVER = 4_194_304; // the kernel's numbers end below it

test("one has it, until it is given back; nothing else is left behind", () => {
  const file = newFile();
  const release = takeLock(file);
  expect(release).toBeFunction();
  expect(takeLock(file)).toBeNull();
  expect(readdirSync(folder)).toEqual(["lock-1"]);
  release?.();
  expect(existsSync(file)).toBe(false);
  takeLock(file)?.();
});

test.each([
  ["of a process that is gone", `${NEVER} 5`],
  ["of an earlier process with a number that is used again", `${process.pid} 1`],
  ["that says nothing", ""],
  ["that is something else", "something else"],
])("a lock %s is taken over", (_, content) => {
  const file = newFile();
  writeFileSync(file, content);
  const release = takeLock(file);
  expect(readFileSync(file, "utf8")).toStartWith(`${process.pid} `);
  release?.();
});

test("a process of somebody else holds its lock", () => {
  const file = newFile();
  takeLock(file);
  const kill = spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error("not permitted"), { code: "EPERM" });
  });
  expect(takeLock(file)).toBeNull();
  kill.mockRestore();
});

test("of many that start at once over a dead one's lock, one has it", async () => {
  const file = newFile();
  writeFileSync(file, `${NEVER} 5`);
  const program = `import { takeLock } from "./lock.ts";
    process.send(takeLock(${JSON.stringify(file)}) !== null);
    setInterval(() => {}, 1_000);`;
  const starters = Array.from({ length: 8 }, () => {
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const child = Bun.spawn([process.execPath, "-e", program], { cwd: import.meta.dir, ipc: resolve });
    return { child, promise };
  });
  const taken = await Promise.all(starters.map(({ promise }) => promise));
  expect(taken.filter(Boolean)).toHaveLength(1);
  for (const { child } of starters) child.kill("SIGKILL");
});
