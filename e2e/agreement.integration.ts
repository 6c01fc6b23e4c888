// The rules service, the TypeScript verifier and the independent Python one agree: on every frozen vector, and on a
// thousand random draws of every rule. Python checks them all in one process.
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { canonical, type DrawRecord, type Entry } from "@fairhat/protocol";
import { rulesApp } from "@fairhat/rules";
import { catalogue } from "@fairhat/rules/catalogue";
import { FITTING, type Fitting } from "@fairhat/rules/testing/fitting";
import { logger } from "@fairhat/service";
import { type Report, verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import fc from "fast-check";

const DRAWS = 1_000; // of each rule
const AT_ONCE = 500; // in a call of the rules service

const root = dirname(import.meta.dir);
const folder = mkdtempSync(join(tmpdir(), "fairhat-agreement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

interface Line {
  file: string;
  verdict: Report["verdict"];
  check: string | null;
}

const PYTHON = ["python3", join(root, "verify/fairhat_verify.py")];
const COMMAND_LINE = [process.execPath, join(root, "verify/main.ts")];

/** What a verifier says of files, by name; one process for all of them. */
async function saidBy(verifier: string[], files: string[]): Promise<Map<string, Line>> {
  const checking = Bun.spawn([...verifier, "--json", ...files], { stdout: "pipe" });
  const lines = (await new Response(checking.stdout).text()).trim().split("\n");
  const parsed = lines.map((line): Line => JSON.parse(line));
  expect(parsed).toHaveLength(files.length);
  return new Map(parsed.map((line) => [basename(line.file), line]));
}

test("both verifiers give the verdict that each vector names", async () => {
  const vectors = join(root, "verify/vectors");
  const index: Line[] = await Bun.file(join(vectors, "index.json")).json();
  const files = index.map(({ file }) => join(vectors, file));
  const [python, commandLine] = [await saidBy(PYTHON, files), await saidBy(COMMAND_LINE, files)];
  for (const { file, verdict, check } of index) {
    expect(python.get(file)).toMatchObject({ verdict, check });
    expect(commandLine.get(file)).toMatchObject({ verdict, check });
  }
}, 60_000);

test("Python gives the result, or the refusal, of every vector of every rule", async () => {
  const files = Array.from(catalogue.keys(), (rule) => join(root, `rules/vectors/${rule.replace("/", "-")}.json`));
  const vectors: { cases: unknown[] }[] = await Promise.all(files.map((file) => Bun.file(file).json()));
  const { stdout, stderr } = Bun.spawnSync(["python3", join(import.meta.dir, "rule_vectors.py"), ...files]);
  expect(stderr.toString()).toBe("");
  expect(Number(stdout.toString())).toBe(vectors.flatMap(({ cases }) => cases).length);
}, 60_000);

function entriesOf({ list }: Fitting): Entry[] {
  return Array.from({ length: list.count }, (_, at) => {
    const tickets = list.tickets?.[at] ?? 1;
    return tickets === 1 ? { label: `Entry ${at}` } : { label: `Entry ${at}`, tickets };
  });
}

function records(rule: string): DrawRecord[] {
  const drawn = fc.sample(FITTING[rule] as fc.Arbitrary<Fitting>, { numRuns: DRAWS, seed: 20261122 });
  return drawn.map((fitting, at) => {
    const params = fitting.params as Record<string, unknown>;
    return recordOf({ rule, params, entries: entriesOf(fitting), name: `${rule} ${at}` });
  });
}

const app = rulesApp({ about: { service: "rules", revision: "", version: "" }, log: logger("rules", "silent") });

/** The outcomes that the rules service gives for records. */
async function serviceSays(drawn: DrawRecord[]): Promise<unknown[]> {
  const draws = drawn.map(({ manifest, openings, entries }) => {
    return { manifest, openings, tickets: entries.length > 0 ? entries.map(({ tickets = 1 }) => tickets) : null };
  });
  const headers = { "content-type": "application/json" };
  const request = new Request("http://localhost/outcomes", {
    method: "POST",
    headers,
    body: JSON.stringify({ draws }),
  });
  const { answers } = (await (await app.handle(request)).json()) as { answers: { value?: { outcome: unknown } }[] };
  return answers.map(({ value }) => value?.outcome);
}

test("rules service, TypeScript and Python agree on random draws of every rule", async () => {
  const files: string[] = [];
  for (const rule of Object.keys(FITTING)) {
    const drawn = records(rule);
    for (let from = 0; from < drawn.length; from += AT_ONCE) {
      const some = drawn.slice(from, from + AT_ONCE);
      expect(await serviceSays(some)).toEqual(some.map(({ outcome }) => outcome));
    }
    for (const [at, record] of drawn.entries()) {
      expect(verifyRecord(fileOf(record)).verdict).toBe("holds");
      files.push(join(folder, `${rule.replace("/", "-")}-${at}.json`));
      writeFileSync(files.at(-1) as string, canonical(record));
    }
  }
  const says = await saidBy(PYTHON, files);
  for (const file of files) expect(says.get(basename(file))).toMatchObject({ verdict: "holds" });
  console.error(`${files.length} random draws of ${Object.keys(FITTING).length} rules`);
}, 600_000);
