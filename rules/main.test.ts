import { expect, test } from "bun:test";
import { join } from "node:path";

test("the process reports a malformed setting and exits with status 78", () => {
  const main = join(import.meta.dir, "main.ts");
  const { exitCode, stderr } = Bun.spawnSync([process.execPath, main], { env: { PORT: "99999" } });
  expect(exitCode).toBe(78);
  expect(stderr.toString()).toContain("PORT must be a port, 0 to 65535");
});
