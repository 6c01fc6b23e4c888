import { expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { echo } from "./testing/echo.ts";

test("a worker starts from source", async () => {
  expect(await echo("from source")).toBe("from source");
});

test("a worker starts from a bundle made as the Dockerfile makes it", async () => {
  const recipe = readFileSync(join(dirname(import.meta.dir), "Dockerfile"), "utf8");
  const [, options = ""] = /bun build "\$service\/main\.ts" \$\(.*\) \\\n\s+(.*?) --outdir=/.exec(recipe) ?? [];
  const folder = mkdtempSync(join(tmpdir(), "fairhat-bundle-"));
  const sources = ["echo.ts", "echo.worker.ts"].map((name) => join(import.meta.dir, "testing", name));
  const flags = options.replaceAll("'", "").split(" ");
  const bundled = Bun.spawnSync([process.execPath, "build", ...sources, ...flags, `--outdir=${folder}`]);
  expect([bundled.exitCode, bundled.stderr.toString()]).toEqual([0, ""]);
  const run = Bun.spawnSync([process.execPath, join(folder, "echo.js"), "from a bundle"]);
  rmSync(folder, { recursive: true });
  expect(run.stdout.toString()).toBe("from a bundle");
});
