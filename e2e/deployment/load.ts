// Load on a deployment: draws and reads on several connections, each answer counted by the client.
import { expect } from "bun:test";
import { verifyRecord } from "@fairhat/verify";

const TOGETHER = 8; // concurrent requests, each on its own connection
const PER_SECOND = 56; // requests started per second, whether or not earlier ones are answered
const MOST = 40; // in flight; more than that waits, or a busy machine would be overwhelmed
const READS_FOR_A_DRAW = 5;
const PATIENCE = 20_000; // milliseconds per answer by default

interface Counted {
  requests: number;
  draws: string[];
  /** Failures, each with the time since the load began. */
  failed: string[];
}

export interface Load {
  /** Ends the load, prints its counts and returns them. */
  stop(): Promise<Counted & { perSecond: number }>;
}

const body = JSON.stringify({
  title: "Under load",
  rule: "winners/1",
  params: { winners: 2 },
  entries: ["Ada", "Grace", "Radia", "Emmy", "Sophie"],
  draw: "now",
});

/** Requests `url` concurrently until stopped. */
export function startLoad(url: string, name: string, patience = PATIENCE): Load {
  const counted: Counted = { requests: 0, draws: [], failed: [] };
  const since = performance.now();
  let stopped = false;
  let [underWay, most] = [0, 0];
  const ask = async (path: string, init: RequestInit = {}) => {
    try {
      const answer = await fetch(`${url}${path}`, { ...init, signal: AbortSignal.timeout(patience) });
      const text = await answer.text();
      if (answer.ok) return text;
      throw new Error(`${answer.status} ${text.slice(0, 200)}`);
    } catch (error) {
      const at = ((performance.now() - since) / 1_000).toFixed(1);
      counted.failed.push(`${at} s: ${init.method ?? "GET"} ${path}: ${(error as Error).message}`);
      return null;
    }
  };
  const draw = async () => {
    // As the API's description advises: with a key, a request can be repeated after a lost answer.
    const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
    const made = await ask("/api/draws", { method: "POST", headers, body });
    if (made) counted.draws.push(JSON.parse(made).id);
  };
  // An open-loop load: a slow site gets more concurrent requests, not fewer, up to MOST.
  const asked: Promise<void>[] = [];
  const begin = async () => {
    const turn = counted.requests;
    counted.requests += 1;
    underWay += 1;
    most = Math.max(most, underWay);
    await (turn % (READS_FOR_A_DRAW + 1) === 0 ? draw() : ask(pathFor(turn, counted.draws)));
    underWay -= 1;
  };
  const offer = async () => {
    while (!stopped) {
      for (; underWay > MOST - TOGETHER; await Bun.sleep(5));
      for (let one = 0; one < TOGETHER; one += 1) asked.push(begin());
      await Bun.sleep(Math.max(0, (1_000 * counted.requests) / PER_SECOND - (performance.now() - since)));
    }
    await Promise.all(asked);
  };
  const offering = offer();
  return {
    async stop() {
      stopped = true;
      const perSecond = counted.requests / ((performance.now() - since) / 1_000);
      await offering;
      console.error(
        `${name}: ${counted.requests} requests, ${perSecond.toFixed(0)} a second, at most ${most} at a time, ` +
          `${counted.draws.length} draws, ${counted.failed.length} failed`,
      );
      return { ...counted, perSecond };
    },
  };
}

function pathFor(turn: number, draws: string[]): string {
  const draw = draws.at(-1);
  const paths = draw
    ? [`/draws/${draw}`, `/api/draws/${draw}`, "/draws", `/services/a/draws/${draw}`, "/services/b/key", "/api/rules"]
    : ["/", "/rules"];
  return paths[turn % paths.length] ?? "/";
}

// 56 are started unless this machine is too slow to count them. That is no fault of the site, so the minimum is far
// below.
const NO_LOAD = 10;

/** Stops a load and expects that nothing failed, every draw verifies, and there was real load. */
export async function expectUnharmed(load: Load, url: string): Promise<void> {
  const { failed, draws, perSecond } = await load.stop();
  expect(failed).toEqual([]);
  await expectHolding(draws, url);
  expect(draws.length).toBeGreaterThan(10);
  expect(perSecond).toBeGreaterThan(NO_LOAD);
}

/** Expects that each draw is drawn and its record verifies. */
export async function expectHolding(draws: string[], url: string): Promise<void> {
  const left = draws.values();
  const verdicts: [draw: string, verdict: string][] = [];
  const verify = async () => {
    for (const id of left) verdicts.push([id, verifyRecord(await recordOf(id, url)).verdict]);
  };
  await Promise.all(Array.from({ length: TOGETHER }, verify));
  expect(verdicts.filter(([, verdict]) => verdict !== "holds")).toEqual([]);
  expect(verdicts).toHaveLength(draws.length);
}

/**
 * A draw may have its record only some seconds later, if a random service was unavailable; and many requests are rate
 * limited for a second.
 */
async function recordOf(id: string, url: string): Promise<Uint8Array> {
  let said = "";
  for (const end = Date.now() + 20_000; Date.now() < end; await Bun.sleep(1_000)) {
    const answer = await fetch(`${url}/api/draws/${id}/record`);
    if (answer.ok) return new Uint8Array(await answer.arrayBuffer());
    said = `${answer.status} ${await answer.text()}`;
  }
  throw new Error(`draw ${id} has no record: ${said}`);
}
