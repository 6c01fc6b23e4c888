import { generateKeyPairSync, sign, verify } from "node:crypto";
import { type Asked, type Load, load, send } from "./load.ts";
import { cpuOf, cpuOfMachine } from "./processes.ts";

export interface Measured extends Load {
  /** Microseconds of CPU per operation, by process. */
  byProcess: Record<string, number>;
  /** Their sum. */
  cpu: number;
}

/** Applies load for some seconds. Returns the CPU time each process used per operation. */
export async function measured(
  pids: Record<string, number>,
  connections: number,
  seconds: number,
  asked: Asked,
): Promise<Measured> {
  const before = Object.values(pids).map(cpuOf);
  const done = await load(connections, seconds, asked);
  const used = Object.entries(pids).map(([name, pid], at): [string, number] => {
    return [name, (cpuOf(pid) - (before[at] ?? 0)) / done.count];
  });
  return { ...done, byProcess: Object.fromEntries(used), cpu: used.reduce((sum, [, cpu]) => sum + cpu, 0) };
}

const VERIFICATIONS = 1_000;

/** Microseconds of CPU that an Ed25519 verification takes on this machine. */
export function verificationTime(): number {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const message = Buffer.alloc(256);
  const signature = sign(null, message, privateKey);
  const since = process.cpuUsage();
  for (let count = 0; count < VERIFICATIONS; count++) verify(null, message, publicKey, signature);
  const { user, system } = process.cpuUsage(since);
  return (user + system) / VERIFICATIONS;
}

/** The longest of a series of single requests sent while something else runs, in milliseconds. */
export async function longestWait(asked: Asked, running: Promise<unknown>): Promise<number> {
  let isOver = false;
  const over = running.finally(() => {
    isOver = true;
  });
  let longest = 0;
  while (!isOver) {
    const since = performance.now();
    await send(asked);
    longest = Math.max(longest, performance.now() - since);
    await Bun.sleep(2);
  }
  await over;
  return longest;
}

/** Measures the machine's CPU time that goes to processes outside this run. */
export function watchOthers(pids: () => number[]): () => number {
  const ours = () => [process.pid, ...pids()].reduce((sum, pid) => sum + cpuOf(pid), 0);
  const [machine, own, since] = [cpuOfMachine(), ours(), performance.now()];
  // CPU microseconds per microsecond: the number of processors that others kept busy.
  return () => Math.max(0, cpuOfMachine() - machine - (ours() - own)) / (1_000 * (performance.now() - since));
}
