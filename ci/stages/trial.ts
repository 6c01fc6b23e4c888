// A checkout that a test makes and throws away, with programs of its own in the place of the machine's, to try stages in.
import { afterAll, beforeAll, beforeEach, expect } from "bun:test";
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const folder = join(tmpdir(), `fairhat-stages-${crypto.randomUUID()}`);
export const notes = join(tmpdir(), `fairhat-notes-${crypto.randomUUID()}`);
/** What runs, as long as a test says nothing else; the one before the commit that is checked out. */
export let COMMIT = "";

/** One that does as it is told, unless the test says that the service is broken. */
export const ROLL = `#!/bin/bash
[ ! -e "$HOME/broken-$1" ] || exit 1
name=$(tr a-z- A-Z_ <<<"$1")_REVISION
sed -i "s/^$1 .*/$1 \${!name} 1/" "$HOME/runs"
echo "rolled $1"
`;

export function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
  chmodSync(join(folder, path), mode);
}

export function run(command: string, settings: Record<string, string> = {}) {
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
export const fake = (name: string, does: string) =>
  write(`fake/${name}`, `#!/bin/bash\necho "${name} $*" >>"${join(notes, "calls")}"\n${does}\n`, 0o755);
export const calls = () => run(`cat ${join(notes, "calls")}`).said;

export function plan(lines: Record<string, string>): void {
  const text = Object.entries(lines).map(([service, action]) => `${service} ${action} because\n`);
  write("reports/pipeline/plan", text.join(""));
  write("reports/pipeline/running", `core ${COMMIT}\n${noted()}`);
}
/** What the plan in place was made from, of which the site cannot be asked. */
export const noted = () => `migrations ${COMMIT}\npostgres ${COMMIT}\n`;

/** Makes it for the tests of a file, and clears what each of them leaves. */
export function trial(): void {
  beforeAll(() => {
    mkdirSync(notes);
    for (const path of ["stages", "lock"])
      cpSync(join(import.meta.dir, "..", path), join(folder, "ci", path), { recursive: true });
    write("ci/images", '#!/bin/bash\necho "built $*"\n', 0o755);
    write(
      "ci/running",
      `#!/bin/bash\ncat "${join(notes, "runs")}" 2>/dev/null || { echo "running: $RUNS" >&2; exit "\${STATUS:-1}"; }\n`,
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
}
