// The command line package: packed, and run by npx and bunx outside the repository on a real site.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import root from "../package.json";
import { type Running, startFairhat } from "./browser/process.ts";
import { root as repository } from "./documents.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-command-line-"));
const tarball = join(folder, `fairhat-${root.version}.tgz`);

let site: Running;
beforeAll(async () => {
  const packed = run(["npm", "pack", "./packages/cli/package", "--pack-destination", folder], repository);
  if (packed.status !== 0) throw new Error(packed.problems);
  run(["bun", "add", tarball]);
  writeFileSync(join(folder, "list.txt"), "Ada\nGrace\nRadia\nEmmy\n");
  site = await startFairhat();
}, 60_000);
afterAll(async () => {
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

function run(command: string[], cwd = folder) {
  const env = { ...process.env, FAIRHAT_SITE: site?.url };
  const { exitCode, stdout, stderr } = Bun.spawnSync(command, { cwd, env });
  return { status: exitCode, said: stdout.toString(), problems: stderr.toString() };
}

describe.each([
  ["npx", ["npm", "exec", "--offline", "--yes", `--package=${tarball}`, "--", "fairhat"]],
  ["bunx", ["bun", "x", "--bun", "--no-install", "fairhat"]],
])("by %s", (name, fairhat) => {
  test("draws, watches and verifies", () => {
    const key = join(folder, `key of ${name}`);
    const drawn = run([...fairhat, "draw", "list.txt", "--winners", "3", "--key-file", key]);
    expect([drawn.status, drawn.problems]).toEqual([0, ""]);
    expect(drawn.said).toMatch(/^(winner [123]: \w+\n){3}draw: http/);
    const held = readFileSync(key, "utf8").trim();
    expect([statSync(key).mode & 0o777, held.length > 20, drawn.said.includes(held)]).toEqual([0o600, true, false]);
    const [url = ""] = /http\S+/.exec(drawn.said) ?? [];
    expect(run([...fairhat, "watch", url])).toEqual({ status: 0, said: "drawn: Draw\n", problems: "" });
    const verified = run([...fairhat, "verify", url]);
    expect([verified.status, verified.problems]).toEqual([0, ""]);
    expect(verified.said).toContain("\nholds: ");
    // The file exists: nothing is drawn, and it stays unchanged.
    const again = run([...fairhat, "draw", "list.txt", "--key-file", key]);
    expect([again.status, again.said]).toEqual([2, ""]);
    expect(again.problems).toContain("nothing was drawn");
    expect(readFileSync(key, "utf8").trim()).toBe(held);
  });
});

test("an unclear list is refused with its lines, and accepted with --keep", () => {
  const fairhat = ["node", join(repository, "packages/cli/package/fairhat.mjs"), "draw"];
  writeFileSync(join(folder, "numbered.txt"), "1. Ada\n2. Grace\n3. Radia\n");
  const unclear = run([...fairhat, "numbered.txt"]);
  expect([unclear.status, unclear.said]).toEqual([3, ""]);
  expect(unclear.problems).toContain("line 1: 1. Ada\n  line 2: 2. Grace");
  const [code = ""] = /(?<=--keep )\w+/.exec(unclear.problems) ?? [];
  expect(run([...fairhat, "numbered.txt", "--keep", code]).status).toBe(0);
  expect(run([...fairhat, "list.txt", "--winners", "9", "--key-file", "none"]).status).toBe(1);
  expect(existsSync(join(folder, "none"))).toBe(false);
  expect(run([...fairhat, "list.txt", "--winers", "1"]).status).toBe(2);
});

test("on a site where only some may make draws, it sends an access code", async () => {
  const fairhat = ["node", join(repository, "packages/cli/package/fairhat.mjs"), "draw", "list.txt"];
  const [tokens, wrong] = [join(folder, "create-tokens"), join(folder, "wrong")];
  writeFileSync(tokens, `office.${"a".repeat(64)}\n`, { mode: 0o600 });
  writeFileSync(wrong, "office.wrong\n");
  const closed = await startFairhat({ CREATE: "token", CREATE_TOKENS_FILE: tokens });
  try {
    const drawn = (...code: string[]) => run([...fairhat, "--site", closed.url, ...code]);
    expect(drawn().problems).toContain("an access code from the operator");
    expect(drawn("--code-file", wrong)).toMatchObject({ status: 1, said: "" });
    expect(drawn("--code-file", tokens)).toMatchObject({ status: 0, problems: "" });
    expect(drawn("--code-file", join(folder, "missing")).problems).toContain("nothing was drawn");
  } finally {
    await closed.stop();
  }
});
