import { afterEach, describe, expect, spyOn, test } from "bun:test";
import { run } from "./serve.ts";
import { BadSettings } from "./settings.ts";

describe("run", () => {
  const exit = spyOn(process, "exit").mockImplementation((() => {}) as never);
  const told = spyOn(console, "error").mockImplementation(() => {});
  afterEach(() => {
    exit.mockClear();
    told.mockClear();
  });

  test("reports bad settings in plain words and exits with status 78", async () => {
    await run(() => Promise.reject(new BadSettings(["PORT must be a port"])));
    expect(told.mock.calls).toEqual([["this service cannot start:\n  PORT must be a port"]]);
    expect(exit.mock.calls).toEqual([[78]]);
  });

  test("rethrows any other error", async () => {
    await expect(run(() => Promise.reject(new Error("a bug")))).rejects.toThrow("a bug");
    expect(exit).not.toHaveBeenCalled();
  });

  test.each(["SIGTERM", "SIGINT"] as const)("stops what it started on %s, then exits", async (signal) => {
    // Other tests of this run may have added listeners.
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

describe("a process", () => {
  const start = (program: string, env: Record<string, string> = {}) =>
    Bun.spawn(
      [
        process.execPath,
        "-e",
        `import { loopback, logger, Metrics, run, serve, Settings } from "./index.ts"; ${program}`,
      ],
      {
        cwd: import.meta.dir,
        env: { ...process.env, ...env },
        stdout: "pipe",
        stderr: "pipe",
      },
    );
  const linesOf = (stream: ReadableStream<Uint8Array<ArrayBuffer>>) => {
    const reader = stream.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    return async () => {
      while (!text.includes("\n")) text += (await reader.read()).value ?? "\n";
      const line = text.slice(0, text.indexOf("\n"));
      text = text.slice(line.length + 1);
      return line;
    };
  };
  const SERVICE = `
    import { Elysia } from "elysia";
    await run(async () => {
      const settings = new Settings(process.env);
      const port = settings.port("PORT", 0);
      settings.secretFile("KEY_FILE");
      if (process.env.STRICT) settings.check();
      const close = async () => console.log("closed");
      const app = new Elysia().get("/", () => "here").get("/slow", async () => {
        console.log("begun");
        await Bun.sleep(300);
        return "finished";
      });
      const serving = serve({ app, log: logger("test", "silent"), metrics: new Metrics(), ...loopback(port), close });
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

  test("finishes its answers on SIGTERM, and a second signal breaks nothing", async () => {
    const child = start(SERVICE);
    const lines = linesOf(child.stdout);
    const url = await lines();
    const slow = fetch(`${url}/slow`).then((response) => response.text());
    expect(await lines()).toBe("begun");
    child.kill("SIGTERM");
    child.kill("SIGTERM");
    child.kill("SIGINT");
    expect(await slow).toBe("finished");
    expect(await child.exited).toBe(0);
    expect(await lines()).toBe("closed");
  });

  test("exits at once on SIGTERM during start-up", async () => {
    const child = start(`
      setInterval(() => {}, 1000);
      await run(() => {
        console.log("starting");
        return new Promise(() => {});
      });`);
    expect(await linesOf(child.stdout)()).toBe("starting");
    child.kill("SIGTERM");
    expect(await child.exited).toBe(0);
  });

  test("exits with 78 on bad settings, and names all of them", async () => {
    const child = start(SERVICE, { STRICT: "1", PORT: "http" });
    expect(await child.exited).toBe(78);
    const told = await new Response(child.stderr).text();
    expect(told).toBe("this service cannot start:\n  PORT must be a port, 0 to 65535\n  KEY_FILE is missing\n");
  });

  test("exits with 1 on any other error", async () => {
    const child = start(`await run(() => Promise.reject(new Error("a bug")));`);
    expect(await child.exited).toBe(1);
    expect(await new Response(child.stderr).text()).toContain("a bug");
  });
});
