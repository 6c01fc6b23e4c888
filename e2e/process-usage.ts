// What a process has used, from /proc: unlike the clock it is the same on a busy machine.
import { readFileSync, writeFileSync } from "node:fs";

/** Milliseconds that the main thread of a process was on a processor. */
export function mainThreadCpu(pid: number): number {
  const [nanoseconds = "0"] = readFileSync(`/proc/${pid}/task/${pid}/schedstat`, "utf8").split(" ");
  return Number(nanoseconds) / 1e6;
}

/** Milliseconds that all threads of a process were on a processor; to the nearest clock tick. */
export function processCpu(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /s, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10; // USER_HZ is 100 wherever Linux runs
}

/** Forgets the most memory that a process has had. */
export function resetPeakMemory(pid: number): void {
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
}

/** The most memory that a process has had since, in MiB. */
export function peakMemory(pid: number): number {
  const [, kib = "0"] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) / 1024;
}
