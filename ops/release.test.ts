// The life of `current`, `previous` and `attempt`, and deployments that survive their caller. Deploying and drawing are
// replaced by scripts that log their calls.
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

let folder = "";
const at = (...names: string[]) => join(folder, ...names);
const link = (name: string) => at("state", name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-release-"));
  mkdirSync(at("ops"));
  for (const script of ["release", "place.sh"]) copyFileSync(join(import.meta.dir, script), at("ops", script));
  executable(
    "ops/draw",
    `echo "draws \${FAIRHAT_CURL:-}" >>${at("calls")}; [ ! -e ${at("undrawn")} ] || { rm ${at("undrawn")}; exit 1; }`,
  );
});
afterEach(() => rmSync(folder, { recursive: true }));

function executable(path: string, text: string): void {
  mkdirSync(dirname(at(path)), { recursive: true });
  writeFileSync(at(path), `#!/bin/bash\n${text}\n`);
  chmodSync(at(path), 0o755);
}

/** A deployment on the machine; `does` is what else its script does. */
function brought(name: string, does = ""): void {
  const deploys = `
echo "${name} $(sed 's/.* --migrations/with/' <<<"$2 $*" | grep -o 'with.*')" >>${at("calls")}
while [ $# -gt 0 ]; do [ "$1" != --migrations ] || echo "$2" >"$FAIRHAT_MIGRATED"; shift; done
${does}`;
  executable(`state/revisions/${name}/ops/deploy`, deploys);
  for (const file of ["stack.json", "migrations"]) writeFileSync(at("state/revisions", name, file), `${name}\n`);
}
const fails = (why: string) => `echo "deploy: ${why}" >&2; exit 1`;

function start(words: string[], by = "the test") {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    FAIRHAT_STATE: at("state"),
    FAIRHAT_URL: "http://site",
    FAIRHAT_BY: by,
  };
  // In a separate process group, like a build.
  return Bun.spawn(["setsid", at("ops/release"), ...words], { env, stdin: "pipe", stdout: "pipe", stderr: "pipe" });
}
async function ended(running: ReturnType<typeof start>) {
  const [out, errors] = await Promise.all([new Response(running.stdout).text(), new Response(running.stderr).text()]);
  return { status: await running.exited, said: out + errors };
}
const release = (...words: string[]) => ended(start(words));

/** The calls since the last time. */
function called(): string[] {
  const lines = existsSync(at("calls")) ? readFileSync(at("calls"), "utf8").trim().split("\n") : [];
  rmSync(at("calls"), { force: true });
  return lines.map((line) => line.trim());
}
function links(): Record<string, string> {
  const there = ["current", "previous", "attempt"].filter((name) => Bun.spawnSync(["test", "-L", link(name)]).success);
  return Object.fromEntries(there.map((name) => [name, basename(readlinkSync(link(name)))]));
}
async function until(good: () => boolean): Promise<void> {
  while (!good()) await Bun.sleep(20);
}
const isFree = () => Bun.spawnSync(["flock", "--nonblock", link("lock"), "true"]).success;

