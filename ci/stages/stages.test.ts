// Errors before any change: each stage as a person runs it, in a temporary checkout.
import { beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMIT, calls, fake, folder, noted, notes, plan, run, trial, write } from "./trial.ts";

trial();

const stages = readdirSync(import.meta.dir).filter((name) => !name.includes("."));
test.each(stages)("%s shows its usage, and does nothing", (stage) => {
  const { status, said } = run(`ci/stages/${stage} --help`);
  expect([status, said]).toEqual([0, expect.stringContaining(`ci/stages/${stage}`)]);
  expect(calls()).toBe("");
});

describe("images", () => {
  test("of the plan's builds, of named services, or none", () => {
    plan({ core: "keep", rules: "build", proxy: "define" });
    expect(run("ci/stages/images").said).toMatch(/^built [0-9a-f]{40} rules\n$/);
    expect(run("ci/stages/images core proxy").said).toMatch(/^built [0-9a-f]{40} core proxy\n$/);
    plan({ core: "keep" });
    expect(run("ci/stages/images")).toEqual({ status: 0, said: "images: no image changed\n" });
  });

  test("an unknown service is refused with the known ones", () => {
    const { status, said } = run("ci/stages/images fortune");
    expect([status, said]).toEqual([1, expect.stringContaining("fortune is no service of ours: core, random-a")]);
  });
});

test.each(["changed", "images core", "deploy"])("%s refuses a checkout with changes, and names them", (stage) => {
  plan({ core: "build" });
  write("stray.txt", "not committed");
  const { status, said } = run(`ci/stages/${stage}`);
  rmSync(join(folder, "stray.txt"));
  expect([status, said]).toEqual([1, expect.stringContaining("changes that are in no commit")]);
  expect(said).toContain("stray.txt");
});

test.each(["images", "acceptance", "push", "deploy"])("%s without a plan names the stage that makes it", (stage) => {
  const { status, said } = run(`ci/stages/${stage}`);
  expect([status, said]).toEqual([1, expect.stringContaining("run ci/stages/changed first")]);
});

test("an unnamed or unreachable registry stops before anything is deployed", () => {
  plan({ core: "build" });
  expect(run("ci/stages/push", { FAIRHAT_REGISTRY: "" }).said).toContain("FAIRHAT_REGISTRY must name the registry");
  fake("docker", "exit 1");
  const { status, said } = run("ci/stages/push");
  expect([status, said]).toEqual([1, expect.stringContaining("registry.example/ did not take")]);
  expect(said).toContain("what runs runs on");
});

test("failing tests end the stage with their status, and coverage is still reported", () => {
  write("reports/coverage.csv", "of an earlier run");
  fake(
    "node",
    'case $* in *" test"*) exit 7 ;; *coverage*) cat reports/coverage.csv || echo "covered now"; exit 1 ;; esac',
  );
  expect(run("ci/stages/tests")).toEqual({ status: 7, said: expect.stringContaining("covered now") });
  fake("node", "[[ $* != *coverage* ]]");
  expect(run("ci/stages/tests").status).toBe(1);
  expect(run("ci/stages/tests", { FAIRHAT_TESTS: "protocol" }).status).toBe(0);
  rmSync(join(folder, "fake/node"));
});

test("an audit without an answer is reported and stops nothing", () => {
  fake("timeout", "exit 124");
  const { status, said } = run("ci/stages/audit");
  rmSync(join(folder, "fake/timeout"));
  expect([status, said]).toEqual([0, expect.stringContaining("no answer within two minutes")]);
  expect(calls()).toContain("timeout 120 node start.mjs bun audit");
});

