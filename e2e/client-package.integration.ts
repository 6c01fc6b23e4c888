// The client package: packed, installed outside the repository, and its README's example run by Node and Bun on a real
// site.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import root from "../package.json";
import { type Running, startFairhat } from "./browser/process.ts";
import { blocksOf, root as repository, textOf } from "./documents.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-client-"));
const tarball = join(folder, `fairhat-client-${root.version}.tgz`);
const [example] = blocksOf(await textOf("packages/client/package/README.md"));

let site: Running;
beforeAll(async () => {
  run(["npm", "pack", "./packages/client/package", "--pack-destination", folder], repository);
  site = await startFairhat();
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string[], cwd: string, settings: Record<string, string> = {}) {
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd, env: { ...process.env, ...settings } });
  if (exitCode !== 0) throw new Error(`${stdout}${stderr}`);
  return stdout.toString();
}

/** A folder with the package in it. */
function installed(name: string, install: string[]): string {
  const home = join(folder, name);
  mkdirSync(home);
  writeFileSync(join(home, "package.json"), "{}");
  run([...install, tarball], home);
  return home;
}

const MACHINES = [
  { runtime: "node", install: ["npm", "install", "--offline", "--no-audit", "--no-fund"] },
  { runtime: "bun", install: ["bun", "add"] },
];

describe.each(MACHINES)("installed and run with $runtime", ({ runtime, install }) => {
  test("the example draws", () => {
    const home = installed(runtime, install);
    writeFileSync(join(home, "example.mjs"), example?.code ?? "");
    const said = run([runtime, "example.mjs"], home, { FAIRHAT_SITE: site.url });
    expect(said).toStartWith(`drawn ${site.url}/draws/`);
  });
});

test("types are included: the example compiles, a misspelt field does not", () => {
  const home = installed("types", ["bun", "add"]);
  const wrong = `import { fairhat } from "@fairhat/client";
// @ts-expect-error: no such field
fairhat("").POST("/api/draws", { body: { titel: "x", rule: "order/1", draw: "now" } });`;
  writeFileSync(join(home, "wrong.mts"), wrong);
  writeFileSync(
    join(home, "example.mts"),
    `declare const process: { env: Record<string, string | undefined> };\n${example?.code}`,
  );
  const compiler = join(repository, "node_modules/typescript/bin/tsc");
  const flags = ["--noEmit", "--strict", "--skipLibCheck", "false", "--target", "esnext", "--module", "nodenext"];
  run([process.execPath, compiler, ...flags, "wrong.mts", "example.mts"], home);
});
