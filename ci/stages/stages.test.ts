// What goes wrong before anything is changed, each stage as a person runs it, in a checkout that the test makes and throws away.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "fairhat-stages-"));
const notes = mkdtempSync(join(tmpdir(), "fairhat-notes-"));
/** What runs, as long as a test says nothing else; the one before the commit that is checked out. */
let COMMIT = "";

/** One that does as it is told, unless the test says that the service is broken. */
const ROLL = `#!/bin/bash
[ ! -e "$HOME/broken-$1" ] || exit 1
name=$(tr a-z- A-Z_ <<<"$1")_REVISION
sed -i "s/^$1 .*/$1 \${!name} 1/" "$HOME/runs"
echo "rolled $1"
`;

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
  write("reports/pipeline/running", `core ${COMMIT}\n`);
}

beforeAll(() => {
  for (const path of ["stages", "lock"])
    cpSync(join(import.meta.dir, "..", path), join(folder, "ci", path), { recursive: true });
  write("ci/images", '#!/bin/bash\necho "built $*"\n', 0o755);
  write(
    "ci/running",
    `#!/bin/bash\ncat "${join(notes, "runs")}" 2>/dev/null || { echo "running: $RUNS" >&2; exit 1; }\n`,
    0o755,
  );
  write("ci/roll", ROLL, 0o755);
  write("compose.yml", "name: before\n");
  write(".gitignore", "reports/\nfake/\n");
  const commit = "-c user.name=t -c user.email=t@t.invalid commit --all --quiet --message";
  for (const command of ["init --quiet", "add .", `${commit} before`]) expect(run(`git ${command}`).status).toBe(0);
  write("compose.yml", "name: after\n");
  expect(run(`git ${commit} after`).status).toBe(0);
  COMMIT = run("git rev-parse HEAD~1").said.trim();
});
afterAll(() => {
  for (const made of [folder, notes]) rmSync(made, { recursive: true });
});
beforeEach(() => {
  for (const name of readdirSync(notes)) rmSync(join(notes, name), { recursive: true });
  rmSync(join(folder, "reports"), { recursive: true, force: true });
  writeFileSync(join(notes, "calls"), "");
  writeFileSync(join(notes, "runs"), `core ${COMMIT} 1\n`);
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

test.each(["images core", "deploy"])("%s refuses a checkout with changes, and names them", (stage) => {
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
    const head = run("git rev-parse HEAD").said.trim();
    expect([status, said]).toEqual([0, expect.stringContaining("rolled core\n")]);
    expect(said).not.toContain("rolled rules");
    expect(calls()).toContain("docker compose run --rm --no-deps migrations");
    expect(run(`cat ${join(notes, "running-fairhat")}`).said).toBe(`core ${head}\n`);
  });

  test("with the connection to the site lost changes nothing, and going back knows it", () => {
    plan({ core: "build" });
    fake("docker", "exit 1");
    const { status, said } = run("ci/stages/deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("does not answer\ndeploy: nothing was changed")]);
    expect(said).not.toContain("rolled");
    expect(run("ci/stages/rollback")).toEqual({ status: 0, said: expect.stringContaining("runs what it ran before") });
  });

  test("by the playbook, with the machines out of reach, changes nothing", () => {
    plan({ core: "build" });
    fake("ansible", "exit 4");
    fake("ansible-inventory", 'echo \'{"all": {"hosts": ["one"]}}\'');
    const settings = { FAIRHAT_DEPLOY: "playbook", FAIRHAT_INVENTORY: "somewhere.yml" };
    const { status, said } = run("ci/stages/deploy", settings);
    expect([status, said]).toEqual([1, expect.stringContaining("cannot be reached\ndeploy: nothing was changed")]);
    expect(calls()).not.toContain("ansible-playbook");
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
    expect(run("ci/stages/deploy", { RUNS: "nothing of fairhat runs" }).status).toBe(0);
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
    write("reports/pipeline/running", before.replaceAll(" 1\n", "\n"));
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

  test("after a smoke test that failed rolls what was only described anew, too", () => {
    plan({ "random-a": "keep", core: "define" });
    write("reports/pipeline/running", before.replaceAll(" 1\n", "\n"));
    expect(run("ci/stages/deploy").status).toBe(0);
    expect(run("ci/stages/rollback").said).toContain("rolled core\n");
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

describe("by the playbook", () => {
  const settings = { FAIRHAT_DEPLOY: "playbook", FAIRHAT_INVENTORY: "somewhere.yml" };

  test("what stays is named to it; going back is a playbook of its own, and only where something moved", () => {
    plan({ core: "build", rules: "keep", migrations: "keep" });
    const before = `core ${COMMIT} 1\nrules ${COMMIT} 2\n`;
    write("reports/pipeline/running", before.replace(/ \d\n/g, "\n"));
    writeFileSync(join(notes, "runs"), before);
    fake("ansible-inventory", 'echo \'{"all": {"hosts": ["one"]}}\'');
    const asked =
      'if [[ $* == *readlink* ]]; then cat "$HOME/current"; else sed -z "s/\\n/\\\\\\\\n/g" "$HOME/runs"; fi';
    fake("ansible", `echo "one | CHANGED | rc=0 | (stdout) $(${asked})"`);
    writeFileSync(join(notes, "current"), "first");
    fake("ansible-playbook", "exit 2");
    expect(run("ci/stages/deploy", settings).status).toBe(1);
    const kept = `{"app_kept": {"RULES_REVISION": "${COMMIT}", "MIGRATIONS_REVISION": "${COMMIT}"}}`;
    expect(calls()).toContain(kept);
    expect(run("ci/stages/rollback", settings).said).toContain("the site runs what it ran before");
    expect(calls()).not.toContain("rollback.yml");

    writeFileSync(join(notes, "current"), "the same commit with other settings");
    expect(run("ci/stages/rollback", settings).status).toBe(1);
    expect(calls()).toContain("rollback.yml");
    writeFileSync(join(notes, "runs"), before.replace(COMMIT, "another"));
    fake("ansible-playbook", `printf '${before.replaceAll("\n", "\\n")}' >"$HOME/runs"`);
    const { status, said } = run("ci/stages/rollback", settings);
    expect([status, said]).toEqual([0, expect.stringContaining(`rolled back; the site runs:\ncore ${COMMIT}`)]);
    expect(calls()).toContain("ansible-playbook --inventory somewhere.yml infra/ansible/rollback.yml");
  });
});
