// Resource use of processes, from /proc: proc(5).
import { readdirSync, readFileSync } from "node:fs";

const TICK = 10_000; // microseconds; USER_HZ is 100 on Linux

interface Stat {
  pid: number;
  parent: number;
  /** CPU time, including that of children that have exited. */
  ticks: number;
}

/** Microseconds of CPU time used so far by a process and its descendants. */
export function cpuOf(root: number): number {
  return family(root).reduce((sum, { ticks }) => sum + ticks, 0) * TICK;
}

/** Memory of a process and its descendants in MiB; shared pages are divided among them (PSS). */
export function pssOf(root: number): number {
  return family(root).reduce((sum, { pid }) => sum + pssOfOne(pid), 0) / 1024;
}

/** Microseconds of CPU time used so far by the whole machine, without iowait. */
export function cpuOfMachine(): number {
  const [line = ""] = readFileSync("/proc/stat", "utf8").split("\n");
  const [user = 0, nice = 0, system = 0, , , irq = 0, soft = 0] = line.trim().split(/\s+/).slice(1).map(Number);
  return (user + nice + system + irq + soft) * TICK;
}

function family(root: number): Stat[] {
  const all = readdirSync("/proc").flatMap((name) => (/^\d+$/.test(name) ? statOf(name) : []));
  const members = new Set([root]);
  for (let size = 0; size !== members.size; ) {
    size = members.size;
    for (const { pid, parent } of all) if (members.has(parent)) members.add(pid);
  }
  return all.filter(({ pid }) => members.has(pid));
}

function statOf(pid: string): Stat[] {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
    return [{ pid: Number(pid), parent: fields[1] ?? 0, ticks }];
  } catch {
    return []; // it exited meanwhile
  }
}

function pssOfOne(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
