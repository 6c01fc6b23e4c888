// An announced draw is bound before its time, or never: docs/protocol.md, section 4.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { randomBytes } from "node:crypto";
import { digest, type Manifest, type Seal, type Signed } from "@fairhat/protocol";
import { call, checkedRecord, type DrawAnswer, type Reply, until } from "./client.ts";
import { type System, startSystem } from "./system.ts";

type Answer = { ok: true; value: { seal: Signed<Seal> } } | { ok: false; refused: { reason: string } };
const SIDES = ["a", "b"] as const;

let system: System;
/** Remaining pieces that core may send to each random service. */
let left: Record<string, number> = {};

function watch(wire: string, direction: "there" | "back"): boolean {
  if (direction === "back" || !wire.startsWith("core>random")) return true;
  left[wire] = (left[wire] ?? Number.POSITIVE_INFINITY) - 1;
  return (left[wire] ?? 0) >= 0;
}

function allow(pieces: number): void {
  left = { "core>random-a": pieces, "core>random-b": pieces };
}

beforeAll(async () => {
  system = await startSystem(watch);
}, 60_000);
afterAll(() => system.stop(), 60_000);

/** As the service's core. */
async function ask(side: "a" | "b", path: string, body: object): Promise<Answer> {
  const key = system.token(`random-${side}`);
  const reply = (await call(system.random[side], "POST", path, { key, body })) as unknown as {
    body: { answers: [Answer] };
  };
  return reply.body.answers[0];
}

const secondsAgo = (seconds: number) => new Date(Date.now() - seconds * 1_000).toISOString();

/** A manifest over seals of both services, with times that a dishonest core could invent. */
async function manifestWith(times: Pick<Manifest, "lockedAt" | "drawAfter">): Promise<Manifest> {
  const draw = randomBytes(16).toString("hex");
  const sealBy = async (side: "a" | "b") => {
    const answer = await ask(side, "/seals", { draws: [draw] });
    return answer.ok ? digest(answer.value.seal.statement) : "";
  };
  return {
    type: "fairhat/1/manifest",
    draw,
    title: "Backdated",
    organiser: "",
    createdAt: times.lockedAt,
    lockedAt: times.lockedAt,
    drawAfter: times.drawAfter,
    rule: "order/1",
    params: {},
    entries: { count: 1, tickets: 1, root: "0".repeat(64) },
    seals: { a: await sealBy("a"), b: await sealBy("b") },
    policy: { substitutes: "none", redraw: "void" },
    previous: null,
    beacon: null,
  };
}

describe("a manifest that claims an announcement, presented after its time", () => {
  // As in a forged record: 58 s old, due half a second ago, bound and opened in one step.
  test.each(["/bindings", "/openings"])("is refused by both services, and nothing is written (%s)", async (path) => {
    const manifest = await manifestWith({ lockedAt: secondsAgo(58), drawAfter: secondsAgo(0.5) });
    for (const side of SIDES) {
      expect(await ask(side, path, { manifests: [manifest] })).toMatchObject({
        ok: false,
        refused: { reason: "draw_after_passed" },
      });
      const told = await fetch(`${system.random[side]}/draws/${manifest.draw}`);
      expect(await told.json()).toMatchObject({ binding: null, opening: null });
    }
  });

  test.each([
    ["to be drawn by hand", (lockedAt: string) => lockedAt],
    ["made at once", () => null],
  ])("is bound where it was %s", async (_, drawAfterOf) => {
    const lockedAt = secondsAgo(30);
    const manifest = await manifestWith({ lockedAt, drawAfter: drawAfterOf(lockedAt) });
    for (const side of SIDES)
      expect(await ask(side, "/openings", { manifests: [manifest] })).toMatchObject({ ok: true });
  });
});

describe("a draw that core locked and could not bind before its time", () => {
  const body = { title: "Late", rule: "order/1", params: {}, entries: ["Ada", "Bob"], draw: "later" };
  const makeDraw = async () => ((await call(system.url, "POST", "/api/draws", { body })) as Reply).body;
  const lock = ({ id, manageKey: key }: DrawAnswer, milliseconds: number) => {
    const drawAfter = new Date(Date.now() + milliseconds).toISOString();
    return call(system.url, "POST", `/api/draws/${id}/lock`, { key, body: { drawAfter } });
  };

  /** A lock asks each service for its seal, then for its binding: half of the pieces sent. */
  async function piecesOfOneCall(): Promise<number> {
    const draw = await makeDraw();
    allow(1_000);
    expect((await lock(draw, 3_600_000))?.status).toBe(200);
    return (1_000 - (left["core>random-a"] ?? 0)) / 2;
  }

  test("is void, with the reason", async () => {
    const pieces = await piecesOfOneCall();
    allow(Number.POSITIVE_INFINITY);
    const draw = await makeDraw();
    allow(pieces);
    expect((await lock(draw, 1_500))?.status).toBe(503);
    const read = () => call(system.url, "GET", `/api/draws/${draw.id}`);
    const { drawAfter } = (await until(read, ({ body }) => body.state === "locked")) as DrawAnswer & {
      drawAfter: string;
    };
    await until(read, () => new Date().toISOString() > drawAfter);
    expect((await read())?.body.state).toBe("locked");
    allow(Number.POSITIVE_INFINITY);
    const end = await until(read, ({ body }) => body.state === "void" || body.state === "drawn");
    expect(end.void?.reason).toMatch(/^random-[ab] was not asked before the time that was announced$/);
    expect((await checkedRecord(system.url, draw.id)).report.verdict).toBe("void");
  }, 30_000);
});
