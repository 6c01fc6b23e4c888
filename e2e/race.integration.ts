// Concurrent conflicting requests to several instances of core and of a random service on one PostgreSQL.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { digest } from "@fairhat/protocol";
import { call, checkedRecord, type DrawAnswer, type Reply, until } from "./client.ts";
import { type System, startSystem } from "./system.ts";

let system: System;
let cores: string[];

beforeAll(async () => {
  system = await startSystem();
  cores = [system.url, await system.another("core")];
}, 60_000);
afterAll(() => system.stop(), 60_000);

const request = { title: "Race", rule: "winners/1", params: { winners: 1 }, entries: ["Ada", "Bob", "Cé"] };
const ROUNDS = Array.from({ length: 15 }, (_, round) => round);

async function makeLater(): Promise<DrawAnswer> {
  const made = await call(system.url, "POST", "/api/draws", { body: { ...request, draw: "later" } });
  expect(made?.status).toBe(201);
  return (made as Reply).body;
}

/** The same step sent to every core twice, concurrently with all others. */
function everywhere(draw: DrawAnswer, action: string, body: () => unknown): Promise<Reply | null>[] {
  return [...cores, ...cores].map((core) => {
    return call(core, "POST", `/api/draws/${draw.id}/${action}`, { key: draw.manageKey, body: body() });
  });
}

const statuses = (replies: (Reply | null)[]) => replies.map((reply) => reply?.status);
const reasons = (replies: (Reply | null)[]) =>
  replies.flatMap((reply) => (reply?.status === 409 ? reply.body.reason : []));

let counter = 0;
const otherReason = () => ({ reason: `reason ${counter++}` });

describe("a locked draw", () => {
  test.each(ROUNDS)("is drawn or void, never both (%d)", async () => {
    const draw = await makeLater();
    await call(system.url, "POST", `/api/draws/${draw.id}/lock`, { key: draw.manageKey, body: {} });
    const [drawing, voiding] = [everywhere(draw, "draw", () => ({})), everywhere(draw, "void", otherReason)];
    const [draws, voids] = [await Promise.all(drawing), await Promise.all(voiding)];
    const end = await finalState(draw.id);
    if (end.state === "drawn") {
      expect(new Set(statuses(draws))).toEqual(new Set([200]));
      expect(new Set(statuses(voids))).toEqual(new Set([409]));
      for (const reason of reasons(voids)) expect(["draw_begun", "already_drawn"]).toContain(reason as string);
    } else {
      expect(new Set(statuses(draws))).toEqual(new Set([409]));
      expect(statuses(voids).filter((status) => status === 200)).toHaveLength(1);
      expect(new Set([...reasons(draws), ...reasons(voids)])).toEqual(new Set(["already_void"]));
    }
  });
});

describe("an open draw", () => {
  test.each(ROUNDS)("is locked once, among all conflicting requests (%d)", async (round) => {
    const draw = await makeLater();
    const soon = new Date(Date.now() + 3_600_000 + round).toISOString();
    const asked = [
      ...everywhere(draw, "lock", () => ({})),
      ...everywhere(draw, "lock", () => ({ drawAfter: soon })),
      ...everywhere(draw, "draw", () => ({})),
      ...everywhere(draw, "void", otherReason),
    ];
    for (const status of statuses(await Promise.all(asked))) expect([200, 409]).toContain(status as number);
    // A stop or a result ends it, and the record says what happened.
    await call(system.url, "POST", `/api/draws/${draw.id}/void`, { key: draw.manageKey, body: otherReason() });
    await finalState(draw.id);
  });

  test("made twice with one key is one draw", async () => {
    const make = (core: string) =>
      call(core, "POST", "/api/draws", { repeat: "one-key-for-many-requests", body: { ...request, draw: "now" } });
    const replies = await Promise.all([...cores, ...cores, ...cores].map(make));
    expect(new Set(statuses(replies))).toEqual(new Set([201]));
    expect(new Set(replies.map((reply) => `${reply?.body.id} ${reply?.body.manageKey}`)).size).toBe(1);
    await finalState((replies[0] as Reply).body.id);
  });
});

describe("two replicas of a random service", () => {
  test("bind a seal to one manifest and answer one binding", async () => {
    const replicas = [system.random.a, await system.another("random-a")];
    for (const round of ROUNDS) await raceOnBinding(replicas, round);
  });
});

async function raceOnBinding(replicas: string[], round: number): Promise<void> {
  const draw = round.toString(16).padStart(32, "0");
  const ask = (url: string, path: string, body: unknown) => {
    const key = system.token("random-a");
    return call(url, "POST", path, { key, body }) as Promise<{ body: { answers: Answer[] } } | null>;
  };
  const sealed = await Promise.all(replicas.map((url) => ask(url, "/seals", { draws: [draw] })));
  const seals = sealed.map((reply) => JSON.stringify(reply?.body.answers[0]?.value));
  expect(new Set(seals).size).toBe(1);
  const manifests = ["one", "other"].map((title) => manifestFor(draw, title, seals[0] as string));
  const bound = await Promise.all(
    [...replicas, ...replicas].map((url, at) => ask(url, "/openings", { manifests: [manifests[at >> 1]] })),
  );
  const answers = bound.map((reply) => reply?.body.answers[0]);
  const good = answers.filter((answer) => answer?.ok);
  expect(good).toHaveLength(2);
  expect(new Set(good.map((answer) => JSON.stringify(answer))).size).toBe(1);
  for (const answer of answers) if (!answer?.ok) expect(answer?.refused?.reason).toBe("bound_to_another");
}

interface Answer {
  ok: boolean;
  value?: { seal: { statement: object } };
  refused?: { reason: string };
}

function manifestFor(draw: string, title: string, sealed: string) {
  const now = new Date().toISOString();
  return {
    ...{ type: "fairhat/1/manifest", draw, title, organiser: "", createdAt: now, lockedAt: now, drawAfter: null },
    ...{ rule: "order/1", params: {}, entries: { count: 1, tickets: 1, root: "0".repeat(64) } },
    seals: { a: digest(JSON.parse(sealed).seal.statement), b: "0".repeat(64) },
    ...{ policy: { substitutes: "none", redraw: "void" }, previous: null, beacon: null },
  };
}

/** Waits for the end of a draw; its record verifies, and all cores and random services agree. */
async function finalState(id: string): Promise<DrawAnswer> {
  const ask = () => call(system.url, "GET", `/api/draws/${id}`);
  const draw = await until(ask, ({ body }) => body.state === "drawn" || body.state === "void");
  const records = await Promise.all(cores.map((core) => checkedRecord(core, id)));
  const verdict = draw.state === "drawn" ? "holds" : "void";
  for (const { report } of records) expect(report.verdict).toBe(verdict);
  expect(new Set(records.map(({ bytes }) => new TextDecoder().decode(bytes))).size).toBe(1);
  return draw;
}
