// A real embedded Fairhat: one request is followed through its services, and a draw goes the way that docs/architecture.md draws.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Line, lineOf, linesAbout, silent } from "./lines.ts";

const root = join(import.meta.dir, "../..");
const folder = mkdtempSync(join(tmpdir(), "fairhat-trace-"));
const log = join(folder, "log");
let child: Bun.Subprocess;
let url = "";

beforeAll(async () => {
  child = Bun.spawn([process.execPath, join(root, "embedded/main.ts")], {
    env: { PATH: process.env.PATH, FAIRHAT_DATA: join(folder, "data"), PORT: "0", LOG_LEVEL: "info" },
    stdin: "ignore",
    stdout: Bun.file(log),
    stderr: "ignore",
  });
  while (url === "") {
    url = /^Fairhat is ready: (\S+)/m.exec(readFileSync(log, "utf8"))?.[1] ?? "";
    if (child.exitCode !== null) throw new Error(readFileSync(log, "utf8"));
    await Bun.sleep(20);
  }
}, 60_000);
afterAll(async () => {
  child.kill("SIGTERM");
  await child.exited;
  rmSync(folder, { recursive: true });
});

const trace = (...args: string[]) => {
  const { exitCode, stdout, stderr } = Bun.spawnSync([process.execPath, join(root, "ci/trace.ts"), ...args]);
  return { exitCode, lines: stdout.toString().trim().split("\n"), said: stderr.toString() };
};

test("one request's lines are found in every service's log", async () => {
  const { exitCode, lines } = trace(url, "cat", log);
  expect(exitCode).toBe(0);
  expect(silent(["core", "random-a", "random-b", "rules"], lines)).toEqual([]);
  expect(new Set(lines.map((line) => lineOf(line)?.request)).size).toBe(1);
  expect(lineOf(lines.at(-1) ?? "")).toMatchObject({ service: "core", route: "/api/draws", status: 201 });
});

test("it says what to type, and why logs cannot be read", () => {
  expect(trace("nowhere")).toMatchObject({ exitCode: 2 });
  const failed = trace(url, "cat", join(folder, "no-log"));
  expect([failed.exitCode, failed.said]).toEqual([1, expect.stringContaining("no-log")]);
});

test("lines of others and text of another kind are left out, and the proxy comes first", () => {
  const line = (service: string, request: string, time: string) => JSON.stringify({ time, service, request });
  const proxy = line("proxy", "1", "2026-11-22T12:00:01+00:00");
  const [late, early] = [line("core", "1", "2026-11-22T12:00:00.900Z"), line("rules", "1", "2026-11-22T12:00:00.100Z")];
  const other = line("core", "2", "2026-11-22T12:00:00.000Z");
  const named = `\u001b[33mfairhat_rules.1.tdnumd@vm | \u001b[0m${early}`; // as Docker may print it
  const lines = linesAbout("1", ["ready", late, other, named, proxy].join("\n"));
  expect(lines).toEqual([proxy, early, late]);
  expect(silent(["core", "random-a"], lines)).toEqual(["random-a"]);
});

/** The calls that docs/architecture.md draws, in groups: what somebody asks of a service, and what core asks then. */
function drawn(): string[][] {
  const text = readFileSync(join(root, "docs/architecture.md"), "utf8");
  const names = new Map(
    Array.from(text.matchAll(/^ +(?:participant|actor) (\w) as (\S+)/gm), ([, id = "", name = ""]) => [id, name]),
  );
  const groups: string[][] = [];
  for (const [, from, to = "", call] of text.matchAll(/^ +(\w)->>(\w): ((?:GET|POST) \S+)/gm)) {
    const one = `${names.get(to)} ${call}`;
    if (from === "C") groups.at(-1)?.push(one);
    else groups.push([one]);
  }
  return groups;
}

const ask = async (path: string, init: RequestInit = {}) => {
  const answer = await fetch(new URL(path, url), { headers: { "content-type": "application/json" }, ...init });
  return { body: await answer.json(), request: answer.headers.get("x-request-id") ?? "" };
};

/** The same from the log: what was asked of a service, and then whom it asked for that. */
async function logged(request: string, of: string): Promise<string[]> {
  for (;;) {
    const lines = linesAbout(request, readFileSync(log, "utf8")).map((line) => lineOf(line) as Line);
    const calls = lines.map(({ service, method, route }) => `${service} ${method} ${route}`);
    const own = calls.findIndex((call) => call.startsWith(`${of} `));
    if (own >= 0) return [...calls.slice(own, own + 1), ...inTurn(calls.toSpliced(own, 1))];
    await Bun.sleep(20);
  }
}

/** Where a service listens, from its own log. */
function listening(service: string): string {
  const lines = readFileSync(log, "utf8").split("\n");
  const line = lines.find((text) => text.includes(`"service":"${service}"`) && text.includes('"msg":"listening"'));
  return JSON.parse(line ?? "null").url;
}

// Core asks both random services at once; who answers first is no matter.
function inTurn(calls: string[]): string[] {
  return calls.map((call, at) => {
    const [before, after] = [calls[at - 1], calls[at + 1]];
    if (call.startsWith("random-b") && after === call.replace("-b", "-a")) return after;
    return call.startsWith("random-a") && before === call.replace("-a", "-b") ? before : call;
  });
}

test("a draw goes the way that the sequence shows", async () => {
  const body = { title: "Followed", rule: "order/1", params: {}, entries: ["Ada", "Grace"], draw: "later" };
  const made = await ask("/api/draws", { method: "POST", body: JSON.stringify(body) });
  const headers = { "content-type": "application/json", authorization: `Bearer ${made.body.manageKey}` };
  const locked = await ask(`/api/draws/${made.body.id}/lock`, { method: "POST", headers, body: "{}" });
  const done = await ask(`/api/draws/${made.body.id}/draw`, { method: "POST", headers, body: "{}" });
  expect(done.body).toMatchObject({ state: "drawn" });
  const record = await ask(`/api/draws/${made.body.id}/record`);
  const seen = [made, locked, done, record].map(({ request }) => logged(request, "core"));
  const held = ["random-a", "random-b"].map(async (service) => {
    const { request } = await ask(`${listening(service)}/draws/${made.body.id}`);
    return logged(request, service);
  });
  expect(drawn()).toEqual(await Promise.all([...seen, ...held]));
}, 30_000);
