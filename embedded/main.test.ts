import { afterAll, describe, expect, spyOn, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "fairhat-main-"));
afterAll(() => rmSync(folder, { recursive: true }));

const READY = /Fairhat is ready: (http:\/\/localhost:\d+)\n/;

/** Starts the program of `npm start`. */
function start(settings: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH, FAIRHAT_DATA: folder, PORT: "0", ...settings };
  return Bun.spawn([process.execPath, join(import.meta.dir, "main.ts")], { env, stdout: "pipe", stderr: "pipe" });
}

describe("the program", () => {
  test("prints its address and what to try, and exits with status 0 within its grace period when stopped", async () => {
    const child = start();
    const said = new TextDecoder().decode((await child.stdout.getReader().read()).value);
    const [, url = ""] = READY.exec(said) ?? [];
    expect(said).toContain(`the sample draw: ${url}/draws`);
    expect(await (await fetch(url)).text()).toContain("<h1");

    const second = start();
    expect(await second.exited).toBe(78);
    expect(await new Response(second.stderr).text()).toContain(`FAIRHAT_DATA ${folder} is in use`);

    await fetch(`${url}/health`); // wait until start-up is complete
    const since = performance.now();
    child.kill("SIGTERM");
    expect(await child.exited).toBe(0);
    expect(performance.now() - since).toBeLessThan(8_000); // below the grace period
    expect(await new Response(child.stderr).text()).toBe("");
  }, 60_000);

  test("can be started and stopped again on the same folder", async () => {
    const exit = spyOn(process, "exit").mockImplementation((() => {}) as never);
    const write = spyOn(process.stdout, "write").mockImplementation(() => true);
    const others = process.listeners("SIGTERM");
    const { FAIRHAT_DATA, PORT } = process.env;
    Object.assign(process.env, { FAIRHAT_DATA: folder, PORT: "0" });
    await import("./main.ts");
    process.env = { ...process.env, FAIRHAT_DATA, PORT };
    const url = READY.exec(String(write.mock.calls[0]?.[0]))?.[1] ?? "";
    write.mockRestore();
    expect((await fetch(url)).status).toBe(200);
    for (const stop of process.listeners("SIGTERM")) if (!others.includes(stop)) stop("SIGTERM");
    while (exit.mock.calls.length === 0) await Bun.sleep(5);
    expect(exit.mock.calls).toEqual([[0]]);
    exit.mockRestore();
    await expect(fetch(url)).rejects.toThrow();
  }, 60_000);
});
