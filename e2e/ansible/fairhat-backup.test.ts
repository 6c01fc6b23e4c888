// Retention of backups, with a backup command that only writes a file.
import { afterEach, beforeEach, expect, test } from "bun:test";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../deployment/lab.ts";

const TEMPLATE = join(root, "infra/ansible/roles/backup/templates/fairhat-backup.j2");
const DAYS_KEPT = 3;
const DAY = 86_400; // seconds

let folder = "";
let backups = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-backup-"));
  backups = join(folder, "backups");
  mkdirSync(backups);
  mkdirSync(join(folder, "current/ops"), { recursive: true });
  makesWith('echo draws >"$1"');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Replaces ops/backup of the current deployment. */
function makesWith(command: string): void {
  writeFileSync(join(folder, "current/ops/backup"), `#!/bin/bash\n${command}\n`, { mode: 0o755 });
}

function lies(name: string, daysOld: number): void {
  writeFileSync(join(backups, name), "");
  const at = Date.now() / 1000 - daysOld * DAY - 60;
  utimesSync(join(backups, name), at, at);
}

function backup() {
  const values: Record<string, string> = {
    backup_folder: backups,
    site_path: `PATH=${folder}/current/ops:${folder}/current/ci:${process.env.PATH}`,
    backup_days: String(DAYS_KEPT),
    "backup_days | int - 1": String(DAYS_KEPT - 1),
  };
  const script = readFileSync(TEMPLATE, "utf8").replaceAll(/\{\{ ([^}]+) \}\}/g, (_, name) => values[name] ?? name);
  const { exitCode, stdout } = Bun.spawnSync(["bash", "-c", script]);
  return { status: exitCode, name: stdout.toString().trim(), left: readdirSync(backups).toSorted() };
}

test("it prints the name of the new backup, which has a checksum beside it", () => {
  const { status, name, left } = backup();
  expect(status).toBe(0);
  expect(name).toMatch(/^fairhat-\d{8}T\d{6}Z\.backup$/);
  expect(left).toEqual([name, `${name}.sha256`]);
  const checked = Bun.spawnSync(["sha256sum", "--check", "--status", `${name}.sha256`], { cwd: backups });
  expect(checked.exitCode).toBe(0);
});

test("a site that returned to a deployment with its scripts in ci is backed up, too", () => {
  renameSync(join(folder, "current/ops"), join(folder, "current/ci"));
  const { status, name, left } = backup();
  expect([status, left]).toEqual([0, [name, `${name}.sha256`]]);
});

test("expired backups are deleted with their checksums, others stay", () => {
  for (const days of [DAYS_KEPT - 1, DAYS_KEPT]) {
    lies(`fairhat-${days}.backup`, days);
    lies(`fairhat-${days}.backup.sha256`, days);
  }
  const { name, left } = backup();
  expect(left).toEqual(["fairhat-2.backup", "fairhat-2.backup.sha256", name, `${name}.sha256`]);
});

test("files of a killed backup are deleted, files of a running one are not", () => {
  lies("fairhat-killed.backup.a1B2c3", 1);
  lies("fairhat-killed.backup.sha256.new", 1);
  lies("fairhat-now.backup.d4E5f6", 0);
  const { name, left } = backup();
  expect(left).toEqual([name, `${name}.sha256`, "fairhat-now.backup.d4E5f6"].toSorted());
});

test("if no backup could be made, none is deleted", () => {
  makesWith("exit 1");
  lies("fairhat-1.backup", 100);
  expect(backup()).toEqual({ status: 1, name: "", left: ["fairhat-1.backup"] });
});
