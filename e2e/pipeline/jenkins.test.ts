// Jenkins's files checked without Jenkins: their references to one another are correct.
import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { readStages } from "../../ci/jenkinsfile/stages.ts";

const root = dirname(dirname(import.meta.dir));
const read = (path: string) => readFileSync(join(root, path), "utf8");
const configuration = read("infra/jenkins/jenkins.yml");
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = ""]) => found);

interface Role {
  jenkins_credentials: string[];
}
const brought = (Bun.YAML.parse(read("infra/ansible/roles/jenkins/vars/main.yml")) as Role).jenkins_credentials;

describe("the Jenkinsfile", () => {
  const stages = readStages(read("Jenkinsfile"));

  test("runs every stage, in order; only main touches registry and site", () => {
    const order = stages.flatMap(({ branch, scripts }) => scripts.map((script) => [script, branch]));
    expect(order).toEqual([
      ...["install", "lint", "tests", "audit", "changed", "images", "acceptance"].map((name) => [
        `ci/stages/${name}`,
        null,
      ]),
      ...["push", "deploy", "smoke"].map((name) => [`ci/stages/${name}`, "main"]),
    ]);
    const posts = stages.flatMap(({ unsuccessful, cleanup }) => [...unsuccessful, ...cleanup]);
    const used = [...order.map(([script]) => script), ...posts];
    const scripts = readdirSync(join(root, "ci/stages")).filter((name) => !name.includes("."));
    expect(scripts.filter((name) => !used.includes(`ci/stages/${name}`))).toEqual([]);
  });

  test("binds credentials only where it delivers main; a failure there rolls back", () => {
    const bound = stages.filter(({ credentials }) => credentials.length > 0);
    expect(bound.map(({ name, branch }) => [name, branch])).toEqual([
      ["Deploy", "main"],
      ["Smoke test", "main"],
    ]);
    const anywhere = read("Jenkinsfile").match(/credentials\(/gi) ?? [];
    for (const { credentials } of bound) expect(credentials).toHaveLength(anywhere.length);
    for (const { unsuccessful, cleanup } of bound)
      expect([unsuccessful, cleanup]).toEqual([["ci/stages/rollback"], []]);
  });

  test("leaves half an hour for the rollback, beside the limits of the stages", () => {
    const [whole = 0, ...limits] = all(read("Jenkinsfile"), /timeout\(time: (\d+)/g).map(Number);
    expect(whole).toBeGreaterThanOrEqual(limits.reduce((sum, one) => sum + one) + 30);
  });
});

test("each plugin is pinned once, with the source of its version", () => {
  const lines = read("infra/jenkins/plugins.txt")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  for (const line of lines) expect(line).toMatch(/^[a-z0-9-]+:\S+ +# (b|s|bs)(, asked for)?$/);
  const names = lines.map((line) => line.split(":")[0]);
  expect(names).toEqual([...new Set(names)].sort());
  const needed = ["configuration-as-code", "coverage", "github-branch-source", "job-dsl", "junit", "ssh-slaves"];
  expect(names).toEqual(expect.arrayContaining(needed));
});

test("the images build on an engine without BuildKit, as Ansible's module does", () => {
  for (const image of ["controller", "builder"]) {
    const instructions = read(`infra/jenkins/${image}.Dockerfile`).replace(/^#.*$/gm, "");
    expect(instructions).not.toMatch(/--(chmod|mount|link|parents)|<</);
  }
});

test("the job builds every branch, with or without a pull request, and fetches main as well", () => {
  const job = read("infra/jenkins/fairhat.groovy");
  expect(job).toContain("gitHubBranchDiscovery { strategyId(3) }");
  expect(all(job, /refSpecTemplate \{ value\('(.*)'\) \}/g)).toEqual(["+refs/heads/main:refs/remotes/@{remote}/main"]);
});

describe("the configuration", () => {
  test("has the credentials that the Jenkinsfile binds and its own", () => {
    const ids = all(configuration, /^ +id: "([^"]+)"/gm);
    const bound = readStages(read("Jenkinsfile")).flatMap(({ credentials }) => credentials);
    const named = all(configuration, /credentialsId: "([^"]+)"/g);
    expect([...bound, ...named].filter((id) => !ids.includes(id))).toEqual([]);
  });

  test("reads the secrets that the role provides, and no other", () => {
    const files = all(configuration, /readFile(?:Base64)?:\/run\/secrets\/([^}]+)\}/g);
    expect(files.sort()).toEqual([...brought, "builder-host-key.pub", "controller-key"].sort());
  });

  test("contains no secret, and no Jenkinsfile can bind Jenkins's own", () => {
    for (const value of all(configuration, /(?:password|secret|privateKey|secretBytes): "([^"]+)"/g))
      expect(value).toStartWith("${");
    for (const id of ["builder", "webhook-secret"])
      expect(configuration).toMatch(new RegExp(`scope: SYSTEM\\s+id: "${id}"`));
  });

  test("gets from the role every variable that it and the job read", () => {
    const role = read("infra/ansible/roles/jenkins/tasks/containers.yml");
    const job = read("infra/jenkins/fairhat.groovy");
    const wanted = [...all(configuration, /"\$\{([A-Z_]+)\}"/g), ...all(job, /getenv\('([A-Z_]+)'\)/g)];
    expect(wanted.length).toBeGreaterThan(5);
    expect(wanted.filter((name) => !role.includes(` ${name}: `))).toEqual([]);
  });

  test("builds nothing on the controller; the Jenkinsfile requests the builder", () => {
    expect(configuration).toContain("numExecutors: 0");
    const [label] = all(read("Jenkinsfile"), /agent \{ label '(.*)' \}/g);
    expect(configuration).toContain(`labelString: "${label}"`);
  });
});
