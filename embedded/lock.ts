// A lock that a process holds on a folder until it ends, however that ends: a file that names its holder.
import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Takes the lock `file`. Answers how to give it back, or null when a living process has it. */
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

// Linked into its place, the file is never there without its content. A dead holder has one successor: whoever has the lock
// `next`, without which nobody touches the dead one's file, and which by its renaming becomes the file.
function take(file: string, mine: string): boolean {
  const next = `${file}.next`;
  while (!attempt(() => linkSync(mine, file), "EEXIST")) {
    const holder = read(file);
    if (holder === null) continue;
    if (isAlive(holder) || !take(next, mine)) return false;
    // Before we had `next` there may have been another successor.
    if (read(file) === holder) {
      renameSync(next, file);
      return true;
    }
    rmSync(next);
  }
  return true;
}

// What somebody wrote who was killed before they could remove it. Nobody of that identity comes back for it.
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

/** Whether it could be done; an error of the expected kind is an answer, not a fault. */
function attempt(act: () => void, expected: string): boolean {
  try {
    act();
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === expected) return false;
    throw error;
  }
}

const IDENTITY = /^\d+ \d*$/;

// Numbers of processes are used again; with the time of its start a process is told from a later one of its number.
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
    return (error as { code?: string }).code === "EPERM"; // it runs, and is somebody else's
  }
}

/** The start of a process in ticks since the machine's, from Linux; the empty text elsewhere. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`) ?? "";
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
