// What goes wrong before anything is changed, each stage as a person runs it, in a checkout that the test makes and throws away.
import { beforeEach, describe, expect, test } from "bun:test";
import { readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMIT, calls, fake, folder, noted, notes, plan, ROLL, run, trial, write } from "./trial.ts";

trial();

const stages = readdirSync(import.meta.dir).filter((name) => !name.includes("."));
test.each(stages)("%s says what it is for, and does nothing", (stage) => {
  const { status, said } = run(`ci/stages/${stage} --help`);
  expect([status, said]).toEqual([0, expect.stringContaining(`ci/stages/${stage}`)]);
  expect(calls()).toBe("");
});

describe("images", () => {
  test("of what the plan builds, of those named, or none", () => {
    plan({ core: "keep", rules: "build", proxy: "define" });
    expect(run("ci/stages/images").said).toMatch(/^built [0-9a-f]{40} rules\n$/);
    expect(run("ci/stages/images core proxy").said).toMatch(/^built [0-9a-f]{40} core proxy\n$/);
    plan({ core: "keep" });
    expect(run("ci/stages/images")).toEqual({ status: 0, said: "images: no image changed\n" });
  });

  test("an unknown service is refused with those that there are", () => {
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

test.each(["images", "acceptance", "push", "deploy"])("%s without a plan says which stage makes it", (stage) => {
  const { status, said } = run(`ci/stages/${stage}`);
  expect([status, said]).toEqual([1, expect.stringContaining("run ci/stages/changed first")]);
});

test("a registry that is not named, or does not answer, stops before anything is deployed", () => {
  plan({ core: "build" });
  expect(run("ci/stages/push", { FAIRHAT_REGISTRY: "" }).said).toContain("FAIRHAT_REGISTRY must name the registry");
  fake("docker", "exit 1");
  const { status, said } = run("ci/stages/push");
  expect([status, said]).toEqual([1, expect.stringContaining("registry.example/ did not take")]);
  expect(said).toContain("what runs runs on");
});

test("tests that fail end the stage with their status, and what they covered is reported all the same", () => {
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

test("an audit that nobody answers is reported and stops nothing", () => {
  fake("timeout", "exit 124");
  const { status, said } = run("ci/stages/audit");
  rmSync(join(folder, "fake/timeout"));
  expect([status, said]).toEqual([0, expect.stringContaining("no answer within two minutes")]);
  expect(calls()).toContain("timeout 120 node start.mjs bun audit");
});

describe("deploy", () => {
  test("rolls what changed and nothing else, and notes what runs", () => {
    plan({ core: "build", rules: "keep", migrations: "build" });
    const { status, said } = run("ci/stages/deploy");
    const head = run("git rev-parse HEAD").said.trim();
    expect([status, said]).toEqual([0, expect.stringContaining("rolled core\n")]);
    expect(said).not.toContain("rolled rules");
    expect(calls()).toContain("docker compose run --rm --no-deps migrations");
    // What the site cannot be asked: migrations moved on, the database stayed.
    const note = `core ${head}\nmigrations ${head}\npostgres ${COMMIT}\n`;
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(note);
  });

  test("compares what the site can be asked, and keeps what is noted of the rest", () => {
    plan({ core: "build", migrations: "keep" });
    writeFileSync(join(notes, "runs"), "core another 1\n");
    expect(run("ci/stages/deploy").status).toBe(1);
    const note = `core another\nmigrations ${COMMIT}\npostgres ${COMMIT}\n`;
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(note);
  });

  test("with the connection to the site lost changes nothing, and going back knows it", () => {
    plan({ core: "build" });
    fake("docker", "exit 1");
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("does not answer\ndeploy: nothing was changed")]);
    expect(said).not.toContain("rolled");
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("runs what it ran before") });
  });

  test("gives the database what compose.yml says of it, before the others; that is no image of ours", () => {
    plan({ core: "build", postgres: "define" });
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(calls()).toMatch(/docker compose up .* postgres\n/);
    expect(run("cat reports/pipeline/rolled").said).toBe("postgres\ncore\n");
    run("ci/stages/acceptance");
    expect(calls()).not.toContain("fairhat/postgres");
  });

  test("begins anew where nothing runs, and only where ci/running says so", () => {
    plan({ core: "build" });
    rmSync(join(notes, "runs"));
    const unclear = run("ci/stages/deploy", { RUNS: "no idea" });
    expect([unclear.status, unclear.said]).toEqual([1, expect.stringContaining("nothing was changed")]);
    write("reports/pipeline/running", "");
    expect(run("ci/stages/deploy", { RUNS: "nothing runs", STATUS: "3" }).status).toBe(0);
    expect(calls()).toContain("docker compose up --detach --no-build --wait");
  });

  test("while another runs is refused with who, since when and why", () => {
    plan({ core: "build" });
    expect(run("ci/lock take fairhat hotfix", { BUILD_URL: "Grace" }).status).toBe(0);
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([75, expect.stringMatching(/held by Grace since .*: hotfix\. Nothing was changed/)]);
    expect(run("ci/stages/unlock").status).toBe(0);
    expect(run("ci/lock show fairhat").said).toContain("held by Grace");
  });

  test("is refused where the site runs something else than the plan was made from", () => {
    plan({ core: "build" });
    writeFileSync(join(notes, "runs"), "core another 1\n");
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("something else than when the plan was made")]);
    expect(said).not.toContain("rolled");
  });

  test("a way that there is not is refused", () => {
    plan({ core: "build" });
    const { status, said } = run("ci/stages/deploy", { FAIRHAT_DEPLOY: "magic" });
    expect([status, said]).toEqual([1, expect.stringContaining("set it to playbook or compose")]);
  });
});

