import { describe, expect, test } from "bun:test";
import { createServer, connect as openSocket } from "node:net";
import { Elysia } from "elysia";
import { loopback } from "./listen.ts";
import { type Log, logger } from "./log.ts";
import { Metrics } from "./metrics.ts";
import { type Serving, serve } from "./serve.ts";
import { BadSettings } from "./settings.ts";
import { web } from "./web.ts";

const log = logger("test", "silent");
const here = { ...loopback(0), metrics: new Metrics() };

const servings: Serving[] = [];
/** Serves only metrics, on `metricsPort`; 0 disables them, to find a free port. */
function serveOn(metricsPort: number): Serving {
  const metrics = new Metrics();
  metrics.counter("counted", "Counted.");
  const where = { ...here, metrics, metricsPort: metricsPort || null };
  const serving = serve({ app: new Elysia(), log, ...where, close: async () => {} });
  servings.push(serving);
  return serving;
}
/** The beginning of the answer to these characters. */
async function written(port: number, request: string): Promise<string> {
  const socket = openSocket(port, "127.0.0.1");
  socket.write(request);
  const answer = await new Promise<string>((resolve) => socket.on("data", (data) => resolve(String(data))));
  socket.destroy();
  return answer;
}
async function stopAll(): Promise<void> {
  for (const serving of servings.splice(0)) await serving.stop();
}

