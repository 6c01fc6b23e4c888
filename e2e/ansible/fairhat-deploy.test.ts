// What `current`, `previous` and `attempt` are, with deployments that only write down that they were called.
import { afterEach, beforeEach, describe, expect, test } from "bun:test";
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { root } from "../deployment/lab.ts";

const TEMPLATE = join(root, "infra/ansible/roles/app/templates/fairhat-deploy.j2");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-deploy-"));
  const values: Record<string, string> = { app_revisions: folder, site_state: join(folder, "state") };
  const text = readFileSync(TEMPLATE, "utf8").replaceAll(/\{\{ (\w+) \}\}/g, (_, name) => values[name] ?? name);
  mkdirSync(join(folder, "state"));
  executable("fairhat-deploy", text);
});
afterEach(() => rmSync(folder, { recursive: true }));

function executable(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
  chmodSync(join(folder, path), 0o755);
}

/** A deployment that is on the machine; `fails` is what it says in the end. */
function brought(name: string, fails = ""): void {
  mkdirSync(join(folder, name, "ci"), { recursive: true });
  for (const file of ["stack.json", "migrations"]) writeFileSync(join(folder, name, file), `${name}\n`);
  const script = `#!/bin/bash
echo "${name}" "$(sed 's/.* --migrations/with/' <<<"$3 $*")" >>${folder}/calls
while [ $# -gt 0 ]; do [ "$1" != --migrations ] || echo "$2" >"$FAIRHAT_MIGRATED"; shift; done
echo "deploy: ${fails}" >&2
[ -z "${fails}" ]
`;
  executable(join(name, "ci/deploy"), script);
}

function deploy(...words: string[]) {
  const { exitCode, stderr } = Bun.spawnSync([join(folder, "fairhat-deploy"), ...words]);
  const calls = join(folder, "calls");
  const called = existsSync(calls) ? readFileSync(calls, "utf8").trim().split("\n") : [];
  rmSync(calls, { force: true });
  return { status: exitCode, last: stderr.toString().trim().split("\n").at(-1), called };
}

function links(): Record<string, string> {
  const there = ["current", "previous", "attempt"].filter((name) => Bun.spawnSync(["test", "-L", link(name)]).success);
  return Object.fromEntries(there.map((name) => [name, basename(readlinkSync(link(name)))]));
}
const link = (name: string) => join(folder, "state", name);

describe.if(Bun.which("flock") !== null)("fairhat-deploy", () => {
  beforeEach(() => {
    for (const name of ["one", "two"]) brought(name);
    expect(deploy("one")).toMatchObject({ status: 0, called: ["one with one"] });
    expect(deploy("two")).toMatchObject({ status: 0, called: ["two with two"] });
    expect(links()).toEqual({ current: "two", previous: "one" });
  });

  test("one that fails never is current: all of it is taken back, without migrations, and the reason comes last", () => {
    brought("three", "rules did not get healthy");
    const failed = deploy("three");
    expect(failed).toMatchObject({ status: 1, last: "deploy: rules did not get healthy" });
    expect(failed.called).toEqual(["three with three", expect.not.stringContaining("with")]);
    expect(links()).toEqual({ current: "two", previous: "one", attempt: "three" });
  });

  test("going back undoes the last deployment: after one that failed to current, else to the one before and forth again", () => {
    brought("three", "broken");
    deploy("three");
    expect(deploy("--back").called).toEqual([expect.stringMatching(/^two (?!with)/)]);
    expect(links()).toEqual({ current: "two", previous: "one" });
    expect(deploy("--back").called).toEqual([expect.stringMatching(/^one (?!with)/)]);
    expect(links()).toEqual({ current: "one", previous: "two" });
    deploy("--back");
    expect(links()).toEqual({ current: "two", previous: "one" });
  });

  test("current again has the migrations that the database had last, those of a later attempt too", () => {
    brought("three", "broken");
    deploy("three");
    expect(deploy()).toMatchObject({ status: 0, called: ["two with three"] });
    expect(links()).toEqual({ current: "two", previous: "one" });
  });

  test("which secrets are in use is known by the time of the last deployment that came to its end", () => {
    const deployed = link("deployed");
    const took = () => {
      utimesSync(deployed, 1, 1);
      deploy();
      return statSync(deployed).mtimeMs > 1000;
    };
    expect(took()).toBeTrue();
    brought("two", "core did not get healthy");
    expect(took()).toBeFalse();
  });

  test("what is not there is refused, and nothing is called", () => {
    expect(deploy("four")).toEqual({ status: 1, last: "deploy: there is no four on this machine", called: [] });
    rmSync(link("previous"));
    expect(deploy("--back")).toMatchObject({ status: 1, called: [] });
    expect(links()).toEqual({ current: "two" });
  });
});
