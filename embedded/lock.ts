// A lock on a folder for the life of a process: a file that names its holder.
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { codeOf } from "@fairhat/runtime";

/** Takes the lock `file`. Returns a release function, or null if a living process has it. */
export function takeLock(file: string): (() => void) | null {
  const mine = `${file}.${identity(process.pid)}`;
  writeFileSync(mine, identity(process.pid), { mode: 0o600 });
  try {
    if (!take(file, mine)) return null;
  } finally {
    rmSync(mine);
  }
  removeLeft(file);
  return () => rmSync(file, { force: true });
}

// Linked into place, the file never exists without its content. A dead holder has one successor: the process with the
// lock `next`, which alone may touch the dead one's file, and which renames `next` to replace it.
function take(file: string, mine: string): boolean {
  const next = `${file}.next`;
  while (!attempt(() => linkSync(mine, file), "EEXIST")) {
    const holder = read(file);
    if (holder === null) continue;
    if (isAlive(holder) || !take(next, mine)) return false;
    // Another process may have succeeded before we had `next`.
    if (read(file) === holder) {
      renameSync(next, file);
      return true;
    }
    rmSync(next);
  }
  return true;
}

// Files of a process that was killed before it could remove them. Its identity never returns.
function removeLeft(file: string): void {
  const start = `${basename(file)}.`;
  for (const name of readdirSync(dirname(file))) {
    const left = name.startsWith(start) && IDENTITY.test(name.slice(start.length));
    if (left && !isAlive(name.slice(start.length))) rmSync(join(dirname(file), name), { force: true });
  }
}

function read(file: string): string | null {
  let content: string | null = null;
  attempt(() => {
    content = readFileSync(file, "utf8");
  }, "ENOENT");
  return content;
}

/** Whether the action succeeded; an error of the expected kind returns false. */
function attempt(act: () => void, expected: string): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if (codeOf(error) === expected) return false;
    throw error;
  }
}

const IDENTITY = /^\d+ \d*$/;

// Process ids are reused; the start time distinguishes a process from a later one with its id.
export function identity(pid: number): string {
  return `${pid} ${startOf(pid)}`;
}

function isAlive(holder: string): boolean {
  const pid = Number(holder.split(" ")[0]);
  return Number.isSafeInteger(pid) && pid > 0 && isRunning(pid) && identity(pid) === holder;
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return codeOf(error) === "EPERM"; // it runs, and is somebody else's
  }
}

/** Start time of a process in ticks since boot, on Linux; empty elsewhere. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? "";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