describe("serve", () => {
  test("listens, finishes its answers when stopped, and then closes", async () => {
    const happened: string[] = [];
    const lines: unknown[] = [];
    let begun = () => {};
    const asked = new Promise<void>((resolve) => {
      begun = resolve;
    });
    const app = new Elysia().get("/slow", async () => {
      begun();
      await Bun.sleep(50);
      happened.push("answered");
      return "done";
    });
    const close = async () => void happened.push("closed");
    const info = (...given: unknown[]) => lines.push(given);
    const serving = serve({ app, log: { info, debug: info } as unknown as Log, ...here, close });
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = fetch(`${serving.url}/slow`).then((response) => response.text());
    await asked;
    await serving.stop();
    expect(await answer).toBe("done");
    expect(happened).toEqual(["answered", "closed"]);
    expect(lines).toEqual([[{ url: serving.url }, "listening"], ["stopping"], ["stopped"]]);
    await expect(fetch(`${serving.url}/slow`)).rejects.toThrow();
  });

  test("announces its stop before it refuses connections, and closes kept-alive ones", async () => {
    const closing = new AbortController();
    let closed = 0;
    const close = async () => {
      closed += 1;
    };
    const app = new Elysia().get("/", () => "here");
    const serving = serve({ app, log, ...here, drain: 200, closing, close });
    expect(await (await fetch(`${serving.url}/ready`)).json()).toEqual({ ready: true });
    expect((await fetch(serving.url)).headers.get("connection")).not.toBe("close");
    const stopped = serving.stop();
    expect(closing.signal.aborted).toBe(true);
    const ready = await fetch(`${serving.url}/ready`);
    expect([ready.status, ready.headers.get("retry-after")]).toEqual([503, "1"]);
    expect(await ready.json()).toMatchObject({ reason: "closing" });
    const late = await fetch(serving.url);
    expect([late.status, late.headers.get("connection")]).toEqual([200, "close"]);
    await Promise.all([stopped, serving.stop()]);
    expect(closed).toBe(1);
    await expect(fetch(serving.url)).rejects.toThrow();
  });

  test("is not ready while a dependency fails or does not answer", async () => {
    const lines: unknown[][] = [];
    const keep = (...given: unknown[]) => lines.push(given);
    const states = [
      () => Promise.resolve(),
      () => Promise.reject(new Error("away")),
      () => new Promise<void>(() => {}),
    ];
    const ready = () => (states.shift() ?? (() => Promise.resolve()))();
    const kept = { debug: keep, info: keep, warn: keep } as unknown as Log;
    const serving = serve({ app: new Elysia(), log: kept, ...here, ready, close: async () => {} });
    const statuses = [];
    for (let asked = 0; asked < 4; asked += 1) statuses.push((await fetch(`${serving.url}/ready`)).status);
    expect(statuses).toEqual([200, 503, 503, 200]);
    expect(lines.map((line) => line.at(-1))).toEqual(["listening", "not ready", "not ready"]);
    await serving.stop();
  });

  test("ends within its grace period, even if something hangs", async () => {
    const warnings: unknown[] = [];
    const warn = (_: unknown, message: string) => warnings.push(message);
    let asked = () => {};
    const begun = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const app = new Elysia().get("/never", () => {
      asked();
      return new Promise<string>(() => {});
    });
    const close = () => new Promise<void>(() => {});
    const kept = { debug() {}, info() {}, warn } as unknown as Log;
    const serving = serve({ app, log: kept, ...here, grace: 50, close });
    const answer = fetch(`${serving.url}/never`).catch(() => "cut");
    await begun;
    await serving.stop();
    expect(await answer).toBe("cut");
    expect(warnings).toEqual(["stopped before everything was finished"]);
  });

  test("ends streams on its closing signal, and waits for nothing else", async () => {
    const closing = new AbortController();
    const app = new Elysia().get("/events", async function* () {
      yield "begun";
      await new Promise<void>((over) => closing.signal.addEventListener("abort", () => over()));
      yield "over";
    });
    const serving = serve({ app, log, ...here, closing, close: async () => {} });
    const events = await fetch(`${serving.url}/events`);
    await serving.stop();
    expect(await events.text()).toContain("over");
  });

  test("names the setting if the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as { port: number };
    const start = () => serve({ app: new Elysia(), log, ...here, port, close: async () => {} });
    expect(start).toThrow(BadSettings);
    expect(start).toThrow(`PORT ${port} is taken by another program`);
    other.close();
  });

  test("shares its port with no other service", async () => {
    const start = (port: number) => serve({ app: new Elysia(), log, ...here, port, close: async () => {} });
    const first = start(0);
    const port = Number(new URL(first.url).port);
    expect(() => start(port)).toThrow(`PORT ${port} is taken by another program`);
    await first.stop();
  });

  test("serves metrics on their own port alone, and names the setting if it is taken", async () => {
    const port = Number(new URL(serveOn(0).url).port); // free a moment ago
    await stopAll();
    const first = serveOn(port);
    const told = await fetch(`http://127.0.0.1:${port}/metrics`);
    expect(told.headers.get("content-type")).toBe("text/plain; version=0.0.4");
    expect(await told.text()).toContain("# TYPE counted counter");
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(404);
    expect(await written(port, "GET /metrics HTTP/1.0\r\n\r\n")).toStartWith("HTTP/1.1 200");
    expect((await fetch(`${first.url}/metrics`)).status).toBe(404);
    expect(() => serveOn(port)).toThrow(`METRICS_PORT ${port} is taken by another program`);
    await stopAll();
    await expect(fetch(`http://127.0.0.1:${port}/metrics`)).rejects.toThrow();
  });

  test("rethrows any other error", () => {
    const start = () => serve({ app: new Elysia(), log, ...here, hostname: "192.0.2.1", close: async () => {} });
    expect(start).toThrow();
    expect(start).not.toThrow(BadSettings);
  });

  test("leaves the refusal of large bodies to the service, however large", async () => {
    const app = web({ about: { service: "test", revision: "r", version: "1" }, log, bodyLimit: 10 }).post(
      "/",
      () => "",
    );
    const serving = serve({ app, log, ...here, close: async () => {} });
    const head = ["POST / HTTP/1.1", "host: localhost", "content-type: application/json", `content-length: ${2 ** 40}`];
    const answer = await written(Number(new URL(serving.url).port), `${head.join("\r\n")}\r\n\r\n{`);
    expect(answer).toStartWith("HTTP/1.1 413");
    expect(answer).toContain('"reason":"too_large"');
    await serving.stop();
  });
});
