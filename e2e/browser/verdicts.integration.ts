// The page's worker in a real browser, the command line and the independent Python verifier agree on every frozen
// record, and on every single-field change of a few.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { canonical } from "@fairhat/protocol";
import type { Report } from "@fairhat/verify";
import { type Plan, recordOf, TIMES } from "@fairhat/verify/fixture";
import type { Browser } from "playwright-core";
import { type Change, changed, type Json, oneOff } from "../../browser/check/change.ts";
import { fieldsOf, placeOf } from "../../browser/check/sample.ts";
import { startBrowser, visitor } from "./browser.ts";
import { type Running, startFairhat } from "./process.ts";

setDefaultTimeout(180_000);

const root = dirname(dirname(import.meta.dir));
const vectors = join(root, "verify/vectors");
const folder = mkdtempSync(join(tmpdir(), "fairhat-verdicts-"));

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** A verifier's verdict on a file, without its wording. */
interface Said {
  verdict: Report["verdict"];
  check: string | null;
  signers: Report["signers"];
  announced: boolean | null;
  lead: number | null;
  operators: Record<"a" | "b", string> | null;
  parties: 1 | 2 | null;
  outcome: Report["outcome"];
}
type Line = Said & { file: string; expected: string | null; found: string | null };

const PYTHON = ["python3", join(root, "verify/fairhat_verify.py")];
const COMMAND_LINE = [process.execPath, join(root, "verify/main.ts")];

/** A program's verdicts on files, from one process. */
async function saidBy(program: string[], files: string[]): Promise<Line[]> {
  const checking = Bun.spawn([...program, "--json", ...files], { stdout: "pipe" });
  const lines = (await new Response(checking.stdout).text()).trim().split("\n");
  return lines.map((line): Line => {
    const { file, ...said } = JSON.parse(line);
    return { ...said, file: basename(file) };
  });
}

/** The verdicts of the worker of /verify on files. */
async function saidInBrowser(files: string[]): Promise<Line[]> {
  const someone = await visitor(browser, site.url);
  await someone.open("/verify");
  const contents = files.map((file) => readFileSync(file).toString("base64"));
  const reports = await someone.page.evaluate(async (all) => {
    const { worker: address = "" } = document.querySelector<HTMLElement>(".checking")?.dataset ?? {};
    const worker = new Worker(address, { type: "module" });
    const check = (file: Uint8Array) =>
      new Promise<Report>((resolve) => {
        worker.onmessage = ({ data }) => data.kind === "checked" && resolve(data.report);
        worker.postMessage({ kind: "file", file, known: {} });
      });
    const said: Report[] = [];
    for (const content of all) said.push(await check(Uint8Array.from(atob(content), (byte) => byte.charCodeAt(0))));
    return said;
  }, contents);
  someone.nothingWrong();
  await someone.leave();
  return reports.map(({ verdict, failed, why, signers, announced, summary, outcome }, at) => {
    const { name: check = null, expected = null, found = why } = failed ?? {};
    const { lead = null, operators = null, parties = null } = summary ?? {};
    const said = { verdict, check, expected, found, signers, announced, lead, operators, parties, outcome };
    return { file: basename(files[at] ?? ""), ...said };
  });
}

const withoutWords = ({ expected, found, ...said }: Line) => said;

async function expectAgreement(files: string[]): Promise<Line[]> {
  const [inBrowser, commandLine, python] = [
    await saidInBrowser(files),
    await saidBy(COMMAND_LINE, files),
    await saidBy(PYTHON, files),
  ];
  expect(inBrowser).toHaveLength(files.length);
  expect(inBrowser).toEqual(commandLine);
  expect(inBrowser.map(withoutWords)).toEqual(python.map(withoutWords));
  return inBrowser;
}

const INDEXED = ["file", "verdict", "check", "announced", "lead", "parties", "outcome"] as const;

test("each frozen record has its intended verdict", async () => {
  const index: Pick<Line, (typeof INDEXED)[number]>[] = await Bun.file(join(vectors, "index.json")).json();
  const said = await expectAgreement(index.map(({ file }) => join(vectors, file)));
  const indexed = said.map((line) => Object.fromEntries(INDEXED.map((name) => [name, line[name]])));
  expect(indexed).toEqual(index);
});

const LIST = ["Zoë", "Ada", "Bo", "Ada"].map((label) => ({ label }));
const WINNERS: Plan = { rule: "winners/1", params: { winners: 2, alternates: 1 }, entries: LIST };
const PLANS: Record<string, Plan> = {
  announced: { ...WINNERS, manifest: () => ({ drawAfter: TIMES.due }) },
  tickets: {
    rule: "raffle/1",
    params: { winners: 1, alternates: 0 },
    entries: [{ label: "Ada", tickets: 3 }, { label: "Bo" }],
  },
  numbers: { rule: "numbers/1", params: { from: 1, to: 49, count: 6, repeat: false }, entries: [] },
  stopped: { ...WINNERS, reason: "The room was flooded.", bound: ["a", "b"], opened: ["b"] },
};

/** Each value with one character changed, removed, and replaced by null. */
function changesOf(record: Json): Change[] {
  return Object.values(fieldsOf(record))
    .flat()
    .flatMap(({ path, value }) => [
      { path, to: oneOff(value) },
      { path },
      ...(value === null ? [] : [{ path, to: null }]),
    ]);
}

// Reason and time of a stop are unsigned.
const FREE = ["void.reason", "void.at"];

test.each(Object.keys(PLANS))("they agree on every single-field change of a record: %s", async (name) => {
  const plan = PLANS[name];
  if (!plan) throw new Error(name);
  const record = recordOf(plan) as unknown as Json;
  const changes = changesOf(record);
  expect(changes.length).toBeGreaterThan(120);
  const files = changes.map((change, at) => {
    const file = join(folder, `${name}-${at}.json`);
    writeFileSync(file, canonical(changed(record, [change])));
    return file;
  });
  const said = await expectAgreement(files);
  const passed = changes.filter((_, at) => ["holds", "void"].includes(said[at]?.verdict ?? ""));
  expect(passed.map(({ path }) => placeOf(path))).toEqual(name === "stopped" ? FREE : []);
  console.error(`${name}: ${files.length} changed records`);
});
