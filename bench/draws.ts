// Makes draws concurrently, alternating with Flask and pgbench.
import { send } from "./load.ts";
import { type Measured, measured, verificationTime } from "./measure.ts";
import { insertsPerSecond, type References } from "./references.ts";
import type { Stack } from "./stack.ts";
import { drawRequest } from "./stored.ts";

export interface Round {
  fairhat: Measured;
  flask: Measured;
  /** One-row inserts a second. */
  inserts: number;
  /** Draws a second of one request that makes BATCH of them. */
  batch: number;
  /** Microseconds per Ed25519 verification, before and after. */
  verification: number;
}

export interface Cell {
  entries: number;
  connections: number;
  stored: number;
  measured: Measured;
}

/** Each connection makes one draw after another. */
export function measureDraws({ url, pids }: Stack, entries: number, connections: number, seconds: number) {
  return measured(pids, connections, seconds, drawRequest(url, entries));
}

/** One round of the comparison: measures each once, back to back. */
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
  return { fairhat, flask, inserts, verification, batch: await drawsOfBatch(stack) };
}

const BATCH = 1_000; // draws

async function drawsOfBatch({ url }: Stack): Promise<number> {
  const { body, ...request } = drawRequest(url, 6);
  const draws = Array.from({ length: BATCH }, () => JSON.parse(body));
  const since = performance.now();
  const asked = { ...request, url: `${url}/api/draws/batch`, body: JSON.stringify({ draws }), status: 200 };
  const answer: { draws: { status: number }[] } = JSON.parse(new TextDecoder().decode(await send(asked)));
  const seconds = (performance.now() - since) / 1_000;
  if (answer.draws.some(({ status }) => status !== 201)) throw new Error("a draw of a batch was not made");
  return BATCH / seconds;
}

const WARM = 2_000; // draws: enough for the services' code to be compiled

/** Makes draws until the services are warm or the time is up. */
export async function warm(stack: Stack, seconds: number): Promise<void> {
  const end = performance.now() + 1_000 * seconds;
  for (let made = 0; made < WARM && performance.now() < end; ) made += (await measureDraws(stack, 6, 32, 2)).count;
}
