// One run of all measurements. bench/figures.ts computes the figures from its raw results.
import { type Cell, compareDraws, measureDraws, type Round, warm } from "./draws.ts";
import { type ListRound, measureList, measureVerifier } from "./lists.ts";
import { watchOthers } from "./measure.ts";
import { measurePages, measureRecent, type Readings } from "./pages.ts";
import { pssOf } from "./processes.ts";
import type { Started } from "./program.ts";
import { type References, startReferences } from "./references.ts";
import { type Stack, startStack } from "./stack.ts";
import { storeDraws } from "./stored.ts";

export interface Plan {
  /** Seconds per measurement. */
  seconds: number;
  rounds: number;
  /** Seconds of warm-up, at most. */
  warm: number;
  sizes: number[];
  connections: number[];
  /** Numbers of stored draws, ascending. */
  stored: number[];
  /** Entries of the long list. */
  long: number;
  longRounds: number;
}

/** Stored draws during the comparison with the references. */
export const COMPARED_AT = 10_000;

export interface Run {
  idlePss: Record<string, number>;
  rounds: Round[];
  /** Sequential draws on an otherwise idle machine. */
  single: Cell;
  cells: Cell[];
  readings: Readings;
  /** Microseconds of CPU per page of recent draws, by stored draws. */
  recent: { stored: number; cpu: number }[];
  lists: ListRound[];
  verifier: { verify: number; sha256sum: number }[];
  /** Processors that other work kept busy. */
  others: number;
}

type Say = (what: string) => void;

export async function runAll(running: Started, plan: Plan, say: Say): Promise<Run> {
  say("starting the stack and its references");
  const stack = await startStack(running);
  const references = await startReferences(running, stack.folder);
  return measureAll(plan, stack, references, say);
}

async function measureAll(plan: Plan, stack: Stack, references: References, say: Say): Promise<Run> {
  const others = watchOthers(() => [stack.postgres.pid, references.postgres.pid]);
  const idlePss = memoryOf(stack);
  say("warming");
  await warm(stack, plan.warm);
  say("long lists");
  const lists: ListRound[] = [];
  for (let round = 0; round < plan.longRounds; round++) lists.push(await measureList(stack, plan.long));
  const stored = [...new Set([...plan.stored, COMPARED_AT])].sort((one, other) => one - other);
  const found: Pick<Run, "cells" | "recent" | "rounds"> = { cells: [], recent: [], rounds: [] };
  let readings: Readings | null = null;
  let single: Cell | null = null;
  for (const [at, count] of stored.entries()) {
    say(`${count} stored draws`);
    await storeDraws(stack, stored[at - 1] ?? 0, count);
    found.recent.push({ stored: count, cpu: (await measureRecent(stack, plan.seconds / 2)).cpu });
    if (plan.stored.includes(count)) found.cells.push(...(await cellsOf(plan, stack, count)));
    if (count !== COMPARED_AT) continue;
    say("beside the references");
    for (let round = 0; round < plan.rounds; round++)
      found.rounds.push(await compareDraws(stack, references, plan.seconds));
    single = { entries: 6, connections: 1, stored: count, measured: await measureDraws(stack, 6, 1, plan.seconds) };
    say("pages");
    readings = await measurePages(stack, plan.rounds, plan.seconds / 2);
  }
  if (!readings || !single) throw new Error("nothing was compared");
  say("the verifier");
  const verifier = await measureVerifier(stack.folder, plan.long, plan.longRounds);
  return { idlePss, ...found, single, readings, lists, verifier, others: others() };
}

async function cellsOf({ sizes, connections, seconds }: Plan, stack: Stack, stored: number): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const entries of sizes) {
    for (const clients of connections) {
      const measured = await measureDraws(stack, entries, clients, seconds / 2);
      cells.push({ entries, connections: clients, stored, measured });
    }
  }
  return cells;
}

function memoryOf({ pids }: Stack): Record<string, number> {
  return Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, pssOf(pid)]));
}
