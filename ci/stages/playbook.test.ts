// The stages that deploy by playbook, with a local folder instead of the site.
import { beforeEach, describe, expect, test } from "bun:test";
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMIT, calls, fake, folder, noted, notes, plan, run, trial, write } from "./trial.ts";

trial();

/** Does in that folder what it is asked to do on the site. */
const ANSIBLE = `command=\${!#}
said=$(bash -c "\${command//'/var/lib/fairhat'/$HOME/site}" 2>&1) || exit 2
printf 'one | CHANGED | rc=0 >>\\n%s\\n' "$said"`;
const RUNNING = `#!/bin/bash
cat "$HOME/runs" 2>/dev/null || exit "$(cat "$HOME/status")"
`;
const settings = { FAIRHAT_DEPLOY: "playbook", FAIRHAT_INVENTORY: "somewhere.yml" };
const going = (stage: string) => run(`ci/stages/${stage}`, settings);
const note = () => run(`cat ${join(notes, "running-fairhat")}`).said;
const at = (...names: string[]) => join(notes, "site", ...names);
let before = "";

/** Makes another deployment of the commit current. */
function become(deployment: string, scripts = "ops"): void {
  const name = `${COMMIT}-${deployment}`;
  mkdirSync(at(name, scripts), { recursive: true });
  writeFileSync(at(name, scripts, "running"), RUNNING, { mode: 0o755 });
  rmSync(at("current"), { force: true });
  symlinkSync(at(name), at("current"));
  writeFileSync(at("migrated"), `r:5000/fairhat/migrations:${COMMIT}\n`);
}

beforeEach(() => {
  become("first");
  before = `core ${COMMIT} 1\nrules ${COMMIT} 2\n`;
  plan({ core: "build", rules: "keep", migrations: "keep" });
  write("reports/pipeline/running", before.replace(/ \d\n/g, "\n") + noted());
  writeFileSync(join(notes, "runs"), before);
  fake("ansible-inventory", 'echo \'{"all": {"hosts": ["one"]}}\'');
  fake("ansible", ANSIBLE);
  fake("ansible-playbook", "exit 2");
});

describe("deploy", () => {
  test("with unreachable machines changes nothing", () => {
    fake("ansible", "exit 4");
    expect(going("deploy")).toEqual({ status: 1, said: "deploy: nothing was changed\n" });
    expect(calls()).not.toContain("ansible-playbook");
  });

  test("asks a site whose scripts are in ci what it runs", () => {
    become("before December 2026", "ci");
    expect(going("deploy").status).toBe(2);
    expect(calls()).toContain("ansible-playbook");
  });

  test("names what stays, migrations among it, and reports that the accepted images are in the registry", () => {
    expect(going("deploy").status).toBe(2);
    const kept = `{"app_kept": {"RULES_REVISION": "${COMMIT}", "MIGRATIONS_REVISION": "${COMMIT}"}}`;
    expect(calls()).toContain(`${kept} --extra-vars app_images_sent=true\n`);
    run("ci/stages/deploy", { ...settings, FAIRHAT_REGISTRY: "" });
    expect(calls()).toContain(`${kept} --extra-vars app_images_sent=\n`);
  });

  test("waits for a deployment whose build was lost, names it, then plans again from its result", () => {
    writeFileSync(at("lock"), "release of another by build 7, since 2026-12-01T00:00:00Z, process 7\n");
    fake("flock", `[ "$1" = --timeout ] && echo 'core ${COMMIT} 3' >"$HOME/runs"`);
    fake("node", "case $* in *changed*) cat >&2; echo 'core keep because' ;; esac");
    const { status, said } = going("deploy");
    for (const name of ["node", "flock"]) rmSync(join(folder, "fake", name));
    expect([status, said]).toEqual([0, expect.stringContaining("waiting for release of another by build 7, since")]);
    expect(said).toContain(`planning again from what it runs\ncore ${COMMIT}\nmigrations`);
    expect(said).toContain("nothing to deploy");
    expect(calls()).toContain("flock --timeout 900");
  });

  test("starts over if the services were stopped, but not if the engine does not answer", () => {
    rmSync(join(notes, "runs"));
    writeFileSync(join(notes, "status"), "1");
    expect(going("deploy").said).toContain("the site cannot be reached");
    writeFileSync(join(notes, "status"), "3");
    write("reports/pipeline/running", "");
    fake("ansible-playbook", `echo 'core new 1' >"$HOME/runs"`);
    expect(going("deploy").status).toBe(0);
    expect(note()).toContain("core new\n");
  });
});

describe("rollback", () => {
  test("is a separate playbook, and only runs if something changed", () => {
    expect(going("deploy").status).toBe(2);
    expect(going("rollback").said).toContain("the site runs what it ran before");
    expect(calls()).not.toContain("rollback.yml");

    become("the same commit with other settings");
    expect(going("rollback").status).toBe(1);
    expect(calls()).toContain("rollback.yml");
    writeFileSync(join(notes, "runs"), before.replace(COMMIT, "another"));
    fake("ansible-playbook", `printf '${before.replaceAll("\n", "\\n")}' >"$HOME/runs"`);
    const { status, said } = going("rollback");
    expect([status, said]).toEqual([0, expect.stringContaining(`rolled back; the site runs:\ncore ${COMMIT}`)]);
    expect(calls()).toContain("ansible-playbook --inventory somewhere.yml infra/ansible/rollback.yml");
    expect(note()).toBe(before.replace(/ \d\n/g, "\n") + noted());
  });

  test("after an interrupted run waits until the site is done", () => {
    expect(going("deploy").status).toBe(2);
    writeFileSync(at("lock"), "release of this by build 8\n");
    fake("flock", "exit 1");
    expect(going("rollback").said).toContain("GOING BACK FAILED TOO: the deployment goes on there");
    become("second");
    become("first");
    fake("flock", `[ "$1" = --timeout ] && ln -sfn "${at(`${COMMIT}-second`)}" "${at("current")}"`);
    expect(going("rollback").status).toBe(1);
    rmSync(join(folder, "fake/flock"));
    expect(calls()).toMatch(/flock --timeout 900 \S+\/lock true\n(.*\n)*.*rollback\.yml/);
  });
});
