// On real commits, in a clone that the test makes and throws away.
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { historyOf } from "./history.ts";
import { IMAGES, type ImageName } from "./images.ts";
import { planOf, readRunning, type Step } from "./plan.ts";

const root = join(import.meta.dir, "..", "..");
const folder = mkdtempSync(join(tmpdir(), "fairhat-changed-"));
const ALL = Object.keys(IMAGES) as ImageName[];
let start = "";

function git(...args: string[]): string {
  const identity = ["-c", "user.name=test", "-c", "user.email=test@fairhat.invalid", "-c", "commit.gpgsign=false"];
  const { exitCode, stdout, stderr } = Bun.spawnSync(["git", ...identity, ...args], { cwd: folder });
  if (exitCode !== 0) throw new Error(stderr.toString());
  return stdout.toString().trim();
}

/** Commits what `change` did to the files, from the start, and answers the commit. */
function committed(change: () => void): string {
  git("checkout", "--quiet", "--detach", start);
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
const append = (path: string, text = "\n// changed\n") => write(path, read(path) + text);
const replace = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from);
  write(path, read(path).replace(from, to));
};

/** All at one revision. */
const runningAt = (revision: string) =>
  readRunning([...ALL, "postgres"].map((service) => `${service} ${revision}\n`).join(""));

function actions(steps: Step[], action: Step["action"]): string[] {
  return steps.filter((step) => step.action === action).map(({ service }) => service);
}

