// A lock that a process holds on a folder until it ends, however that ends: a file that names its holder.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";

/** Takes the lock `file`. Answers how to give it back, or null when a living process has it. */
export function takeLock(file: string): (() => void) | null {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, identity(process.pid), { mode: 0o600 });
  try {
    // Linked into its place, the file is never there without its content.
    while (!attempt(() => linkSync(mine, file), "EEXIST")) {
      if (!clearDead(file, `${mine}.dead`)) return null;
    }
    return () => rmSync(file, { force: true });
  } finally {
    rmSync(mine);
  }
}

// False when the holder lives. Of two that find a dead one's file only one can move it away; whoever moved a fresh one by
// being late puts it back.
function clearDead(file: string, aside: string): boolean {
  const holder = read(file);
  if (holder !== null && isAlive(holder)) return false;
  if (!attempt(() => renameSync(file, aside), "ENOENT")) return true;
  if (read(aside) !== holder) attempt(() => linkSync(aside, file), "EEXIST");
  rmSync(aside);
  return true;
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

// Numbers of processes are used again; with the time of its start a process is told from a later one of its number.
function identity(pid: number): string {
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
