import { afterEach, describe, expect, spyOn, test } from "bun:test";
import { createServer, connect as openSocket } from "node:net";
import { Elysia } from "elysia";
import { type Log, logger } from "./log.ts";
import { run, serve } from "./serve.ts";
import { BadSettings } from "./settings.ts";
import { web } from "./web.ts";

const log = logger("test", "silent");

describe("serve", () => {
  test("listens, finishes what is being answered when it stops, and then closes", async () => {
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
    const serving = serve({ app, log: { info } as unknown as Log, hostname: "127.0.0.1", port: 0, close });
    expect(serving.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const answer = fetch(`${serving.url}/slow`).then((response) => response.text());
    await asked;
    await serving.stop();
    expect(await answer).toBe("done");
    expect(happened).toEqual(["answered", "closed"]);
    expect(lines).toEqual([[{ url: serving.url }, "listening"], ["stopped"]]);
    await expect(fetch(`${serving.url}/slow`)).rejects.toThrow();
  });

  test("names the setting where the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const { port } = other.address() as { port: number };
    const start = () => serve({ app: new Elysia(), log, hostname: "127.0.0.1", port, close: async () => {} });
    expect(start).toThrow(BadSettings);
    expect(start).toThrow(`PORT ${port} is taken by another program`);
    other.close();
  });

  test("shares its port with no other service of ours", async () => {
    const start = (port: number) =>
      serve({ app: new Elysia(), log, hostname: "127.0.0.1", port, close: async () => {} });
    const first = start(0);
    const port = Number(new URL(first.url).port);
    expect(() => start(port)).toThrow(`PORT ${port} is taken by another program`);
    await first.stop();
  });

  test("throws what else is in the way", () => {
    const start = () => serve({ app: new Elysia(), log, hostname: "192.0.2.1", port: 0, close: async () => {} });
    expect(start).toThrow();
    expect(start).not.toThrow(BadSettings);
  });

  test("leaves it to the service to refuse a body that is too large, however large", async () => {
    const app = web({ about: { service: "test", revision: "r", version: "1" }, log, bodyLimit: 10 }).post(
      "/",
      () => "",
    );
    const serving = serve({ app, log, hostname: "127.0.0.1", port: 0, close: async () => {} });
    const socket = openSocket(Number(new URL(serving.url).port), "127.0.0.1");
    const head = ["POST / HTTP/1.1", "host: localhost", "content-type: application/json", `content-length: ${2 ** 40}`];
    socket.write(`${head.join("\r\n")}\r\n\r\n{`);
    const answer = await new Promise<string>((resolve) => socket.on("data", (data) => resolve(String(data))));
    socket.destroy();
    expect(answer).toStartWith("HTTP/1.1 413");
    expect(answer).toContain('"reason":"too_large"');
    await serving.stop();
  });
});

describe("run", () => {
  const exit = spyOn(process, "exit").mockImplementation((() => {}) as never);
  const told = spyOn(console, "error").mockImplementation(() => {});
  afterEach(() => {
    exit.mockClear();
    told.mockClear();
  });

  test("tells bad settings in plain words and ends with status 78", async () => {
    await run(() => Promise.reject(new BadSettings(["PORT must be a port"])));
    expect(told.mock.calls).toEqual([["this service cannot start:\n  PORT must be a port"]]);
    expect(exit.mock.calls).toEqual([[78]]);
  });

  test("throws on what is a fault of ours", async () => {
    await expect(run(() => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    expect(exit).not.toHaveBeenCalled();
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops what it started on %s, then ends", async (signal) => {
    // Other tests of this run may have started something that listens, too.
    for (const name of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(name);
    let stopped = false;
    const stop = async () => {
      stopped = true;
    };
    await run(async () => ({ stop }));
    process.emit(signal);
    await Bun.sleep(1);
    expect(stopped).toBe(true);
    expect(exit.mock.calls).toEqual([[0]]);
    for (const name of ["SIGTERM", "SIGINT"] as const) process.removeAllListeners(name);
  });
});

describe("a process of ours", () => {
  const start = (program: string, env: Record<string, string> = {}) =>
    Bun.spawn([process.execPath, "-e", `import { logger, run, serve, Settings } from "./index.ts"; ${program}`], {
      cwd: import.meta.dir,
      env: { ...process.env, ...env },
      stdout: "pipe",
      stderr: "pipe",
    });
  const SERVICE = `
    import { Elysia } from "elysia";
    await run(async () => {
      const settings = new Settings(process.env);
      const port = settings.port("PORT", 0);
      settings.secretFile("KEY_FILE");
      if (process.env.STRICT) settings.check();
      const close = async () => console.log("closed");
      const serving = serve({ app: new Elysia().get("/", () => "here"), log: logger("test", "silent"), hostname: "127.0.0.1", port, close });
      console.log(serving.url);
      return serving;
    });`;

  test("stops gracefully on SIGTERM", async () => {
    const child = start(SERVICE);
    const reader = child.stdout.getReader();
    const url = new TextDecoder().decode((await reader.read()).value).trim();
    expect(await (await fetch(url)).text()).toBe("here");
    child.kill("SIGTERM");
    expect(await child.exited).toBe(0);
    expect(new TextDecoder().decode((await reader.read()).value)).toBe("closed\n");
  });

  test("ends with 78 on bad settings, all of them named", async () => {
    const child = start(SERVICE, { STRICT: "1", PORT: "http" });
    expect(await child.exited).toBe(78);
    const told = await new Response(child.stderr).text();
    expect(told).toBe("this service cannot start:\n  PORT must be a port, 0 to 65535\n  KEY_FILE is missing\n");
  });

  test("ends with 1 on anything else", async () => {
    const child = start(`await run(() => Promise.reject(new Error("a bug")));`);
    expect(await child.exited).toBe(1);
    expect(await new Response(child.stderr).text()).toContain("a bug");
  });
});
