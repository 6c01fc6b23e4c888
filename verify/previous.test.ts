// Section 12 of docs/protocol.md: a follow-up draw beside the first one, by both verifiers.
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type DrawRecord, digest, integer, listOf, type Manifest } from "@fairhat/protocol";
import { fileOf, lockOf, type Plan, recordOf } from "./fixture.ts";
import { main } from "./main.ts";

const entries = ["Ada", "Grace", "Radia", "Emmy", "Sophie", "Hedy", "Joan"].map((label) => ({ label }));
const first = recordOf({ rule: "winners/1", params: { winners: 2, alternates: 2 }, entries, name: "first" });
const positionsIn = ({ outcome }: DrawRecord, part: string) => listOf(integer(0)).read(outcome?.result[part]);
const winnersOf = (record: DrawRecord) => positionsIn(record, "winners");
const [winners, alternates] = [winnersOf(first), positionsIn(first, "alternates")];
const ascending = (positions: (number | undefined)[]) =>
  positions.filter((one) => one !== undefined).toSorted((a, b) => a - b);
const WON = ascending([...winners, alternates[0]]);

/** A draw that follows the first one, but for what is changed. */
function following(params: object = {}, plan: Partial<Plan> = {}, manifest: Partial<Manifest> = {}) {
  const all = { winners: 1, alternates: 0, limit: null, excluded: WON, follows: digest(first.manifest), ...params };
  const previous = { previous: first.manifest.draw, ...manifest };
  return recordOf({ rule: "winners/2", params: all, entries, name: "second", manifest: () => previous, ...plan });
}

const grouped = entries.map((entry, at) => ({ ...entry, group: `Household ${at % 3}` }));
const household = recordOf({
  rule: "winners/1",
  params: { winners: 1, alternates: 0 },
  entries: grouped,
  name: "grouped",
});
const limits = {
  winners: 2,
  limit: 1,
  excluded: winnersOf(household),
  follows: digest(household.manifest),
};
const withGroups = (params: object = {}) =>
  following({ ...limits, ...params }, { entries: grouped }, { previous: household.manifest.draw });

const second = following();
const wonSecond = winnersOf(second);
const third = (excluded: number[]) =>
  following({ excluded, follows: digest(second.manifest) }, { name: "third" }, { previous: second.manifest.draw });

const loser = entries.findIndex((_, at) => ![...winners, ...alternates].includes(at));
const order = recordOf({ rule: "order/1", params: {}, entries, name: "order" });
const changed = { ...first, outcome: { ...first.outcome, result: { winners: [0, 1], alternates: [2, 3] } } };
const followsOrder = following({ follows: digest(order.manifest) }, {}, { previous: order.manifest.draw });
const otherList = [...entries.slice(0, -1), { label: "Somebody else" }];

const FAILED = "does not hold previous";
/** What is seen, what both verifiers say of it, the draw, and the one before it where that is not `first`. */
const CASES: [name: string, said: string, draw: object, before?: object][] = [
  ["winners and an alternate who moved up are out", "holds", second],
  ["winners alone are out", "holds", following({ excluded: ascending(winners) })],
  ["a lock", "holds so far", lockOf(second)],
  ["a third draw excludes whom the second excludes", "holds", third(ascending([...WON, ...wonSecond])), second],
  ["a third draw that does not", FAILED, third(ascending(wonSecond)), second],
  ["another list", FAILED, following({}, { entries: otherList })],
  ["another first manifest", FAILED, following({ follows: "ab".repeat(32) })],
  ["another first draw", FAILED, following({}, {}, { previous: "ab".repeat(16) })],
  ["no first manifest", FAILED, following({ follows: null })],
  ["a winner who is not out", FAILED, following({ excluded: winners.slice(0, 1) })],
  ["somebody out who has not won", FAILED, following({ excluded: ascending([...WON, loser]) })],
  [
    "the second alternate out before the first",
    FAILED,
    following({ excluded: ascending([...winners, alternates[1]]) }),
  ],
  ["a rule without exclusions", FAILED, order],
  ["a first draw without winners", FAILED, followsOrder, order],
  ["a first record that does not hold", "bad arguments", second, changed],
  ["a manifest named, and no draw", "does not hold rule", following({}, {}, { previous: null })],
  ["a limit", "holds", withGroups(), household],
  ["a limit, and erased lists", "erased", { ...withGroups(), entries: null }, { ...household, entries: null }],
  ["more winners than the limit has room for", "does not hold rule", withGroups({ winners: 3 }), household],
];

const BY_PYTHON = [
  "import contextlib, io, json, sys; import fairhat_verify as f",
  "def say(args):",
  "  out = io.StringIO()",
  "  with contextlib.redirect_stdout(out), contextlib.redirect_stderr(io.StringIO()):",
  "    try: f.main(args)",
  "    except SystemExit: return None",
  "  return json.loads(out.getvalue())",
  "print(json.dumps([say(args) for args in json.load(sys.stdin)]))",
].join("\n");

type Line = { verdict: string; check: string | null } | null;
const inWords = (line: Line) => (line ? `${line.verdict} ${line.check ?? ""}`.trim() : "bad arguments");

test("both verifiers check a draw against the one that it follows", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-previous-"));
  try {
    const written = (name: string, document: object) => {
      writeFileSync(join(folder, name), fileOf(document));
      return join(folder, name);
    };
    const all = CASES.map(([, , draw, before = first], at) => {
      const [file, previous] = [written(`${at}.json`, draw), written(`${at}-first.json`, before)];
      return [file, "--previous", previous, "--json"];
    });
    const ours = await Promise.all(all.map(lineOf));
    const python = Bun.spawnSync(["python3", "-c", BY_PYTHON], {
      cwd: import.meta.dir,
      env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1" },
      stdin: Buffer.from(JSON.stringify(all)),
    });
    const theirs: Line[] = JSON.parse(python.stdout.toString());
    const said = (lines: Line[]) => CASES.map(([name], at) => [name, inWords(lines[at] ?? null)]);
    expect(said(ours)).toEqual(CASES.map(([name, expected]) => [name, expected]));
    expect(said(theirs)).toEqual(said(ours));
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);

async function lineOf(args: string[]): Promise<Line> {
  const printed: string[] = [];
  await main(
    args,
    (line) => printed.push(line),
    (text) => text,
  );
  return JSON.parse(printed[0] ?? "null");
}