describe.if(Bun.which("flock") !== null)("ops/release", () => {
  beforeEach(() => {
    for (const name of ["one", "two"]) brought(name);
    symlinkSync(at("state/revisions/two"), link("current"));
    symlinkSync(at("state/revisions/one"), link("previous"));
  });

  test("a healthy deployment that draws becomes current, and the current one becomes previous", async () => {
    for (const name of ["current", "previous"]) rmSync(link(name));
    expect(await release("one", "--after", "")).toMatchObject({ status: 0 });
    expect(await release("two", "--after", "one")).toMatchObject({ status: 0 });
    expect(called()).toEqual(["one with one", "draws", "two with two", "draws"]);
    expect(links()).toEqual({ current: "two", previous: "one" });
  });

  test("a failed one never becomes current: it is rolled back, without migrations, and the reason is shown", async () => {
    brought("three", fails("rules did not get healthy"));
    const { status, said } = await release("three");
    expect([status, said]).toEqual([1, expect.stringContaining("deploy: rules did not get healthy")]);
    expect(said).toContain("three is taken back; two serves");
    expect(called()).toEqual(["three with three", "two", "draws"]);
    expect(links()).toEqual({ current: "two", previous: "one", attempt: "three" });
  });

  test("a healthy one that does not draw is rolled back", async () => {
    brought("three");
    writeFileSync(at("undrawn"), "");
    expect(await release("three")).toMatchObject({
      status: 1,
      said: expect.stringContaining("taken back; two serves"),
    });
    expect(called()).toEqual(["three with three", "draws", "two", "draws"]);
    expect(links()).toEqual({ current: "two", previous: "one", attempt: "three" });
  });

  test("if the rollback fails as well, that is reported loudly", async () => {
    brought("two", fails("no engine"));
    brought("three", fails("no engine"));
    expect(await release("three")).toMatchObject({
      status: 1,
      said: expect.stringContaining("TAKING BACK three FAILED"),
    });
  });

  test("rollback undoes the last deployment: a failed one returns to current, otherwise to previous and forth again", async () => {
    brought("three", fails("broken"));
    await release("three");
    called();
    for (const [to, from] of [
      ["two", "one"],
      ["one", "two"],
      ["two", "one"],
    ] as const) {
      expect(await release("--back")).toMatchObject({ status: 0 });
      expect(called()).toEqual([to, "draws"]);
      expect(links()).toEqual({ current: to, previous: from });
    }
  });

  test("a deployment with its scripts in ci is deployed by them", async () => {
    renameSync(at("state/revisions/one/ops"), at("state/revisions/one/ci"));
    expect(await release("--back")).toMatchObject({ status: 0 });
    expect(called()).toEqual(["one", "draws"]);
  });

  test("current again gets the migrations that the database last had, even a later attempt's", async () => {
    brought("three", fails("broken"));
    await release("three");
    called();
    expect(await release()).toMatchObject({ status: 0 });
    expect(called()).toEqual(["two with three", "draws"]);
    expect(links()).toEqual({ current: "two", previous: "one" });
  });

  test("the secrets in use are known by the time of the last completed deployment", async () => {
    const took = async () => {
      writeFileSync(link("deployed"), "");
      utimesSync(link("deployed"), 1, 1);
      await release();
      return statSync(link("deployed")).mtimeMs > 1000;
    };
    expect(await took()).toBeTrue();
    brought("two", fails("core did not get healthy"));
    expect(await took()).toBeFalse();
  });

  test("a missing deployment, or one planned from another, is refused, and nothing is called", async () => {
    expect(await release("four")).toMatchObject({ status: 1, said: expect.stringContaining("there is no four") });
    const late = "two is current by now, and not one; nothing was changed";
    expect(await release("one", "--after", "one")).toMatchObject({ status: 1, said: expect.stringContaining(late) });
    rmSync(link("previous"));
    expect(await release("--back")).toMatchObject({ status: 1 });
    expect(called()).toEqual([]);
    expect(links()).toEqual({ current: "two" });
  });

  describe("with a killed caller", () => {
    /** Kills the caller of a deployment and its process group once the deployment has begun; then lets it continue. */
    const killed = async (name: string) => {
      const caller = start([name], "a build");
      await until(() => existsSync(at("begun")));
      process.kill(-caller.pid, "SIGKILL");
      await caller.exited;
      expect(isFree()).toBeFalse();
      const status = await release("--status");
      writeFileSync(at("go-on"), "");
      await until(isFree);
      return status.said;
    };
    const waits = `touch ${"$"}HOME/begun; until [ -e ${"$"}HOME/go-on ]; do sleep 0.05; done`;

    test("completes: it is live and has drawn; meanwhile the lock names its owner", async () => {
      brought("three", waits);
      expect(await killed("three")).toMatch(
        /^current two\nrelease of three by a build, since \d{4}-\S+Z, process \d+\n$/,
      );
      expect(called()).toEqual(["three with three", "draws"]);
      expect(links()).toEqual({ current: "three", previous: "two" });
    });

    test("is still rolled back if it fails", async () => {
      brought("three", `${waits}; ${fails("broken")}`);
      await killed("three");
      expect(called()).toEqual(["three with three", "two", "draws"]);
      expect(links()).toEqual({ current: "two", previous: "one", attempt: "three" });
      expect(readFileSync(link("log"), "utf8")).toContain("three is taken back; two serves");
    });
  });

  test("a second one waits for the first, and shows who that is", async () => {
    const first = start(["--hold", "bash", "-c", "echo held; read"], "Grace");
    await first.stdout.getReader().read();
    const second = start(["one"], "Ada");
    const told = new TextDecoder().decode((await second.stderr.getReader().read()).value);
    expect(told).toMatch(/^release: waiting for release held by Grace: bash -c echo held; read, since /);
    expect(called()).toEqual([]);
    process.kill(-first.pid, "SIGKILL");
    expect(await second.exited).toBe(0);
    expect(links()).toEqual({ current: "one", previous: "two" });
    expect((await release("--status")).said).toBe("current one\nfree\n");
  });

  test("a killed waiting caller deploys nothing later", async () => {
    const first = start(["--hold", "bash", "-c", "echo held; read"]);
    await first.stdout.getReader().read();
    const second = start(["one"]);
    await second.stderr.getReader().read();
    process.kill(-second.pid, "SIGKILL");
    process.kill(-first.pid, "SIGKILL");
    expect(await release("two")).toMatchObject({ status: 0 });
    expect(called()).toEqual(["two", "draws"]);
    expect(links()).toEqual({ current: "two", previous: "one" });
  });
});
