// Long lists: upload to lock compared with `\copy`, and the verifier compared with sha256sum.
import { join } from "node:path";
import { program } from "@fairhat/e2e/postgres";
import { peakMemory, resetPeakMemory } from "@fairhat/e2e/process-usage";
import { canonical } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import { send } from "./load.ts";
import { longestWait } from "./measure.ts";
import type { Stack } from "./stack.ts";
import { drawRequest, makeDraw } from "./stored.ts";

export interface ListRound {
  /** Seconds from the first byte of the list to the locked draw. */
  lock: number;
  /** Seconds of `\copy`, one row per line. */
  copy: number;
  /** The longest wait of another client meanwhile, in milliseconds. */
  othersWait: number;
  /** Core's peak memory, MiB. */
  coreMemory: number;
}

/** Uploads and locks a list, then copies the same lines with psql. */
export async function measureList(stack: Stack, count: number): Promise<ListRound> {
  const core = stack.pids.core ?? 0;
  const other = await makeDraw(stack.url, 6);
  const request = drawRequest(stack.url, count, { draw: "later" });
  resetPeakMemory(core);
  const since = performance.now();
  const locking = lock(stack.url, request).then(() => (performance.now() - since) / 1_000);
  const othersWait = await longestWait({ url: `${stack.url}/api/draws/${other.id}` }, locking);
  return { lock: await locking, copy: await copy(stack, count), othersWait, coreMemory: peakMemory(core) };
}

async function lock(url: string, request: ReturnType<typeof drawRequest>): Promise<void> {
  const { id, manageKey } = JSON.parse(new TextDecoder().decode(await send(request)));
  const headers = { "content-type": "application/json", authorization: `Bearer ${manageKey}` };
  await send({ url: `${url}/api/draws/${id}/lock`, method: "POST", headers, body: "{}" });
}

async function copy({ folder, database }: Stack, count: number): Promise<number> {
  const file = join(folder, "list.txt");
  await Bun.write(file, Array.from({ length: count }, (_, at) => `Entrant number ${at}\n`).join(""));
  const psql = (...commands: string[]) =>
    Bun.spawnSync([program("psql"), database, "-q", ...commands.flatMap((one) => ["-c", one])]);
  psql("drop table if exists public.lines", "create table public.lines (line text)");
  return secondsOf(() => psql(`\\copy public.lines from '${file}'`));
}

/** Seconds to verify a record of `count` entries and to run sha256sum over its list, alternating. */
export async function measureVerifier(folder: string, count: number, rounds: number) {
  const entries = Array.from({ length: count }, (_, at) => ({ label: `Entrant number ${at}` }));
  const file = join(folder, "list.json");
  await Bun.write(file, canonical(entries));
  const record = fileOf(recordOf({ rule: "winners/1", params: { winners: 3, alternates: 2 }, entries }));
  return Array.from({ length: rounds }, () => {
    return {
      sha256sum: secondsOf(() => Bun.spawnSync(["sha256sum", file])),
      verify: secondsOf(() => verifyRecord(record)),
    };
  });
}

function secondsOf(run: () => unknown): number {
  const since = performance.now();
  run();
  return (performance.now() - since) / 1_000;
}