beforeAll(() => {
  git("init", "--quiet");
  // The shape of the real workspace; of each package as much as decides.
  const files = Bun.spawnSync(["git", "ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
  const wanted = /^([^/]+\/package\.json|package\.json|bun\.lock|bunfig\.toml|compose\.yml|Dockerfile)$/;
  for (const path of files.stdout
    .toString()
    .split("\n")
    .filter((path) => wanted.test(path))) {
    write(path, readFileSync(join(root, path), "utf8"));
  }
  for (const path of FILES) write(path, "start\n");
  git("add", "--all");
  git("commit", "--quiet", "--message", "test: start");
  start = git("rev-parse", "HEAD");
});
afterAll(() => rmSync(folder, { recursive: true }));

const FILES = [
  ...["core/app.ts", "core/app.test.ts", "core/views/draw.eta", "core/db/migrations.ts", "core/testing/html.ts"],
  ...["random-a/index.ts", "random-b/index.ts", "random-b/generators.test.ts"],
  ...["sealing/steps.ts", "sealing/testing.ts"],
  ...[
    "rules/app.ts",
    "rules/catalogue/order.ts",
    "rules/vectors/order.json",
    "verify/checks.ts",
    "verify/fairhat_verify.py",
  ],
  ...[
    "protocol/tree.ts",
    "service/log.ts",
    "browser/scripts/draw.ts",
    "browser/styles/base.css",
    "browser/list/paste.ts",
  ],
  ...["embedded/start.ts", "e2e/system.ts", "bench/draws.ts", "docs/protocol.md", "README.md", "service/README.md"],
  ...["proxy/nginx.conf", "proxy/snippets/log.conf", "proxy/README.md", "ci/secrets", "ci/alive", "ci/deploy"],
  ...[
    "infra/ansible/site.yml",
    "Jenkinsfile",
    "database/main.ts",
    "backlog/tasks/task-1.md",
    ".dockerignore",
    "tsconfig.json",
  ],
];

const BUNDLES = ["core", "random-a", "random-b", "rules", "migrations"];

describe("a change of", () => {
  test.each([
    ["random-b/index.ts", ["random-b"]],
    ["random-a/index.ts", ["random-a"]],
    ["sealing/steps.ts", ["random-a", "random-b", "migrations"]],
    ["protocol/tree.ts", [...BUNDLES, "proxy"]],
    ["service/log.ts", ALL],
    ["rules/app.ts", ["core", "rules", "migrations", "proxy"]],
    ["rules/catalogue/order.ts", ["core", "rules", "migrations", "proxy"]],
    ["verify/checks.ts", ["core", "migrations", "proxy"]],
    ["core/app.ts", ["core", "migrations"]],
    ["core/views/draw.eta", ["core", "migrations"]],
    ["core/db/migrations.ts", ["core", "migrations"]],
    ["browser/scripts/draw.ts", ["core", "migrations", "proxy"]],
    ["browser/styles/base.css", ["core", "migrations", "proxy"]],
    ["database/main.ts", ["migrations"]],
    ["proxy/nginx.conf", ["proxy"]],
    ["proxy/snippets/log.conf", ["proxy"]],
    ["ci/secrets", ["proxy"]],
    ["ci/alive", BUNDLES],
    ["tsconfig.json", BUNDLES],
    ["bunfig.toml", BUNDLES],
    ["bun.lock", ALL],
    ["package.json", ALL],
    ["Dockerfile", ALL],
    [".dockerignore", ALL],
    ["docs/protocol.md", []],
    ["README.md", []],
    ["service/README.md", []],
    ["proxy/README.md", []],
    ["backlog/tasks/task-1.md", []],
    ["core/app.test.ts", []],
    ["core/testing/html.ts", []],
    ["sealing/testing.ts", []],
    ["random-b/generators.test.ts", []],
    ["rules/vectors/order.json", []],
    ["verify/fairhat_verify.py", []],
    ["embedded/start.ts", []],
    ["e2e/system.ts", []],
    ["bench/draws.ts", []],
    ["infra/ansible/site.yml", []],
    ["Jenkinsfile", []],
    ["ci/deploy", []],
  ])("%s builds %j", (path, built) => {
    const to = committed(() => append(path, path.endsWith("package.json") ? " " : "\nchanged\n"));
    const steps = planOf(historyOf(folder), runningAt(start), to);
    expect(actions(steps, "build").sort()).toEqual([...built].sort());
    expect(actions(steps, "define")).toEqual([]);
    for (const { action, reason } of steps) if (action === "build") expect(reason).toContain(path);
  });

  // biome-ignore lint/suspicious/noTemplateCurlyInString: so it stands in compose.yml
  const OPERATOR = "OPERATOR: ${RANDOM_B_OPERATOR:-}";

  test("what compose.yml says of one service concerns that one", () => {
    const to = committed(() => replace("compose.yml", OPERATOR, "OPERATOR: Somebody"));
    const steps = planOf(historyOf(folder), runningAt(start), to);
    expect(actions(steps, "build")).toEqual(["random-b"]);
    expect(steps.find(({ service }) => service === "random-b")?.reason).toBe("compose.yml, what it says of random-b");
    expect(actions(steps, "define")).toEqual([]);
  });

  test("and once that is deployed, words in docs/ after it concern nobody", () => {
    const defined = committed(() => replace("compose.yml", OPERATOR, "OPERATOR: Somebody"));
    const running = runningAt(start).set("random-b", defined);
    append("docs/protocol.md", "more\n");
    git("commit", "--quiet", "--all", "--message", "test: docs");
    expect(actions(planOf(historyOf(folder), running, "HEAD"), "keep")).toEqual([...ALL, "postgres"]);
  });

  test("migrations and database have a revision of their own, which is not core's", () => {
    const sealing = committed(() => {
      append("sealing/steps.ts");
      replace("compose.yml", "max_connections=200", "max_connections=300");
    });
    const running = runningAt(sealing).set("core", start);
    expect(actions(planOf(historyOf(folder), running, sealing), "keep")).toEqual([...ALL, "postgres"]);
    running.delete("migrations");
    running.delete("postgres");
    const unknown = planOf(historyOf(folder), running, sealing).filter(({ reason }) =>
      reason.startsWith("nothing says"),
    );
    expect(unknown.map(({ service, action }) => `${service} ${action}`)).toEqual([
      "migrations build",
      "postgres define",
    ]);
  });

  test("what it says of the database concerns the database, and a network those that are in it", () => {
    const database = committed(() => replace("compose.yml", "max_connections=200", "max_connections=300"));
    expect(actions(planOf(historyOf(folder), runningAt(start), database), "define")).toEqual(["postgres"]);
    const network = committed(() => replace("compose.yml", "rules: {internal: true}", "rules: {internal: false}"));
    expect(actions(planOf(historyOf(folder), runningAt(start), network), "build")).toEqual(["core", "rules"]);
  });

  test("a comment of compose.yml concerns nobody", () => {
    const to = committed(() => append("compose.yml", "\n# a comment\n"));
    expect(actions(planOf(historyOf(folder), runningAt(start), to), "keep")).toEqual([...ALL, "postgres"]);
  });

  test("where a package lies: a dependency that is new counts at once", () => {
    const to = committed(() => {
      const manifest = JSON.parse(read("rules/package.json"));
      write(
        "rules/package.json",
        JSON.stringify({ ...manifest, dependencies: { ...manifest.dependencies, "@fairhat/sealing": "*" } }),
      );
    });
    const after = (() => {
      git("checkout", "--quiet", "--detach", to);
      append("sealing/steps.ts");
      git("commit", "--quiet", "--all", "--message", "test: more");
      return git("rev-parse", "HEAD");
    })();
    const reason = planOf(historyOf(folder), runningAt(to), after).find(({ service }) => service === "rules")?.reason;
    expect(reason).toBe("sealing/steps.ts (rules > sealing)");
  });

  test("a file that moves away from a package counts, and so does one that is deleted", () => {
    const moved = committed(() => git("mv", "random-b/index.ts", "docs/index.ts"));
    expect(actions(planOf(historyOf(folder), runningAt(start), moved), "build")).toEqual(["random-b"]);
    const gone = committed(() => git("rm", "--quiet", "random-a/index.ts"));
    expect(actions(planOf(historyOf(folder), runningAt(start), gone), "build")).toEqual(["random-a"]);
  });
});

describe("what runs decides, not what was pushed last", () => {
  test("a change whose build failed is not forgotten by the next push", () => {
    const failed = committed(() => append("random-b/index.ts"));
    git("checkout", "--quiet", "--detach", failed);
    append("docs/protocol.md", "more\n");
    git("commit", "--quiet", "--all", "--message", "test: docs");
    const steps = planOf(historyOf(folder), runningAt(start), "HEAD");
    expect(actions(steps, "build")).toEqual(["random-b"]);
  });

  test("each service from the revision that it runs", () => {
    const second = committed(() => append("random-b/index.ts"));
    const running = runningAt(start).set("random-b", second);
    expect(actions(planOf(historyOf(folder), running, second), "keep")).toEqual([...ALL, "postgres"]);
  });

  test("what is no step before the commit, as another branch or a later commit, is built with that as the reason", () => {
    const branch = committed(() => append("rules/app.ts"));
    const target = committed(() => append("docs/protocol.md", "more\n"));
    for (const to of [target, start]) {
      const steps = planOf(historyOf(folder), runningAt(start).set("rules", branch), to);
      expect(actions(steps, "build")).toEqual(["rules"]);
      const reason = `it runs ${branch.slice(0, 12)}, which does not come before ${to.slice(0, 12)}`;
      expect(steps.find(({ service }) => service === "rules")?.reason).toBe(reason);
    }
  });

  test("what does not run, or runs what this clone does not have, is built", () => {
    const running = runningAt(start).set("rules", "-").set("core", "f".repeat(40)).set("postgres", "-");
    running.delete("proxy");
    const steps = planOf(historyOf(folder), running, start);
    expect(actions(steps, "build")).toEqual(["core", "rules", "proxy"]);
    expect(actions(steps, "define")).toEqual(["postgres"]);
    expect(steps.find(({ service }) => service === "core")?.reason).toContain("does not have");
  });
});

describe("refused is", () => {
  test("a commit that is not there", () => {
    expect(() => planOf(historyOf(folder), runningAt(start), "nowhere")).toThrow("nowhere is no commit of this clone");
  });

  test("a service that is none of ours", () => {
    expect(() => readRunning("core abc\nrandom-c abc\n")).toThrow("random-c is no service of ours");
  });

  test("a checkout with changes, in one sentence; with the commit named it is not asked", () => {
    const answer = (...words: string[]) => {
      const command = ["bun", join(import.meta.dir, "main.ts"), ...words];
      const { exitCode, stdout, stderr } = Bun.spawnSync(command, {
        cwd: folder,
        stdin: new Blob([`core ${start}\n`]),
      });
      return { status: exitCode, out: stdout.toString(), said: stderr.toString() };
    };
    committed(() => append("random-b/index.ts"));
    expect(answer()).toMatchObject({ status: 0, out: expect.stringContaining("random-b   build") });
    write("docs/stray note.md", "not committed");
    append("core/app.ts");
    const said = "the checkout has changes that are in no commit; commit or remove them:";
    expect(answer()).toEqual({ status: 2, out: "", said: expect.stringContaining(`${said} core/app.ts and 1 more\n`) });
    expect(answer("HEAD").status).toBe(0);
    git("checkout", "--quiet", "core/app.ts");
    expect(answer().said).toContain(`${said} docs/stray note.md\n`);
    rmSync(join(folder, "docs/stray note.md"));
  });

  test("and what is read is what ci/running prints, with what a deployment noted beside it", () => {
    expect([...readRunning("core 1ce76e0 2\n\nrules - 1\nmigrations 5811e5f\npostgres 5811e5f\n")]).toEqual([
      ["core", "1ce76e0"],
      ["rules", "-"],
      ["migrations", "5811e5f"],
      ["postgres", "5811e5f"],
    ]);
  });
});
