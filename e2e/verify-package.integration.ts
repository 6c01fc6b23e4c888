// The verifier package: packed, installed in an empty folder outside the repository, and run there by Node and by Bun.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import root from "../package.json";
import { root as repository } from "./documents.ts";
import { freePort } from "./ports.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-package-"));
const tarball = join(folder, `fairhat-verify-${root.version}.tgz`);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const record = recordOf({
  rule: "winners/1",
  params: { winners: 1, alternates: 0 },
  entries: [{ label: "Ada" }, { label: "Bo" }],
});
const { draw } = record.manifest;
const tampered = { ...record, entries: [{ label: "Ada" }, { label: "Eve" }] };

function run(command: string[], cwd: string, env: Record<string, string | undefined> = process.env) {
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd, env });
  return { status: exitCode, said: stdout.toString(), problems: stderr.toString() };
}

beforeAll(() => {
  const packed = run(["npm", "pack", "./verify/package", "--pack-destination", folder], repository);
  if (packed.status !== 0) throw new Error(packed.problems);
  writeFileSync(join(folder, "record.json"), fileOf(record));
  writeFileSync(join(folder, "tampered.json"), fileOf(tampered));
}, 60_000);

/** A PATH with these programs and a shell: neither the workspace nor the other runtime. */
function pathWith(name: string, programs: string[]): string {
  const bin = join(folder, `path of ${name}`);
  mkdirSync(bin);
  for (const program of [...programs, "sh", "env"])
    symlinkSync(Bun.which(program) ?? process.execPath, join(bin, program));
  return bin;
}

const MACHINES = [
  {
    runtime: "Node",
    path: pathWith("Node", ["node", "npm"]),
    install: ["npm", "install", "--offline", "--no-audit", "--no-fund", tarball],
    verify: ["npm", "exec", "--offline", "--", "fairhat-verify"],
  },
  {
    runtime: "Bun",
    path: pathWith("Bun", ["bun"]),
    install: ["bun", "add", tarball],
    verify: ["bun", "--bun", "run", "--silent", "fairhat-verify"],
  },
];

describe.each(MACHINES)("installed with $runtime", ({ runtime, path, install, verify }) => {
  const home = join(folder, `installed with ${runtime}`);
  const env = { PATH: path, HOME: home, TMPDIR: folder };
  const check = (target: string) => run([...verify, target], home, env);

  beforeAll(() => {
    mkdirSync(home);
    const installed = run(install, home, env);
    if (installed.status !== 0) throw new Error(installed.problems);
  }, 60_000);

  test("a valid record verifies", () => {
    const { status, said } = check(join(folder, "record.json"));
    expect([status, said]).toEqual([0, expect.stringContaining("\nholds: ")]);
  });

  test("a record with another name on its list does not", () => {
    const { status, said } = check(join(folder, "tampered.json"));
    expect([status, said]).toEqual([1, expect.stringContaining('does not hold: the check "entries" failed')]);
  });

  test("a missing file and an unreachable address say why", async () => {
    expect(check("nothing.json")).toMatchObject({ status: 2, said: expect.stringContaining("there is no such file") });
    const silent = check(`http://127.0.0.1:${await freePort()}/draws/${draw}`);
    expect(silent).toMatchObject({ status: 2, said: expect.stringContaining("nothing answers at this address") });
  });

  test("a draw's page leads to its record", async () => {
    const served = new Response(Buffer.from(fileOf(record)));
    const server = Bun.serve({
      port: 0,
      hostname: "127.0.0.1",
      routes: { [`/api/draws/${draw}/record`]: served },
      fetch: () => new Response(null, { status: 404 }),
    });
    const running = Bun.spawn([...verify, `http://127.0.0.1:${server.port}/draws/${draw}`], { cwd: home, env });
    expect(await running.exited).toBe(0);
    await server.stop(true);
  });
});

test("the single file needs no installation", () => {
  const bundle = join(folder, "fairhat-verify.mjs");
  writeFileSync(bundle, readFileSync(join(repository, "verify/package/fairhat-verify.mjs")));
  expect(run(["node", bundle, "record.json"], folder).status).toBe(0);
  expect(run(["bun", bundle, "tampered.json"], folder).status).toBe(1);
});