describe("going back", () => {
  let before = "";
  const break_ = (service: string) => writeFileSync(join(notes, `broken-${service}`), "");

  beforeEach(() => {
    before = `random-a ${COMMIT} 1\ncore ${COMMIT} 1\n`;
    plan({ "random-a": "build", core: "build" });
    write("reports/pipeline/running", before.replaceAll(" 1\n", "\n") + noted());
    writeFileSync(join(notes, "runs"), before);
  });

  test("rolls what was rolled, as it was described then, looks at it, and says what runs", () => {
    break_("core");
    expect(run("ci/stages/deploy").said).toContain("did not get healthy");
    expect(run("ci/running").said).not.toBe(before);
    const { status, said } = run("ci/stages/rollback");
    expect([status, said]).toEqual([0, expect.stringContaining(`rolled back; the site runs:\nrandom-a ${COMMIT}`)]);
    expect(said).not.toContain("rolled core");
    expect(run("ci/running").said).toBe(before);
    expect(run("cat reports/pipeline/compose.yml").said).toBe("name: before\n");
  });

  test("after a smoke test that failed gives back what was only described anew, too, and notes it", () => {
    plan({ "random-a": "keep", postgres: "define" });
    write("reports/pipeline/running", before.replaceAll(" 1\n", "\n") + noted());
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(run("ci/stages/rollback").said).toContain(`postgres back to ${COMMIT}`);
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toContain(`postgres ${COMMIT}\n`);
  });

  test("does nothing where the deployment changed nothing", () => {
    break_("random-a");
    expect(run("ci/stages/deploy").status).toBe(1);
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("runs what it ran before") });
  });

  test("that fails, or ends elsewhere, says so loudly", () => {
    break_("core");
    run("ci/stages/deploy");
    break_("random-a");
    const failed = run("ci/stages/rollback");
    expect([failed.status, failed.said]).toEqual([1, expect.stringContaining("GOING BACK FAILED TOO")]);
    write("ci/roll", "#!/bin/bash\n", 0o755);
    const elsewhere = run("ci/stages/rollback");
    write("ci/roll", ROLL, 0o755);
    expect([elsewhere.status, elsewhere.said]).toEqual([1, expect.stringContaining("GOING BACK FAILED TOO: it runs")]);
    fake("docker", "exit 1");
    expect(run("ci/stages/rollback").said).toContain("the site does not say what it runs");
  });
});
