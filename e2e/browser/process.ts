// The embedded Fairhat as a separate process, as `npm start` runs it, with its own data folder.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "../ports.ts";

const root = dirname(dirname(import.meta.dir));

export interface Running {
  url: string;
  stop(): Promise<void>;
}

/** Starts it on a free loopback port. Throws if it exits before it is ready. */
export async function startFairhat(settings: Record<string, string> = {}): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-browser-"));
  // Not port 0: the public link and its QR code must contain the real port.
  const port = await freePort();
  const env = { PATH: process.env.PATH, FAIRHAT_DATA: join(folder, "data"), PORT: `${port}`, LOG_LEVEL: "warn" };
  const running = Bun.spawn([process.execPath, join(root, "embedded/main.ts")], {
    env: { ...env, ...settings },
    stdout: "pipe",
    stderr: "inherit",
  });
  const stop = async () => {
    running.kill();
    await running.exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const reader = running.stdout.getReader();
  const said = await reader.read();
  if (said.done) {
    await stop();
    throw new Error(`Fairhat ended with status ${running.exitCode} before it was ready`);
  }
  return { url: `http://localhost:${port}`, stop };
}
