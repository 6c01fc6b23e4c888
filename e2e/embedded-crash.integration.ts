// kill -9 of the embedded process before and after every statement of a draw: one result, or void with a reason.
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call, checkedRecord, until } from "./client.ts";
import { counting } from "./share.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-embedded-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

async function start(): Promise<{ url: string; process: Bun.Subprocess }> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const env = { PATH: process.env.PATH, FAIRHAT_DATA: join(folder, "data"), PORT: "0", LOG_LEVEL: "silent" };
  const victim = Bun.spawn([process.execPath, join(import.meta.dir, "embedded-victim.ts")], { env, ipc: resolve });
  const died = victim.exited.then((status) => Promise.reject(new Error(`it did not start: status ${status}`)));
  return { url: await Promise.race([promise, died]), process: victim };
}

const request = {
  title: "Crash",
  rule: "winners/1",
  params: { winners: 2 },
  entries: ["Ada", "Bob", "Cé"],
  draw: "now",
};

test("the embedded process is killed before and after each statement while a draw is made", async () => {
  let running = await start();
  let kills = 0;
  for (const n of counting()) {
    const repeat = `embedded-crash-${String(n).padStart(4, "0")}`;
    const make = () => call(running.url, "POST", "/api/draws", { repeat, body: request });
    running.process.send(n);
    const killed = (await make()) === null;
    if (killed) await running.process.exited;
    if (killed) running = await start();
    else running.process.send(Number.MAX_SAFE_INTEGER);
    const { id } = await until(make, ({ status }) => status === 201);
    const ask = () => call(running.url, "GET", `/api/draws/${id}`);
    const draw = await until(ask, ({ body }) => body.state === "drawn" || body.state === "void");
    const { report } = await checkedRecord(running.url, id);
    expect(report.verdict).toBe(draw.state === "drawn" ? "holds" : "void");
    if (!killed) break;
    kills += 1;
  }
  console.error(`embedded: killed at ${kills} edges`);
  expect(kills).toBeGreaterThan(2);
  running.process.kill();
  await running.process.exited;
}, 600_000);
