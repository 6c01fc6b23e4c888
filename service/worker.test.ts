import { expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFiles } from "../ci/bundles.ts";
import { echo } from "./testing/echo.ts";

test("a worker starts from source", async () => {
  expect(await echo("from source")).toBe("from source");
});

test("a worker starts from a bundle made as images have it", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-bundle-"));
  const sources = ["echo.ts", "echo.worker.ts"].map((name) => join(import.meta.dir, "testing", name));
  expect((await bundleFiles(sources, folder)).success).toBe(true);
  const run = Bun.spawnSync([process.execPath, join(folder, "echo.js"), "from a bundle"]);
  rmSync(folder, { recursive: true });
  expect(run.stdout.toString()).toBe("from a bundle");
});

test.if(process.platform === "linux")("a worker's thread alone gives way to others", async () => {
  const worker = new Worker(new URL("./testing/echo.worker.ts", import.meta.url));
  const answered = Promise.withResolvers();
  worker.onmessage = answered.resolve;
  worker.postMessage("ready");
  await answered.promise;
  const niceness = readdirSync("/proc/self/task").map((task) => nicenessOf(`/proc/self/task/${task}/stat`));
  expect(niceness).toContain(10);
  expect(nicenessOf("/proc/self/stat")).not.toBe(10);
  worker.terminate();
});

/** Field 19 of proc_pid_stat(5). */
function nicenessOf(path: string): number {
  const [, afterName = ""] = readFileSync(path, "utf8").split(/\) (?=\w )/);
  return Number(afterName.split(" ")[16]);
}
