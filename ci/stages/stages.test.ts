// What goes wrong before anything is changed, each stage as a person runs it, in a checkout that the test makes and throws away.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "fairhat-stages-"));
const notes = mkdtempSync(join(tmpdir(), "fairhat-notes-"));
const COMMIT = "0123456789abcdef0123456789abcdef01234567";

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  chmodSync(join(folder, path), mode);
}

function run(command: string, settings: Record<string, string> = {}) {
  const [name = "", ...words] = command.split(" ");
  const env = {
    ...{ PATH: `${join(folder, "fake")}:${process.env.PATH}`, HOME: notes, FAIRHAT_NOTES: notes },
    ...{ FAIRHAT_DEPLOY: "compose", FAIRHAT_REGISTRY: "registry.example/" },
    ...settings,
  };
  const { exitCode, stdout, stderr } = Bun.spawnSync([name.includes("/") ? join(folder, name) : name, ...words], {
    cwd: folder,
    env,
  });
  return { status: exitCode, said: `${stdout}${stderr}` };
}

/** Puts a program in the place of the machine's; it writes down how it was called. */
const fake = (name: string, does: string) =>
  write(`fake/${name}`, `#!/bin/bash\necho "${name} $*" >>"${join(notes, "calls")}"\n${does}\n`, 0o755);
const calls = () => run(`cat ${join(notes, "calls")}`).said;

function plan(lines: Record<string, string>): void {
  const text = Object.entries(lines).map(([service, action]) => `${service} ${action} because\n`);
  write("reports/pipeline/plan", text.join(""));
  write("reports/pipeline/running", `core ${COMMIT}\nmigrations ${COMMIT}\n`);
}

beforeAll(() => {
  for (const path of ["stages", "lock"])
    cpSync(join(import.meta.dir, "..", path), join(folder, "ci", path), { recursive: true });
  write("ci/images", '#!/bin/bash\necho "built $*"\n', 0o755);
  write("ci/running", `#!/bin/bash\ncat "${join(notes, "runs")}"\n`, 0o755);
  write("ci/roll", '#!/bin/bash\necho "rolled $1"\n[ ! -e "$HOME/broken-$1" ]\n', 0o755);
  write(".gitignore", "reports/\nfake/\n");
  for (const command of ["init --quiet", "add --all", "-c user.name=t -c user.email=t@t.invalid commit -qm start"])
    expect(run(`git ${command}`).status).toBe(0);
});
afterAll(() => {
  for (const made of [folder, notes]) rmSync(made, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(notes)) rmSync(join(notes, name), { recursive: true });
  rmSync(join(folder, "reports"), { recursive: true, force: true });
  writeFileSync(join(notes, "calls"), "");
  writeFileSync(join(notes, "runs"), `core ${COMMIT} 1\npostgres 18 1\n`);
  fake("docker", "exit 0");
});

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

test.each(["images core", "changed", "deploy"])("%s refuses a checkout with changes, and names them", (stage) => {
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

describe("deploy", () => {
  test("rolls what changed and nothing else, and notes what runs", () => {
    plan({ core: "build", rules: "keep", migrations: "build" });
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([0, expect.stringContaining("rolled core\n")]);
    expect(said).not.toContain("rolled rules");
    expect(calls()).toContain("docker compose run --rm --no-deps migrations");
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(`core ${COMMIT}\nmigrations ${COMMIT}\n`);
  });

  test("with the connection to the site lost changes nothing, and going back knows it", () => {
    plan({ core: "build" });
    fake("docker", "exit 1");
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("does not answer; nothing was changed")]);
    expect(said).not.toContain("rolled");
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("nothing was changed") });
  });

  test("by the playbook, with the machines out of reach, changes nothing", () => {
    plan({ core: "build" });
    fake("ansible", "exit 4");
    fake("ansible-inventory", 'echo \'{"all": {"hosts": ["one"]}}\'');
    const settings = { FAIRHAT_DEPLOY: "playbook", FAIRHAT_INVENTORY: "somewhere.yml" };
    const { status, said } = run("ci/stages/deploy", settings);
    expect([status, said]).toEqual([1, expect.stringContaining("the site cannot be reached; nothing was changed")]);
    expect(calls()).not.toContain("ansible-playbook");
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

  test("that fails leaves it to going back, which rolls what is not as before", () => {
    plan({ core: "build", rules: "keep" });
    writeFileSync(join(notes, "broken-core"), "");
    expect(run("ci/stages/deploy").said).toContain("did not get healthy");
    rmSync(join(notes, "broken-core"));
    writeFileSync(join(notes, "runs"), "core another 1\n");
    const { said } = run("ci/stages/rollback");
    expect(said).toContain(`core back to ${COMMIT}`);
    expect(said).toContain("rolled core");
  });

  test("a way that there is not is refused", () => {
    plan({ core: "build" });
    const { status, said } = run("ci/stages/deploy", { FAIRHAT_DEPLOY: "magic" });
    expect([status, said]).toEqual([1, expect.stringContaining("set it to playbook or compose")]);
  });
});
