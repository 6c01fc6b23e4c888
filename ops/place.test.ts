// What ops/place.sh reads from .env, and its lock: one script per site at a time.
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

// biome-ignore lint/suspicious/noTemplateCurlyInString: it is of the shell
const PRINT = 'echo "$name ${FAIRHAT_SECRETS:-none}"';

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-place-"));
  mkdirSync(join(folder, "ops"));
  copyFileSync(join(import.meta.dir, "place.sh"), join(folder, "ops/place.sh"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(command: string, environment: Record<string, string> = {}) {
  const env = { PATH: process.env.PATH ?? "", FAIRHAT_NOTES: join(folder, "notes"), ...environment };
  const bash = ["bash", "--norc", "-euc", `. ops/place.sh; ${command}`, "ops/tried"];
  return Bun.spawn(bash, { cwd: folder, env, stdin: "pipe", stdout: "pipe", stderr: "pipe" });
}
async function ended(child: ReturnType<typeof start>) {
  const [out, said] = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
  return { status: await child.exited, out: out.trim(), said: said.trim() };
}

describe(".env", () => {
  const read = (line: string, environment?: Record<string, string>) => {
    writeFileSync(join(folder, ".env"), `# ours\n\nLOG_LEVEL=$unread\n${line}\n`);
    return ended(start(PRINT, environment));
  };

  // Compared with Compose 2.26's reading of the same lines.
  test.each([
    ["FAIRHAT_SECRETS=/some/where", "/some/where"],
    [" export FAIRHAT_SECRETS = /some where   # ours", "/some where"],
    ["FAIRHAT_SECRETS='/single # quoted' # ours", "/single # quoted"],
    ['FAIRHAT_SECRETS="/quoted"\r', "/quoted"],
    ["FAIRHAT_SECRETS=/a#b", "/a#b"],
    ["FAIRHAT_SECRETS=", "none"],
    ["# FAIRHAT_SECRETS=/commented", "none"],
  ])("%j", async (line, value) => {
    expect(await read(line)).toEqual({ status: 0, out: `fairhat ${value}`, said: "" });
  });

  test("the environment overrides it, and Compose's names count", async () => {
    expect((await read("COMPOSE_PROJECT_NAME=other")).out).toBe("other none");
    expect((await read("COMPOSE_PROJECT_NAME=other", { FAIRHAT_STACK: "stack" })).out).toBe("stack none");
    expect((await read("FAIRHAT_SECRETS=/file", { FAIRHAT_SECRETS: "/mine" })).out).toBe("fairhat /mine");
    expect((await read("FAIRHAT_SECRETS=/file", { FAIRHAT_SECRETS: "" })).out).toBe("fairhat none");
  });

  test("what Compose would expand is refused, not taken literally", async () => {
    const { status, said } = await read("FAIRHAT_SECRETS=$HOME/secrets");
    expect([status, said]).toEqual([1, expect.stringContaining("FAIRHAT_SECRETS in")]);
  });
});

test.if(Bun.which("flock") !== null)("the second of a site waits for the first, and shows who that is", async () => {
  const first = start('lock "by one"; echo held; read -r');
  await first.stdout.getReader().read();
  const second = start("lock 'by two'; echo mine");
  const told = new TextDecoder().decode((await second.stderr.getReader().read()).value);
  expect(told).toMatch(/^tried: waiting for tried by one, since \d{4}-/);
  const another = await ended(start("lock 'by three'; echo mine", { FAIRHAT_STACK: "another" }));
  expect(another).toMatchObject({ status: 0, out: "mine" });
  expect(second.exitCode).toBe(null);
  first.stdin.end();
  expect(await second.exited).toBe(0);
});