describe("deploy", () => {
  const head = () => run("git rev-parse HEAD").said.trim();
  const releases = () =>
    calls()
      .split("\n")
      .filter((line) => line.startsWith("release"));

  test("waits until no deployment runs, releases changed and unchanged services, and records what runs", () => {
    plan({ core: "build", rules: "keep", migrations: "build" });
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([0, expect.stringContaining("done: core migrations")]);
    const [, name = ""] = / (\S+-[0-9a-f]{12}) /.exec(calls()) ?? [];
    expect(releases()).toEqual(["release --hold true", `release ${name} --after ${COMMIT}-0`]);
    const released = (file: string) => run(`cat ${join(notes, "fairhat/revisions", name, file)}`).said;
    expect(released("compose.yml")).toBe(`CORE_REVISION=${head()}\nMIGRATIONS_REVISION=${head()}\nRULES_REVISION=\n`);
    expect(released("migrations")).toBe(`registry.example/fairhat/migrations:${head()}\n`);
    expect(released("ops/draw")).toContain("drawn");
    const note = `core ${head()}\nmigrations ${head()}\npostgres ${head()}\n`;
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(note);
  });

  test("runs no migrations if none changed, and does nothing if nothing did", () => {
    plan({ core: "build", migrations: "keep" });
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(run(`ls ${join(notes, "fairhat/current/")}`).said).not.toContain("migrations");
    plan({ core: "keep" });
    writeFileSync(join(notes, "calls"), "");
    expect(run("ci/stages/deploy")).toEqual({ status: 0, said: "deploy: nothing to deploy\n" });
    expect(calls()).toBe("");
  });

  test("plans again if the site runs something else, and tests what that needs", () => {
    plan({ rules: "build" });
    writeFileSync(join(notes, "runs"), `core ${COMMIT} 1\nrules ${COMMIT} 1\n`);
    fake("node", "case $* in *changed*) cat >&2; echo 'core build because' ;; *) echo 1 ;; esac");
    const { status, said } = run("ci/stages/deploy");
    rmSync(join(folder, "fake/node"));
    expect([status, said]).toEqual([0, expect.stringContaining("planning again from what it runs")]);
    expect(said).toContain(`rules ${COMMIT}\nmigrations ${COMMIT}`);
    expect(said).toContain(`built ${head()} core\n`);
    expect(said).toMatch(/drawn\n(.*\n)*deploy: done: core/);
    expect(calls()).toContain(`docker push --quiet registry.example/fairhat/core:${head()}`);
  });

  test("with the connection to the site lost changes nothing, and rollback knows that", () => {
    plan({ core: "build" });
    fake("docker", "exit 1");
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("does not answer\ndeploy: nothing was changed")]);
    expect(releases()).toEqual(["release --hold true"]);
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("runs what it ran before") });
  });

  test("starts over if nothing runs, but only if ops/running says so", () => {
    plan({ core: "build" });
    rmSync(join(notes, "runs"));
    const unclear = run("ci/stages/deploy", { RUNS: "no idea" });
    expect([unclear.status, unclear.said]).toEqual([1, expect.stringContaining("nothing was changed")]);
    write("reports/pipeline/running", "");
    run("ci/stages/deploy", { RUNS: "nothing runs", STATUS: "3" });
    expect(calls()).toContain("--after");
  });

  test("if something else than this pipeline's deployment runs, makes that the rollback target", () => {
    plan({ core: "build" });
    write("reports/pipeline/running", `core ${COMMIT}\n`);
    for (const name of ["current", "migrated"]) rmSync(join(notes, "fairhat", name));
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(calls()).toMatch(new RegExp(`release \\S+ --after ${COMMIT}-`));
    const adopted = run(`cat ${join(run(`cat ${join(notes, "before")}`).said.trim(), "compose.yml")}`).said;
    expect(adopted).toContain(`CORE_REVISION=${COMMIT}\n`);
    expect(run("ci/stages/rollback").said).toContain("rolled back; the site runs");
  });

  test("keeps the newest deployments, the current and the previous one", () => {
    for (let at = 0; at < 7; at++) mkdirSync(join(notes, "fairhat/revisions", `${at}-old`));
    plan({ core: "build" });
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(readdirSync(join(notes, "fairhat/revisions"))).toHaveLength(5);
  });

  test("an unknown method is refused", () => {
    plan({ core: "build" });
    const { status, said } = run("ci/stages/deploy", { FAIRHAT_DEPLOY: "magic" });
    expect([status, said]).toEqual([1, expect.stringContaining("set it to playbook or compose")]);
  });
});

describe("rollback", () => {
  beforeEach(() => plan({ core: "build" }));
  const deployed = (status: number) => expect(run("ci/stages/deploy").status).toBe(status);

  test("after a failed smoke test undoes the deployment, checks the site, and reports and records what runs", () => {
    const before = run("ops/running").said;
    deployed(0);
    expect(run("ops/running").said).not.toBe(before);
    const { status, said } = run("ci/stages/rollback");
    expect([status, said]).toEqual([0, expect.stringContaining(`rolled back; the site runs:\ncore ${COMMIT}`)]);
    expect(run("ops/running").said).toBe(before);
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(`core ${COMMIT}\n${noted()}`);
  });

  test("does nothing if the site has already rolled back", () => {
    writeFileSync(join(notes, "broken"), "");
    deployed(1);
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("runs what it ran before") });
  });

  test("that ends elsewhere is reported loudly, and so is one that cannot check", () => {
    deployed(0);
    writeFileSync(join(notes, "runs.before"), "core another 1\n");
    const elsewhere = run("ci/stages/rollback");
    expect([elsewhere.status, elsewhere.said]).toEqual([1, expect.stringContaining("GOING BACK FAILED TOO: it runs")]);
    fake("docker", "exit 1");
    expect(run("ci/stages/rollback").said).toContain("the site does not say what it runs");
  });
});
