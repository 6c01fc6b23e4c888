// Making draws at once, beside Flask and pgbench in alternation.
import { type Measured, measured, verificationTime } from "./measure.ts";
import { insertsPerSecond, type References } from "./references.ts";
import type { Stack } from "./stack.ts";
import { drawRequest } from "./stored.ts";

export interface Round {
  fairhat: Measured;
  flask: Measured;
  /** One-row inserts a second. */
  inserts: number;
  /** Microseconds of an Ed25519 verification, before and after. */
  verification: number;
}

export interface Cell {
  entries: number;
  connections: number;
  stored: number;
  measured: Measured;
}

/** One draw after the other on each of the connections. */
export function measureDraws({ url, pids }: Stack, entries: number, connections: number, seconds: number) {
  return measured(pids, connections, seconds, drawRequest(url, entries));
}

/** One round of the comparison: each is measured once, right after the other. */
export async function compareDraws(stack: Stack, references: References, seconds: number): Promise<Round> {
  const before = verificationTime();
  const fairhat = await measureDraws(stack, 6, 32, seconds);
  const verification = (before + verificationTime()) / 2;
  const pids = Object.fromEntries(references.flaskPids.map((pid) => [String(pid), pid]));
  const flask = await measured(pids, 32, seconds, {
    ...drawRequest(references.flask, 6),
    url: `${references.flask}/draws`,
  });
  const inserts = await insertsPerSecond(references, stack.folder, Math.max(2, Math.round(seconds / 2)));
  return { fairhat, flask, inserts, verification };
}
