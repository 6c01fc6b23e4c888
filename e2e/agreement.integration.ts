// The rules service, the TypeScript verifier and the independent Python one agree on every frozen vector and on up to a
// thousand random draws of every rule. One Python process checks them all.
import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { canonical, type DrawRecord, type Entry, groupsOf, partiesOf } from "@fairhat/protocol";
import { rulesApp } from "@fairhat/rules";
import { catalogue } from "@fairhat/rules/catalogue";
import { FITTING, type Fitting } from "@fairhat/rules/testing/fitting";
import { logger } from "@fairhat/runtime";
import { type Report, verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import fc from "fast-check";
import { share } from "./share.ts";

const DRAWS = share(1_000); // per rule
const AT_ONCE = 500; // per call of the rules service

const root = dirname(import.meta.dir);
const folder = mkdtempSync(join(tmpdir(), "fairhat-agreement-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

/** A verifier's verdict on a file, without its wording. */
interface Line {
  file: string;
  verdict: Report["verdict"];
  check: string | null;
  announced: boolean | null;
  lead: number | null;
  parties: 1 | 2 | null;
  outcome: DrawRecord["outcome"];
}

const PYTHON = ["python3", join(root, "verify/fairhat_verify.py")];
const COMMAND_LINE = [process.execPath, join(root, "verify/main.ts")];

/** A verifier's verdicts on files, by name, from one process. */
async function saidBy(verifier: string[], files: string[], ...known: string[]): Promise<Map<string, Line>> {
  const checking = Bun.spawn([...verifier, "--json", ...known, ...files], { stdout: "pipe" });
  const lines = (await new Response(checking.stdout).text()).trim().split("\n");
  const parsed = lines.map((line): Line => JSON.parse(line));
  expect(parsed).toHaveLength(files.length);
  return new Map(parsed.map((line) => [basename(line.file), line]));
}

test("both verifiers give each vector's verdict", async () => {
  const vectors = join(root, "verify/vectors");
  const index: Line[] = await Bun.file(join(vectors, "index.json")).json();
  const files = index.map(({ file }) => join(vectors, file));
  const [python, commandLine] = [await saidBy(PYTHON, files), await saidBy(COMMAND_LINE, files)];
  for (const { file, ...said } of index) {
    expect(python.get(file)).toMatchObject(said);
    expect(commandLine.get(file)).toMatchObject(said);
  }
}, 60_000);

test("both verifiers require the M of a known lock", async () => {
  const vectors = join(root, "verify/vectors");
  const files = readdirSync(vectors).filter((file) => /^(holds|void|lock|case|times)-.*\.json$/.test(file));
  const paths = files.map((file) => join(vectors, file));
  const known = ["--lock", join(vectors, "lock-announced.json")];
  const [python, commandLine] = [await saidBy(PYTHON, paths, ...known), await saidBy(COMMAND_LINE, paths, ...known)];
  const bare = ({ verdict, check }: Line) => ({ verdict, check });
  for (const file of files)
    expect([file, bare(python.get(file) as Line)]).toEqual([file, bare(commandLine.get(file) as Line)]);
  expect(python.get("lock-announced.json")).toMatchObject({ verdict: "holds so far", check: null });
  expect(python.get("holds-substitutes-announced.json")).toMatchObject({ verdict: "does not hold", check: "bindings" });
}, 60_000);

// An operator's name: some letters, with invisible or equivalent characters mixed in.
const operator = fc.array(
  fc.oneof(
    fc.constantFrom(..."aAäÄßẞıİIſΣσςéＡａﬁ1١ \u00a0\u2003\u200b\u00ad\ufeff\u2800\u3164\u0301\u0345ǅჀⴠ"),
    fc.integer({ min: 0x20, max: 0x2ffff }).map((point) => String.fromCodePoint(point)),
  ),
  { maxLength: 4 },
);

test("both verifiers count the same parties", async () => {
  const named = fc.tuple(operator, operator).map(([a, b]) => [a.join("").toWellFormed(), b.join("").toWellFormed()]);
  const alike = operator.map((a) => [a.join("").toWellFormed(), a.join("").toWellFormed().toUpperCase()]);
  const pairs = [
    ...fc.sample(named, { numRuns: 5_000, seed: 20261130 }),
    ...fc.sample(alike, { numRuns: 5_000, seed: 1 }),
  ];
  const script = [
    "import json, sys, unicodedata; import fairhat_verify as f",
    "known = lambda pair: all(unicodedata.category(c) != 'Cn' for c in ''.join(pair))",
    "print(json.dumps([f.count_parties(dict(zip('ab', p))) if known(p) else None for p in json.load(sys.stdin)]))",
  ].join("\n");
  const counting = Bun.spawn(["python3", "-c", script], {
    cwd: join(root, "verify"),
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
    stdin: Buffer.from(JSON.stringify(pairs)),
    stdout: "pipe",
  });
  const counted: (1 | 2 | null)[] = JSON.parse(await new Response(counting.stdout).text());
  const compared = counted.flatMap((count, at) => (count === null ? [] : [{ pair: pairs[at] as string[], count }]));
  expect(compared.length).toBeGreaterThan(5_000);
  for (const { pair, count } of compared) {
    const [a = "", b = ""] = pair;
    expect([pair, partiesOf({ a: { operator: a }, b: { operator: b } })]).toEqual([pair, count]);
  }
}, 60_000);

test("Python gives the result or refusal of every vector of every rule", async () => {
  const files = Array.from(catalogue.keys(), (rule) => join(root, `rules/vectors/${rule.replace("/", "-")}.json`));
  const vectors: { cases: unknown[] }[] = await Promise.all(files.map((file) => Bun.file(file).json()));
  const { stdout, stderr } = Bun.spawnSync(["python3", join(import.meta.dir, "rule_vectors.py"), ...files]);
  expect(stderr.toString()).toBe("");
  expect(Number(stdout.toString())).toBe(vectors.flatMap(({ cases }) => cases).length);
}, 60_000);

function entriesOf({ list }: Fitting): Entry[] {
  return Array.from({ length: list.count }, (_, at) => {
    const [tickets, group] = [list.tickets?.[at] ?? 1, list.groups?.[at] ?? 0];
    const grouped = group === 0 ? {} : { group: `Group ${group}` };
    return tickets === 1 ? { label: `Entry ${at}`, ...grouped } : { label: `Entry ${at}`, tickets, ...grouped };
  });
}

function records(rule: string): DrawRecord[] {
  const drawn = fc.sample(FITTING[rule] as fc.Arbitrary<Fitting>, { numRuns: DRAWS, seed: 20261122 });
  return drawn.map((fitting, at) => {
    const params = fitting.params as Record<string, unknown>;
    const follows = params.follows ? { manifest: () => ({ previous: "ab".repeat(16) }) } : {};
    return recordOf({ rule, params, entries: entriesOf(fitting), name: `${rule} ${at}`, ...follows });
  });
}

const app = rulesApp({ about: { service: "rules", revision: "", version: "" }, log: logger("rules", "silent") });

/** The rules service's outcomes for records. */
async function serviceSays(drawn: DrawRecord[]): Promise<unknown[]> {
  const draws = drawn.map(({ manifest, openings, entries }) => {
    const groups = manifest.params.limit ? { groups: groupsOf(entries) } : {};
    return {
      manifest,
      openings,
      ...groups,
      tickets: entries.length > 0 ? entries.map(({ tickets = 1 }) => tickets) : null,
    };
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
