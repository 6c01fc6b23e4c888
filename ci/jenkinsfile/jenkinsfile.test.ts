import { describe, expect, test } from "bun:test";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complaintsAbout } from "./check.ts";
import { inside, readBlocks } from "./read.ts";
import { readStages } from "./stages.ts";

const root = join(import.meta.dir, "../..");
const ours = readFileSync(join(root, "Jenkinsfile"), "utf8");
const scripts = readdirSync(join(root, "ci/stages"))
  .filter((name) => !name.includes("."))
  .map((name) => `ci/stages/${name}`);

describe("ours", () => {
  test("only orchestrates, and runs every stage that there is", () =>
    expect(complaintsAbout(ours, scripts)).toEqual([]));

  test("has the stages in their order; what touches registry and site is for main", () => {
    const stages = readStages(ours);
    expect(stages.map(({ scripts }) => scripts.join(" ").replaceAll("ci/stages/", ""))).toEqual([
      ...["install", "lint", "tests", "audit", "changed", "images", "acceptance"],
      ...["push", "deploy", "smoke"],
    ]);
    expect(stages.filter(({ branch }) => branch === "main").map(({ name }) => name)).toEqual([
      ...["Push", "Deploy", "Smoke test"],
    ]);
  });

  test("binds credentials where it delivers, and there alone; a failure there goes back", () => {
    const bound = readStages(ours).filter(({ credentials }) => credentials.length > 0);
    expect(bound.map(({ name }) => name)).toEqual(["Deploy", "Smoke test"]);
    for (const { unsuccessful } of bound) expect(unsuccessful).toEqual(["ci/stages/rollback"]);
  });
});

test("a stage that goes back is under no timeout but the whole one's, which has room for all stages and for going back", () => {
  const minutes = Array.from(ours.matchAll(/timeout\(time: (\d+)/g), ([, found]) => Number(found));
  const [whole = 0, ...stages] = minutes;
  expect(whole).toBeGreaterThanOrEqual(stages.reduce((sum, one) => sum + one) + 30);
  const groups = readBlocks(ours).body.flatMap((part) => (typeof part === "string" ? [] : inside(part, "stages")));
  const going = groups
    .flatMap((group) => inside(group, "stage("))
    .filter((one) => /rollback/.test(JSON.stringify(one)));
  expect(going.map((stage) => inside(stage, "options"))).toEqual([[]]);
});

describe("what would be wrong", () => {
  const change = (from: string, to: string) => {
    expect(ours).toContain(from);
    return complaintsAbout(ours.replace(from, to), scripts);
  };
  test.each([
    ["a step of its own", "sh 'ci/stages/lint'", "sh 'make lint'", "sh 'make lint': no stage"],
    [
      "a second one beside",
      "sh 'ci/stages/lint'",
      "sh 'ci/stages/lint'\ndeleteDir()",
      "deleteDir(): has no place in steps",
    ],
    ["a script that computes", "sh 'ci/stages/lint'", "script { load 'x.groovy' }", "load 'x.groovy': has no place"],
    [
      "a step around one",
      "sh 'ci/stages/lint'",
      "sh 'ci/stages/lint'\nretry(2) { sh 'make lint' }",
      "retry(2) { … }: has no",
    ],
    [
      "credentials of a step",
      "sh 'ci/stages/lint'",
      "sh 'ci/stages/lint'\nwithCredentials([file(credentialsId: 'x', variable: 'X')]) { sh 'cat $X' }",
      "variable: 'X')]) { … }: has no place in steps",
    ],
    [
      "a condition that nobody reads",
      "unsuccessful {",
      "fixed { sh 'make' }\nunsuccessful {",
      "fixed { … }: has no place",
    ],
    [
      "a script where something is shown",
      "always {",
      "always { sh 'ci/stages/lint'",
      "sh 'ci/stages/lint': has no place",
    ],
    [
      "credentials in other quotes",
      "credentials('fairhat-site-key')",
      'credentials("fairhat-site-key")',
      'credentials("fairhat-site-key"): has no place in environment',
    ],
    ["a value that is computed", "environment {", "environment { NOW = sh('date')", "NOW = sh('date'): has no place"],
    ["Groovy beside it", "pipeline {", "println 'x'\npipeline {", "println 'x': has no place in file"],
    ["a stage left out", "sh 'ci/stages/lint'", "sh 'ci/stages/install'", "no stage runs ci/stages/lint"],
    ["one that does nothing", "sh 'ci/stages/lint'", "", "stage Lint and types runs no script"],
    ["builds side by side", "disableConcurrentBuilds()", "", "it has no disableConcurrentBuilds()"],
    [
      "credentials for all",
      "agent {",
      "environment { KEY = credentials('x') }\nagent {",
      "credentials on every branch",
    ],
  ])("%s", (_, from, to, complaint) => expect(change(from, to).join("\n")).toContain(complaint));

  test("braces that do not match", () => {
    expect(() => readBlocks("pipeline {")).toThrow("is not closed");
    expect(() => readBlocks("}")).toThrow();
    expect(() => readStages("node { }")).toThrow("it has no pipeline");
  });
});

test("strings and comments are no blocks", () => {
  const { body } = readBlocks("// a { brace\nx 'in { quotes'\ny \"and // here\" {\n  z 4 / 2\n}");
  expect(body).toEqual(["x 'in { quotes'", { head: 'y "and // here"', body: ["z 4 / 2"] }]);
});
