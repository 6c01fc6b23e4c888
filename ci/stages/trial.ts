// A temporary checkout with fake programs, to test stages in.
import { afterAll, beforeAll, beforeEach, expect } from "bun:test";
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const folder = join(tmpdir(), `fairhat-stages-${crypto.randomUUID()}`);
export const notes = join(tmpdir(), `fairhat-notes-${crypto.randomUUID()}`);
/** The running revision by default; the parent of the checked-out commit. */
export let COMMIT = "";

/** Fake ops/release: makes a deployment current, unless a test says that it is broken. */
const RELEASE = `#!/bin/bash
echo "release $*" >>"$HOME/calls"
case $1 in
  --hold) exit 0 ;;
  --back) cp "$HOME/runs.before" "$HOME/runs" && ln -sfn "$(cat "$HOME/before")" "$FAIRHAT_STATE/current" ;;
  *)
    [ ! -e "$HOME/broken" ] || { echo "$1 is taken back"; exit 1; }
    cp "$HOME/runs" "$HOME/runs.before"
    readlink "$FAIRHAT_STATE/current" >"$HOME/before"
    sed -i "s/^core .*/core \${1%%-*} 1/" "$HOME/runs"
    ln -sfn "$FAIRHAT_STATE/revisions/$1" "$FAIRHAT_STATE/current"
    [ ! -e "$FAIRHAT_STATE/current/migrations" ] || cp "$FAIRHAT_STATE/current/migrations" "$FAIRHAT_STATE/migrated"
    ;;
esac
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

/** A fake engine that accepts everything and records the revisions compose.yml was resolved with. */
const DOCKER = '[[ $* != *" config" ]] || env | grep _REVISION | sort';

/** Makes a deployment of a commit current, on Compose. */
function become(commit: string): void {
  mkdirSync(join(notes, "fairhat/revisions", `${commit}-0`), { recursive: true });
  rmSync(join(notes, "fairhat/current"), { force: true });
  symlinkSync(join(notes, "fairhat/revisions", `${commit}-0`), join(notes, "fairhat/current"));
  writeFileSync(join(notes, "fairhat/migrated"), `registry.example/fairhat/migrations:${commit}\n`);
}

/** Installs a fake program that logs its calls. */
export const fake = (name: string, does: string) =>
  write(`fake/${name}`, `#!/bin/bash\necho "${name} $*" >>"${join(notes, "calls")}"\n${does}\n`, 0o755);
export const calls = () => run(`cat ${join(notes, "calls")}`).said;

export function plan(lines: Record<string, string>): void {
  const text = Object.entries(lines).map(([service, action]) => `${service} ${action} because\n`);
  write("reports/pipeline/plan", text.join(""));
  write("reports/pipeline/running", `core ${COMMIT}\n${noted()}`);
}
/** The last deployment's record of services that have no running revision. */
export const noted = () => `migrations ${COMMIT}\npostgres ${COMMIT}\n`;

/** Sets up and cleans up for the tests of a file. */
export function trial(): void {
  beforeAll(() => {
    mkdirSync(notes);
    cpSync(import.meta.dir, join(folder, "ci/stages"), { recursive: true });
    write("ops/images", '#!/bin/bash\necho "built $*"\n', 0o755);
    write(
      "ops/running",
      `#!/bin/bash\ncat "${join(notes, "runs")}" 2>/dev/null || { echo "running: $RUNS" >&2; exit "\${STATUS:-1}"; }\n`,
      0o755,
    );
    write("ops/release", RELEASE, 0o755);
    write("ops/draw", "#!/bin/bash\necho drawn\n", 0o755);
    write("verify/fairhat_verify.py", "");
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
    become(COMMIT);
    fake("docker", DOCKER);
  });
}
