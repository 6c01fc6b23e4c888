import { afterAll, expect, spyOn, test } from "bun:test";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { identity, takeLock } from "./lock.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

let made = 0;
const newFile = () => join(folder, `lock-${++made}`);
const NEVER = 4_194_304; // above the kernel's highest process id

test("one process has the lock until it is released; no other file is left behind", () => {
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

test("a process of another user keeps its lock", () => {
  const file = newFile();
  takeLock(file);
  const kill = spyOn(process, "kill").mockImplementation(() => {
    throw Object.assign(new Error("not permitted"), { code: "EPERM" });
  });
  expect(takeLock(file)).toBeNull();
  kill.mockRestore();
});

// The parent process: it is alive and is not this one.
const OTHER = identity(process.ppid);

test("a late successor does not touch the lock of an earlier one", () => {
  const file = newFile();
  writeFileSync(file, `${NEVER} 5`);
  writeFileSync(`${file}.other`, OTHER);
  const kill = process.kill.bind(process);
  const touched = () => statSync(file, { bigint: true }).ctimeNs;
  let taken = 0n;
  const late = spyOn(process, "kill").mockImplementation((pid, signal) => {
    if (pid === NEVER) {
      renameSync(`${file}.other`, file); // after we have read that the holder is dead
      taken = touched();
      Bun.sleepSync(50); // longer than the file system's clock tick
    }
    return kill(pid, signal);
  });
  expect(takeLock(file)).toBeNull();
  late.mockRestore();
  expect(readFileSync(file, "utf8")).toBe(OTHER);
  expect(touched()).toBe(taken);
  expect(existsSync(`${file}.next`)).toBe(false);
});

test("a dead process's lock is left to a living process that is taking it over", () => {
  const file = newFile();
  writeFileSync(file, `${NEVER} 5`);
  writeFileSync(`${file}.next`, OTHER);
  expect(takeLock(file)).toBeNull();
  expect(readFileSync(file, "utf8")).toBe(`${NEVER} 5`);
});

test("successors that died halfway are themselves succeeded, and their files are removed", () => {
  const file = newFile();
  for (const end of ["", ".next", ".next.next", `.${NEVER} 5`]) writeFileSync(file + end, `${NEVER} 5`);
  writeFileSync(`${file}.${OTHER}`, OTHER); // a process that is about to be late
  takeLock(file);
  expect(readFileSync(file, "utf8")).toStartWith(`${process.pid} `);
  const left = readdirSync(folder).filter((name) => name.startsWith(basename(file)));
  expect(left.toSorted()).toEqual([basename(file), `${basename(file)}.${OTHER}`]);
});

test("of many processes that start over a dead one's lock, one gets it", async () => {
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
