// What the papers name as evidence is there: every path, something in each row that promises evidence, a reason for each dependency.
import { expect, test } from "bun:test";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { blocksOf, documents, inlineCodeOf, root, rowsOf, textOf } from "./documents.ts";

// The board and the changelog tell of their time: what they name may have moved since.
const papers = documents.filter((path) => !/^(backlog\/|CHANGELOG)/.test(path));
// Folders that are no part of a checkout are none of ours.
const MADE = [".git", ".fairhat", ".bun-runtime", ".cache", "coverage", "node_modules", "reports"];
const folders = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && !MADE.includes(entry.name))
  .map(({ name }) => name);

// Names in the folder of secrets, which has a folder for each service as the checkout has.
const SECRET = /\/(tls\.(crt|key)|[a-z-]*tokens?|[a-z-]+-url)$/;

/** Whether a piece of code is a path into the repository, and not a pattern to be filled in. */
function isPath(code: string): boolean {
  return folders.some((folder) => code.startsWith(`${folder}/`)) && !/[\s<>$…()]/.test(code) && !SECRET.test(code);
}

function isThere(path: string): boolean {
  if (/[*{]/.test(path)) return !new Bun.Glob(path).scanSync({ cwd: root, dot: true }).next().done;
  return existsSync(join(root, path));
}

const missing = (text: string) => inlineCodeOf(text).filter((code) => isPath(code) && !isThere(code));

/** Rows with a column "evidence" in which nothing is named that is there. */
function withoutEvidence(text: string): string[] {
  const rows = rowsOf(text).filter((row) => Object.hasOwn(row, "evidence"));
  const proves = (code: string) => (isPath(code) && isThere(code)) || /^(bun|npm|\.ci\/run)\b/.test(code);
  return rows.filter(({ evidence = "" }) => !inlineCodeOf(evidence).some(proves)).map((row) => row.id ?? "a row");
}

test.each(papers)("the paths that %s names", async (document) => {
  expect(missing(await textOf(document))).toEqual([]);
});

test.each(["docs/risk-assessment.md"])("each row of %s has its evidence", async (document) => {
  const text = await textOf(document);
  expect(rowsOf(text).filter((row) => Object.hasOwn(row, "evidence")).length).toBeGreaterThan(20);
  expect(withoutEvidence(text)).toEqual([]);
});

test("the closing version of the risks names each of them once", async () => {
  const text = await textOf("docs/risk-assessment.md");
  const named = new Set(text.match(/\bR\d+\b/g));
  const closing = rowsOf(text.slice(text.lastIndexOf("\n## Version"))).map(({ id }) => id);
  expect(closing).toEqual([...named].sort((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
});

test("each line of docs/security.md names its evidence", async () => {
  const rows = rowsOf(await textOf("docs/security.md"));
  expect(rows.length).toBeGreaterThan(10);
  for (const { who = "", "what counters it, and its evidence": evidence = "" } of rows)
    expect([who, inlineCodeOf(evidence).filter(isPath).length > 0]).toEqual([who, true]);
});

test("each dependency has a reason in docs/decisions", async () => {
  const { workspaces, devDependencies } = JSON.parse(await textOf("package.json"));
  const decisions = await Promise.all(documents.filter((path) => path.startsWith("docs/decisions/")).map(textOf));
  const named = new Set(decisions.flatMap(inlineCodeOf));
  const all = Object.keys({ ...workspaces.catalog, ...devDependencies });
  expect(all.filter((name) => !named.has(name))).toEqual([]);
});

const ELSEWHERE = ["compose.yml", "Dockerfile", "infra/jenkins/Dockerfile", "infra/ansible/**/*.yml"];
const IMAGE = /(?:^FROM |^ARG \w+=|image: (?:\$\{\w+:-)?)(?<name>[a-z/]+):[\w.-]+/gm;
const COLLECTION = /^ +(?:- )?(?<name>(?:ansible|community|google)\.(?!builtin)[a-z]+)(?:\.\w+)?:/gm;

test("each image and each collection has a reason in docs/decisions", async () => {
  const files = ELSEWHERE.flatMap((pattern) => Array.from(new Bun.Glob(pattern).scanSync({ cwd: root })));
  const text = (await Promise.all(files.map(textOf))).join("\n");
  const used = [IMAGE, COLLECTION].flatMap((kind) =>
    Array.from(text.matchAll(kind), ({ groups }) => groups?.name ?? ""),
  );
  expect(used).toEqual(expect.arrayContaining(["oven/bun", "nginx", "postgres", "registry", "community.docker"]));
  const named = new Set(inlineCodeOf(await textOf("docs/decisions/README.md")));
  expect(used.filter((name) => !named.has(name))).toEqual([]);
});

test("the walk that is kept is one of the README's commands as they are, on both machines", async () => {
  const walked = (await textOf("docs/evidence/walk.txt")).replace(/[0-9a-f]{32}(?=[/\n])/g, "<id>");
  const commands = blocksOf(await textOf("README.md")).flatMap(({ info, code }) =>
    info === "sh" ? [code.trim()] : [],
  );
  expect(commands.filter((command) => command !== "npm test" && !walked.includes(`$ ${command}\n`))).toEqual([]);
  expect(walked.match(/^holds/gm)).toHaveLength(4);
});

test("a path that is not there, and a row without evidence, are found", () => {
  expect(missing("`ci/nothing.ts` `ci/*.nothing` `ci/lock` `docs/{README,protocol}.md` `core/<name>` `x/y`")).toEqual([
    "ci/nothing.ts",
    "ci/*.nothing",
  ]);
  const table = "| id | evidence |\n|---|---|\n| R1 | `ci/lock` |\n| R2 | `ci/nothing` |\n| R3 | believe us |";
  expect(withoutEvidence(table)).toEqual(["R2", "R3"]);
});
