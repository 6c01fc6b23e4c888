import { expect, test } from "bun:test";
import { join } from "node:path";
import { Settings } from "@fairhat/runtime";
import { randomA } from "./index.ts";

test("its numbers come from the operating system", () => {
  const generator = randomA.generator(new Settings({}));
  expect(generator.name).toBe("system CSPRNG");
  expect(generator.bytes(32)).toHaveLength(32);
  expect(generator.bytes(32)).not.toEqual(generator.bytes(32));
});

test("the process reports missing settings and exits with status 78", () => {
  const main = join(import.meta.dir, "main.ts");
  const { exitCode, stderr } = Bun.spawnSync([process.execPath, main], { env: {} });
  expect(exitCode).toBe(78);
  for (const name of ["CORE_TOKENS_FILE", "DATABASE_URL_FILE"]) expect(stderr.toString()).toContain(name);
});
