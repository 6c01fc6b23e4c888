// Section 12 of docs/protocol.md in both verifiers, which must agree.
import { afterAll, beforeAll, expect, test } from "bun:test";
import { sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonical, digest, type Passover, signedBytes, toHex } from "@fairhat/protocol";
import { fileOf, keyPair, recordOf, TIMES } from "./fixture.ts";
import { main } from "./main.ts";

const CORE = keyPair("core");
const entries = ["Ada", "Grace", "Radia", "Emmy", "Sophie"].map((label) => ({ label }));
const record = recordOf({ rule: "winners/1", params: { winners: 2, alternates: 2 }, entries });
const prizes = { prizes: ["Book", "Pen"].map((name) => ({ name, quantity: 1 })), tickets: false, alternates: 1 };
const ofPrizes = recordOf({ rule: "prizes/1", params: prizes, entries, name: "prizes" });
const result = record.outcome?.result as { winners: number[]; alternates: number[] };
const [first = 0, second = 0] = result.winners;
const [next = 0, last = 0] = result.alternates;
const LATER = "2026-01-31T13:00:00.000Z";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "fairhat-passovers-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

function said(position: number, changes: Partial<Passover> = {}, of = record) {
  const { draw } = of.manifest;
  const statement = {
    type: "fairhat/1/passover",
    draw,
    manifest: digest(of.manifest),
    position,
    reason: "ill",
    at: LATER,
  };
  const changed = { ...statement, ...changes };
  return { key: CORE.service, statement: changed, signature: toHex(sign(null, signedBytes(changed), CORE.privateKey)) };
}

const file = (passovers: object[], more = {}) => canonical({ type: "fairhat/1/passovers", passovers, ...more });

/** Both verifiers' result, which must be equal: the verdict, and the failed check. */
async function verdicts(given: string, of = record, pinned: string[] = [CORE.service]): Promise<string> {
  const [recordFile, passoversFile] = [join(folder, "record.json"), join(folder, "passovers.json")];
  writeFileSync(recordFile, fileOf(of));
  writeFileSync(passoversFile, given);
  const keys = pinned.flatMap((key) => ["--key", `core=${key}`]);
  const args = [recordFile, "--passovers", passoversFile, "--json", ...keys];
  const lines: string[] = [];
  await main(
    args,
    (line) => lines.push(line),
    (text) => text,
  );
  const python = Bun.spawnSync(["python3", join(import.meta.dir, "fairhat_verify.py"), ...args]);
  const both = [lines.join(""), python.stdout.toString()].map((line) => {
    const { verdict, check } = JSON.parse(line);
    return `${verdict} ${check ?? ""}`.trim();
  });
  expect(both[1]).toBe(both[0]);
  return both[0] ?? "";
}

type Given = Parameters<typeof verdicts>;

/** One case each: its name, and the verifiers' input. */
function rows(cases: [string, ...Given][]): [string, Given][] {
  return cases.map(([name, ...given]) => [name, given]);
}

const prizeWinners = ((ofPrizes.outcome?.result.prizes ?? []) as { winners: number[] }[]).flatMap(
  ({ winners }) => winners,
);

test.each(
  rows([
    ["nobody", file([])],
    ["one", file([said(first)])],
    ["a winner, and the one who moved up", file([said(second), said(next), said(last)])],
    ["more than there are alternates", file([said(first), said(second), said(next), said(last)])],
    ["a winner of the second prize", file([said(prizeWinners[1] ?? 0, {}, ofPrizes)]), ofPrizes],
    ["at the moment of the draw, by a key that is not pinned", file([said(first, { at: TIMES.opened })]), record, []],
  ]),
)("holds: %s", async (_, given) => {
  expect(await verdicts(...given)).toBe("holds");
});

const other = recordOf({ rule: "order/1", params: {}, entries, name: "order" });
test.each(
  rows([
    ["an alternate who has not moved up", file([said(next)])],
    [
      "somebody who was not drawn",
      file([said([0, 1, 2, 3, 4].find((at) => ![first, second, next, last].includes(at)) ?? 0)]),
    ],
    ["somebody twice", file([said(first), said(first)])],
    ["another draw", file([said(first, { draw: "0".repeat(32) })])],
    ["another manifest", file([said(first, { manifest: "0".repeat(64) })])],
    ["before the draw", file([said(first, { at: TIMES.bound })])],
    ["earlier than the one before", file([said(first), said(second, { at: TIMES.opened })])],
    [
      "another reason than was signed",
      file([{ ...said(first), statement: { ...said(first).statement, reason: "well" } }]),
    ],
    ["a key that is not the pinned one", file([said(first)]), record, [keyPair("another").service]],
    ["a draw without winners", file([said(0, {}, other)]), other],
    ["an empty reason", file([said(first, { reason: "" })])],
    ["a member too many", file([said(first)], { more: 1 })],
    ["a file that is not in canonical form", `${file([said(first)])}\n`],
    ["no file of passovers", "{}"],
    ["no JSON", "{"],
  ]),
)("does not hold: %s", async (_, given) => {
  expect(await verdicts(...given)).toBe("does not hold passovers");
});
