// With a fake Docker.
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "fairhat-running-"));
afterAll(() => rmSync(folder, { recursive: true }));

function running(docker: string, ...words: string[]) {
  writeFileSync(join(folder, "docker"), `#!/bin/bash\ncase "$*" in\n${docker}\nesac\n`, { mode: 0o755 });
  const env = { PATH: `${folder}:${process.env.PATH}` };
  const { exitCode, stdout, stderr } = Bun.spawnSync([join(import.meta.dir, "running"), ...words], { env });
  return { status: exitCode, out: stdout.toString(), said: stderr.toString() };
}

test("of a Compose project: the tag that a container was started from, of our services only", () => {
  const docker = `
    "service ls"*) echo 'this is no manager' >&2; exit 1 ;;
    "ps --quiet --filter label=com.docker.compose.project=mine") printf '%s\\n' 1 2 3 ;;
    "inspect --format"*" 1 2 3") printf '%s\\n' 'core r:5000/fairhat/core:aaa' 'proxy fairhat/proxy:bbb' 'postgres postgres:18' ;;`;
  expect(running(docker, "mine")).toEqual({ status: 0, out: "core aaa 1\nproxy bbb 1\n", said: "" });
});

test("of a Swarm stack: running tasks, counted, also during an update", () => {
  const docker = `
    "service ls"*) printf '%s\\n' fairhat_core fairhat_postgres fairhat_rules ;;
    "service ps"*core) printf '%s\\n' 'Running 2 minutes ago r:5000/fairhat/core:aaa@sha256:1' 'Running 1 second ago r:5000/fairhat/core:bbb' \\
      'Running 3 minutes ago r:5000/fairhat/core:aaa' 'Starting 1 second ago r:5000/fairhat/core:bbb' ;;
    "service ps"*postgres) echo 'Running 2 days ago postgres:18' ;;`;
  expect(running(docker)).toEqual({ status: 0, out: "core aaa 2\ncore bbb 1\n", said: "" });
});

test("of a project that does not run, one sentence", () => {
  const said = "running: nothing of fairhat runs on this Docker engine\n";
  expect(running("*) exit 0 ;;")).toEqual({ status: 3, out: "", said });
  expect(running('"ps "*) echo 1 ;; inspect*) echo "postgres postgres:18" ;;')).toEqual({ status: 3, out: "", said });
  expect(running("*) exit 1 ;;").status).toBe(1);
});
