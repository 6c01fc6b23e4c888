// Large draws due at one instant, small ones beside them, and an organiser who reads the numbers and cancels.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { SQL } from "bun";
import { call, checkedRecord, type DrawAnswer, type Reply } from "./client.ts";
import { type System, startSystem } from "./system.ts";

const ENTRIES = 1_000_000;
const PATIENCE = 60_000; // milliseconds per large draw; a few seconds on an idle machine

let system: System;
let sql: SQL;
beforeAll(async () => {
  system = await startSystem();
  sql = new SQL(system.database);
}, 60_000);
afterAll(async () => {
  await sql.close();
  await system.stop();
}, 60_000);

const request = { title: "Large", rule: "winners/1", params: { winners: 1 }, entries: ["Ada"] };

async function make(changes: object): Promise<DrawAnswer> {
  const reply = await call(system.url, "POST", "/api/draws", { body: { ...request, ...changes }, patience: 120_000 });
  expect(reply?.status).toBe(201);
  return (reply as Reply).body;
}

/**
 * Open draws of ENTRIES entries, all winners. The first list is sent; the others are copied in the database, to save
 * minutes.
 */
async function makeLarge(count: number): Promise<DrawAnswer[]> {
  const entries = Array.from({ length: ENTRIES }, (_, at) => `Entry ${at}`);
  const first = await make({ draw: "later", params: { winners: ENTRIES }, entries });
  const others: DrawAnswer[] = [];
  while (others.length < count - 1) others.push(await make({ draw: "later" }));
  for (const { id } of others) {
    await sql`delete from core.entries where draw = ${id}`;
    await sql`insert into core.entries select ${id}, chunk, data from core.entries where draw = ${first.id}`;
    await sql`
      update core.draw set (params, entry_count, entry_tickets, entry_root) =
        (select params, entry_count, entry_tickets, entry_root from core.draw where id = ${first.id}) where id = ${id}`;
  }
  return [first, ...others];
}

async function lockAll(draws: DrawAnswer[], drawAfter: string): Promise<void> {
  const replies = await Promise.all(
    draws.map(({ id, manageKey: key }) =>
      call(system.url, "POST", `/api/draws/${id}/lock`, { key, body: { drawAfter }, patience: 60_000 }),
    ),
  );
  expect(replies.map((reply) => reply?.status)).toEqual(draws.map(() => 200));
}

interface Small {
  /** "201 drawn", or another answer. */
  answer: string;
  /** Milliseconds. */
  took: number;
}

/** Makes small draws at a steady rate until stopped, with at most one second's worth in flight. */
function askSmall(perSecond: number): () => Promise<Small[]> {
  const asked: Promise<Small>[] = [];
  let underWay = 0;
  const ask = async () => {
    const begin = performance.now();
    const reply = await call(system.url, "POST", "/api/draws", { body: { ...request, draw: "now" }, patience: 60_000 });
    return { answer: `${reply?.status} ${reply?.body.state ?? reply?.body.detail}`, took: performance.now() - begin };
  };
  const timer = setInterval(() => {
    if (underWay === perSecond) return;
    underWay += 1;
    const answered = ask().finally(() => {
      underWay -= 1;
    });
    asked.push(answered);
  }, 1_000 / perSecond);
  return () => {
    clearInterval(timer);
    return Promise.all(asked);
  };
}

/** Waits until both numbers of all draws are public. */
async function allNumbersOut(draws: DrawAnswer[]): Promise<void> {
  for (const { id } of draws) {
    for (const url of Object.values(system.random)) {
      const opened = async () => ((await (await fetch(`${url}/draws/${id}`)).json()) as { opening: unknown }).opening;
      for (const end = Date.now() + 60_000; !(await opened()); await Bun.sleep(50))
        expect(Date.now()).toBeLessThan(end);
    }
  }
}

/** Backdates draws by an hour. */
async function age(draws: DrawAnswer[]): Promise<void> {
  const begunAt = new Date(Date.now() - 3_600_000).toISOString();
  await sql.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    for (const { id } of draws) await transaction`update core.draw set begun_at = ${begunAt} where id = ${id}`;
  });
}

/** Cancels every draw repeatedly until each is drawn or void; returns the distinct statuses. */
async function cancelUntilOver(draws: DrawAnswer[]): Promise<number[]> {
  const statuses = new Set<number>();
  for (const end = Date.now() + PATIENCE * (draws.length + 1); Date.now() < end; await Bun.sleep(500)) {
    const left = await sql`select id from core.draw where entry_count = ${ENTRIES} and state = 'locked'`;
    if (left.length === 0) break;
    for (const { id, manageKey: key } of draws) {
      const body = { reason: "another result would be better" };
      const reply = await call(system.url, "POST", `/api/draws/${id}/void`, { key, body });
      statuses.add(reply?.status ?? 0);
    }
  }
  return [...statuses];
}

/** The proof with `count` large draws and this many small ones per second. */
export function proveLargeDraws(count: number, smallPerSecond: number): void {
  test(
    "large draws due at one instant are all drawn, never cancelled, and do not delay small ones",
    async () => {
      const large = await makeLarge(count);
      const due = Date.now() + 15_000;
      await lockAll(large, new Date(due).toISOString());
      await Bun.sleep(Math.max(due - Date.now(), 0));
      const stopSmall = askSmall(smallPerSecond);
      await allNumbersOut(large);
      await age(large);
      const cancelled = await cancelUntilOver(large);
      const lasted = Date.now() - due;
      const small = await stopSmall();
      const took = small.map((one) => one.took).sort((one, other) => one - other);
      const at = (share: number) => Math.round(took[Math.floor((took.length - 1) * share)] ?? 0);
      const times = `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, longest ${at(1)} ms`;
      console.error(
        `${count} large draws in ${Math.round(lasted / 1_000)} s, ${took.length} small ones beside them: ${times}`,
      );
      expect(cancelled).toEqual([409]);
      const states = await sql`select distinct state from core.draw where entry_count = ${ENTRIES}`;
      expect(states.map(({ state }: { state: string }) => state)).toEqual(["drawn"]);
      expect(new Set(small.map(({ answer }) => answer))).toEqual(new Set(["201 drawn"]));
      expect((await fetch(`${system.url}/api/rules`)).status).toBe(200);
      expect(at(1)).toBeLessThan(lasted / 2); // regardless of the machine's speed: none waited for the large ones
      const { report } = await checkedRecord(system.url, large[0]?.id ?? "");
      expect(report.verdict).toBe("holds");
    },
    PATIENCE * (count + 1) + 240_000,
  );
}
