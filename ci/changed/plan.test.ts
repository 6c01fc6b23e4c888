// On real commits, in a temporary repository.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { historyOf } from "./history.ts";
import { IMAGES, type ImageName, type Inputs } from "./inputs.ts";
import { planOf, readRunning, type Step } from "./plan.ts";

const root = join(import.meta.dir, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "fairhat-changed-"));
/** Each image is made of a folder with its name, shared files, and a package. */
const INPUTS = Object.fromEntries(
  IMAGES.map((name): [string, Inputs] => [name, [name, "packages/protocol/tree.ts", "npm:pg@8.23.1"]]),
) as Record<ImageName, Inputs>;
let start = "";

function git(...args: string[]): string {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@fairhat.invalid", "-c", "commit.gpgsign=false"];
  const { exitCode, stdout, stderr } = Bun.spawnSync(["git", ...identity, ...args], { cwd: folder });
  if (exitCode !== 0) throw new Error(stderr.toString());
  return stdout.toString().trim();
}

/** Commits the changes of `change` on top of `parent`, checks the commit out and returns it. */
function committed(change: () => void, parent = start): string {
  git("checkout", "--quiet", "--detach", parent);
  change();
  git("add", "--all");
  git("commit", "--quiet", "--allow-empty", "--message", "test: change");
  return git("rev-parse", "HEAD");
}

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
const read = (path: string) => readFileSync(join(folder, path), "utf8");
const append = (path: string) => write(path, `${read(path)}\nchanged\n`);
const replace = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from);
  write(path, read(path).replace(from, to));
};

/** All services at one revision. */
const runningAt = (revision: string) =>
  readRunning([...IMAGES, "postgres"].map((service) => `${service} ${revision}\n`).join(""));
/** The plan for the checkout. */
const plan = (running = runningAt(start)) => planOf(historyOf(folder), running, INPUTS);

/** Steps other than keep: `rules build`. */
const due = (steps: Step[]) =>
  steps.filter(({ action }) => action !== "keep").map(({ service, action }) => `${service} ${action}`);
const reasonFor = (service: string, steps: Step[]) => steps.find((step) => step.service === service)?.reason;

beforeAll(() => {
  git("init", "--quiet");
  for (const path of ["bun.lock", "compose.yml"]) copyFileSync(join(root, path), join(folder, path));
  for (const name of IMAGES) write(`${name}/main.ts`, "start\n");
  for (const path of ["packages/protocol/tree.ts", "packages/protocol/tree.test.ts", "docs/protocol.md"])
    write(path, "start\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "test: start");
  start = git("rev-parse", "HEAD");
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("a change of", () => {
  test.each([...IMAGES])("a file of %s builds that image, with the file as the reason", (name) => {
    committed(() => append(`${name}/main.ts`));
    expect(due(plan())).toEqual([`${name} build`]);
    expect(reasonFor(name, plan())).toBe(`${name}/main.ts`);
  });

  test("an input of all builds all, an input of none builds none", () => {
    committed(() => append("packages/protocol/tree.ts"));
    expect(due(plan())).toEqual(IMAGES.map((name) => `${name} build`));
    committed(() => ["packages/protocol/tree.test.ts", "docs/protocol.md"].forEach(append));
    expect(due(plan())).toEqual([]);
  });

  test("a package's version builds the images that bundle it, and no other", () => {
    const older = committed(() => replace("bun.lock", '["pg@8.23.1"', '["pg@8.22.0"'));
    committed(() => replace("bun.lock", '["pg@8.22.0"', '["pg@8.23.1"'), older);
    expect(reasonFor("core", plan(runningAt(older)))).toBe("npm:pg@8.23.1");
    committed(() => replace("bun.lock", '["typescript@', '["typescript@1'));
    expect(due(plan())).toEqual([]);
  });

  test("a moved file counts, and so does a deleted one", () => {
    committed(() => git("mv", "random-b/main.ts", "docs/main.ts"));
    expect(due(plan())).toEqual(["random-b build"]);
    committed(() => git("rm", "--quiet", "random-a/main.ts"));
    expect(due(plan())).toEqual(["random-a build"]);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in compose.yml
  const OPERATOR = "OPERATOR: ${RANDOM_B_OPERATOR:-}";
  const CONNECTIONS = ["compose.yml", "max_connections=200", "max_connections=300"] as const;

  test("a service's part of compose.yml affects that service, and the database's the database", () => {
    const to = committed(() => replace("compose.yml", OPERATOR, "OPERATOR: Somebody"));
    expect(due(plan())).toEqual(["random-b build"]);
    expect(reasonFor("random-b", plan())).toBe("compose.yml, what it says of random-b");
    committed(() => append("docs/protocol.md"), to);
    expect(due(plan(runningAt(start).set("random-b", to)))).toEqual([]);
    committed(() => replace(...CONNECTIONS));
    expect(due(plan())).toEqual(["postgres define"]);
  });

  test("a network affects its services, and a comment affects none", () => {
    committed(() => replace("compose.yml", "rules: {internal: true}", "rules: {internal: false}"));
    expect(due(plan())).toEqual(["core build", "rules build"]);
    committed(() => write("compose.yml", `${read("compose.yml")}\n# a comment\n`));
    expect(due(plan())).toEqual([]);
  });
});

describe("the running revision decides, not the last push", () => {
  test("a change whose build failed is not forgotten by the next push", () => {
    const failed = committed(() => append("random-b/main.ts"));
    committed(() => append("docs/protocol.md"), failed);
    expect(due(plan())).toEqual(["random-b build"]);
  });

  test("each service is compared with its running revision; migrations and database with the last deployment", () => {
    const second = committed(() => {
      append("random-b/main.ts");
      append("migrations/main.ts");
    });
    expect(due(plan(runningAt(start).set("random-b", second).set("migrations", second)))).toEqual([]);
    const running = runningAt(second);
    for (const service of ["migrations", "postgres"] as const) running.delete(service);
    expect(due(plan(running))).toEqual(["migrations build", "postgres define"]);
    expect(reasonFor("migrations", plan(running))).toBe("nothing says what it was last");
  });

  test("a revision that is not an ancestor of the commit is rebuilt, with that as the reason", () => {
    const branch = committed(() => append("rules/main.ts"));
    const target = committed(() => append("docs/protocol.md"));
    for (const commit of [target, start]) {
      git("checkout", "--quiet", "--detach", commit);
      const steps = plan(runningAt(start).set("rules", branch));
      expect(due(steps)).toEqual(["rules build"]);
      const reason = `it runs ${branch.slice(0, 12)}, which does not come before ${commit.slice(0, 12)}`;
      expect(reasonFor("rules", steps)).toBe(reason);
    }
  });

  test("a service that is not running, runs two revisions, or runs one missing from this clone, is built", () => {
    git("checkout", "--quiet", "--detach", start);
    const running = readRunning(`core ${"f".repeat(40)}\nrules -\nrandom-a ${start}\nrandom-a another\n`);
    for (const service of ["random-b", "migrations"] as const) running.set(service, start);
    const steps = plan(running);
    expect(due(steps)).toEqual(["core build", "random-a build", "rules build", "proxy build", "postgres define"]);
    expect(reasonFor("core", steps)).toContain("does not have");
    expect(reasonFor("random-a", steps)).toBe(`it runs ${start} and another, which this clone does not have`);
  });
});

test("an unknown service is refused", () => {
  expect(() => readRunning("core abc\nrandom-c abc\n")).toThrow("random-c is no service of ours");
});
