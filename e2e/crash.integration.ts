// kill -9 of each of the four processes, before and after every step of a draw: one result, or void with a reason.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { call, checkedRecord, type Reply, until } from "./client.ts";
import { counting } from "./share.ts";
import { SERVICES, type ServiceName, type System, startSystem } from "./system.ts";

let system: System;
/** Pieces until the target is killed; Infinity disables that. */
let left = Number.POSITIVE_INFINITY;
let victim: ServiceName | null = null;
let death: Promise<void> | null = null;

// Every piece on a connection is the beginning or end of a step at one of its ends.
function watch(wire: string): boolean {
  if (!victim || !wire.split(">").includes(victim)) return true;
  left -= 1;
  if (left !== 0) return left > 0;
  death = system.kill(victim);
  return false;
}

beforeAll(async () => {
  system = await startSystem(watch);
}, 60_000);
afterAll(() => system.stop(), 60_000);

const request = {
  title: "Crash",
  rule: "winners/1",
  params: { winners: 2, alternates: 1 },
  entries: ["Ada", "Bob", "Cé", "Dora"],
};

/**
 * Kills the target at the n-th piece while `scenario` runs, and then repeats the scenario. False if n was never
 * reached.
 */
async function killedAt(n: number, name: ServiceName, scenario: () => Promise<void>): Promise<boolean> {
  [victim, left, death] = [name, n, null];
  await scenario().catch(() => {});
  victim = null;
  if (!death) return false;
  await death;
  await system.start(name);
  return true;
}

type Ask = () => Promise<Reply | null>;

const make = (repeat: string, draw: "now" | "later"): Ask => {
  return () => call(system.url, "POST", "/api/draws", { repeat, body: { ...request, draw } });
};
const step = (id: string, key: string, action: string): Ask => {
  return () => call(system.url, "POST", `/api/draws/${id}/${action}`, { key, body: {} });
};

type Insist = (ask: Ask) => Promise<Reply["body"]>;

interface Scenario {
  /** Returns the draws. */
  run(repeat: string, insist: Insist): Promise<string[]>;
  /** Pieces from one kill to the next. */
  step: number;
}

const MANY = 32;

/** Each way to a result, with every request repeated until it is answered. */
const SCENARIOS: Record<string, Scenario> = {
  "a draw is made at once": { run: async (repeat, insist) => [(await insist(make(repeat, "now"))).id], step: 1 },
  "a draw is made, locked and drawn": { run: stepByStep, step: 1 },
  "many draws that share calls and statements are made at once": { run: manyAtOnce, step: 5 },
};

async function stepByStep(repeat: string, insist: Insist): Promise<string[]> {
  const { id, manageKey } = await insist(make(repeat, "later"));
  await insist(step(id, manageKey, "lock"));
  await insist(step(id, manageKey, "draw"));
  return [id];
}

async function manyAtOnce(repeat: string, insist: Insist): Promise<string[]> {
  const asks = Array.from({ length: MANY }, (_, at) => make(`${repeat}-${at}`, "now"));
  return (await Promise.all(asks.map(insist))).map(({ id }) => id);
}

/** One request without repetition, regardless of the answer. */
const once = async (ask: Ask) => (await ask())?.body as Reply["body"];
// 409 is an answer, too: a void draw can be neither locked nor drawn.
const insist = (ask: Ask) => until(ask, ({ status }) => [200, 201, 409].includes(status));

describe.each(SERVICES)("%s is killed while", (name) => {
  test.each(Object.keys(SCENARIOS))(
    "%s",
    async (what) => {
      const scenario = SCENARIOS[what] as Scenario;
      let kills = 0;
      for (const n of counting(scenario.step)) {
        const repeat = `crash ${name} ${what} ${n}`.replaceAll(/[ ,]+/g, "-");
        const killed = await killedAt(n, name, async () => void (await scenario.run(repeat, once)));
        for (const id of await scenario.run(repeat, insist)) await expectOneResult(id);
        if (!killed) break;
        kills += 1;
      }
      console.error(`${name}: killed at ${kills} pieces while ${what}`);
      expect(kills).toBeGreaterThan(0);
    },
    300_000,
  );
});

async function expectOneResult(id: string): Promise<void> {
  const finished = () => call(system.url, "GET", `/api/draws/${id}`);
  const draw = await until(finished, ({ body }) => body.state === "drawn" || body.state === "void");
  const { bytes, report } = await checkedRecord(system.url, id);
  expect(report.verdict).toBe(draw.state === "drawn" ? "holds" : "void");
  if (draw.state === "void") expect(draw.void?.reason).not.toBeEmpty();
  // The random services give every client the same.
  const { openings } = JSON.parse(new TextDecoder().decode(bytes));
  for (const side of ["a", "b"] as const) {
    const told = (await (await fetch(`${system.random[side]}/draws/${id}`)).json()) as { opening: unknown };
    expect(told.opening).toEqual(openings[side]);
  }
}
