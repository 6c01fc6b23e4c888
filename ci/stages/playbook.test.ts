// The stages that reach the site by the playbook, with a folder in the place of the site.
import { beforeEach, describe, expect, test } from "bun:test";
import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { COMMIT, calls, fake, noted, notes, plan, run, trial, write } from "./trial.ts";

trial();

/** Does on this machine, in that folder, what it is asked to do on the site. */
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

/** Makes another deployment the current one. */
function become(deployment: string): void {
  mkdirSync(at(deployment, "ci"), { recursive: true });
  writeFileSync(at(deployment, "ci/running"), RUNNING);
  chmodSync(at(deployment, "ci/running"), 0o755);
  rmSync(at("current"), { force: true });
  symlinkSync(at(deployment), at("current"));
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
  test("with the machines out of reach changes nothing", () => {
    fake("ansible", "exit 4");
    const { status, said } = going("deploy");
    expect([status, said]).toEqual([1, expect.stringContaining("cannot be reached\ndeploy: nothing was changed")]);
    expect(calls()).not.toContain("ansible-playbook");
  });

  test("names what stays, migrations among it, and says that what was accepted is in the registry", () => {
    expect(going("deploy").status).toBe(1);
    const kept = `{"app_kept": {"RULES_REVISION": "${COMMIT}", "MIGRATIONS_REVISION": "${COMMIT}"}}`;
    expect(calls()).toContain(`${kept} --extra-vars app_images_sent=true\n`);
    run("ci/stages/deploy", { ...settings, FAIRHAT_REGISTRY: "" });
    expect(calls()).toContain(`${kept} --extra-vars app_images_sent=\n`);
  });

  test("begins anew where the services were stopped, and not where the engine does not answer", () => {
    rmSync(join(notes, "runs"));
    writeFileSync(join(notes, "status"), "1");
    expect(going("deploy").said).toContain("the site cannot be reached");
    writeFileSync(join(notes, "status"), "3");
    expect(going("deploy").said).toContain("something else than when the plan was made");
    write("reports/pipeline/running", note());
    fake("ansible-playbook", `echo 'core new 1' >"$HOME/runs"`);
    expect(going("deploy").status).toBe(0);
    expect(note()).toContain("core new\n");
  });
});

describe("going back", () => {
  test("is a playbook of its own, and only where something moved", () => {
    expect(going("deploy").status).toBe(1);
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

  test("after a run that was stopped waits until the site has ended what it was told", () => {
    expect(going("deploy").status).toBe(1);
    writeFileSync(at("lock"), "");
    fake("flock", "exit 1");
    expect(going("rollback").said).toContain("GOING BACK FAILED TOO: the deployment goes on there");
    become("second");
    become("first");
    fake("flock", `ln -sfn "${at("second")}" "${at("current")}"`);
    expect(going("rollback").status).toBe(1);
    expect(calls()).toMatch(/flock --timeout 900 \S+\/lock true\n(.*\n)*.*rollback\.yml/);
  });
});
