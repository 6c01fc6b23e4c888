import { expect, test } from "bun:test";
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

function lab(folder: string, ...command: string[]) {
  const env = { PATH: process.env.PATH, FAIRHAT_LAB: folder };
  const { exitCode, stdout, stderr } = Bun.spawnSync([join(import.meta.dir, "lab"), ...command], { env });
  return { exitCode, out: stdout.toString().trim(), said: stderr.toString().trim() };
}

test("without a lab it says so", () => {
  const none = { exitCode: 3, out: "", said: expect.stringContaining("there is no lab") };
  expect(lab("/nowhere")).toEqual(none);
  expect(lab("")).toEqual(none);
});

test("with a lab it names it and runs its scripts", () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "fairhat-lab-")));
  writeFileSync(join(folder, "docker-up"), '#!/bin/sh\necho "up $*"\n', { mode: 0o755 });
  expect(lab(folder)).toEqual({ exitCode: 0, out: folder, said: "" });
  expect(lab(folder, "docker-up", "--list")).toEqual({ exitCode: 0, out: "up --list", said: "" });
  expect(lab(folder, "nothing")).toMatchObject({
    exitCode: 64,
    said: expect.stringContaining("the lab has no nothing"),
  });
  rmSync(folder, { recursive: true });
});
