// Load on a deployment, as many people make it: draws and reads on several connections, each answer counted by the client.
import { expect } from "bun:test";
import { verifyRecord } from "@fairhat/verify";

const TOGETHER = 8; // requests that begin at the same moment, each on a connection of its own
const PER_SECOND = 56; // requests that begin in a second, whether or not the ones before have been answered
const MOST = 40; // under way at a time: what is offered beyond that waits, or a machine that is busy with others would drown
const READS_FOR_A_DRAW = 5;
const PATIENCE = 20_000; // milliseconds for one answer, where a test has no reason for more

interface Counted {
  requests: number;
  draws: string[];
  /** What went wrong, each with the time since the load began. */
  failed: string[];
}

export interface Load {
  /** Ends the load, prints what was counted, and answers it. */
  stop(): Promise<Counted & { perSecond: number }>;
}

const body = JSON.stringify({
  title: "Under load",
  rule: "winners/1",
  params: { winners: 2 },
  entries: ["Ada", "Grace", "Radia", "Emmy", "Sophie"],
  draw: "now",
});

/** Begins to ask `url`, several at once, until it is stopped. */
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
    // As the API's description advises: with a key the request may be sent again when an answer was lost.
    const headers = { "content-type": "application/json", "idempotency-key": crypto.randomUUID() };
    const made = await ask("/api/draws", { method: "POST", headers, body });
    if (made) counted.draws.push(JSON.parse(made).id);
  };
  // An open load: nobody waits for somebody else's answer, so a site that is slow gets more at once and not less, up to MOST.
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

// 56 are offered and fewer begin only where this machine is too slow to count them. A busy machine is no fault of the site, so
// the rate fails far below what is offered.
const NO_LOAD = 10;

/** Stops a load and expects that nothing failed, that every draw holds, and that it was a load. */
export async function expectUnharmed(load: Load, url: string): Promise<void> {
  const { failed, draws, perSecond } = await load.stop();
  expect(failed).toEqual([]);
  await expectHolding(draws, url);
  expect(draws.length).toBeGreaterThan(10);
  expect(perSecond).toBeGreaterThan(NO_LOAD);
}

/** Expects that each of the draws is drawn, and that its record holds. */
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
 * A draw whose random service was silent just then is drawn, and has a record, some seconds after it was answered; and whoever asks
 * for many is told to wait for a second.
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
