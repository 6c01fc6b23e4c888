import { expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundleFiles } from "../../ops/bundles.ts";
import { echo } from "./testing/echo.ts";

test("a worker starts from source", async () => {
  expect(await echo("from source")).toBe("from source");
});

test("a worker starts from a bundle built as for images", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-bundle-"));
  const sources = ["echo.ts", "echo.worker.ts"].map((name) => join(import.meta.dir, "testing", name));
  expect((await bundleFiles(sources, folder)).success).toBe(true);
  const run = Bun.spawnSync([process.execPath, join(folder, "echo.js"), "from a bundle"]);
  rmSync(folder, { recursive: true });
  expect(run.stdout.toString()).toBe("from a bundle");
});
