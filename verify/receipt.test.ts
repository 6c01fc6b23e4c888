// Section 13 of docs/protocol.md. The Python verifier's tests run the vectors in packages/protocol.
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonical, hide, type PrivateEntry, type Receipt, Receipts, type Revealed } from "@fairhat/protocol";
import { fileOf, lockOf, recordOf } from "./fixture.ts";
import { main } from "./main.ts";
import { verifyRecord } from "./verdict.ts";

const kept: Revealed[] = ["Ada", "Grace", "Радия", "Zoë", "Emmy"].map((label, at) => ({
  label,
  salt: `0${at}`.repeat(16),
}));
const entries: PrivateEntry[] = kept.map(({ label, salt }, at) => ({
  hidden: hide(label, salt),
  masked: "",
  ...(at === 1 && { tickets: 3 }),
}));
const record = recordOf({ rule: "raffle/1", params: { winners: 2, alternates: 0 }, entries });
const receipts = new Receipts(record.manifest, entries);
const of = (index: number) => receipts.of(index, kept[index] as Revealed);
const one = of(1);

const canonicalFile = (value: unknown) => new TextEncoder().encode(canonical(value));

/** The verdict with the reason of the check `receipt`. */
function verdict(given: string, file = fileOf(record)): string {
  const { verdict, failed } = verifyRecord(file, { receipt: new TextEncoder().encode(given) });
  return failed?.name === "receipt" ? `${verdict}: ${failed.found}` : verdict;
}

test("every entrant's receipt is valid, with the record and with the lock", () => {
  for (const index of kept.keys()) expect(verdict(canonical(of(index)))).toBe("holds");
  expect(verdict(canonical(one), canonicalFile(lockOf(record)))).toBe("holds so far");
});

test("the check shows place, tickets and whether it was drawn", () => {
  const winners = record.outcome?.result.winners as number[];
  const { checks } = verifyRecord(fileOf(record), { receipt: canonicalFile(one) });
  const drawn = winners.includes(1) ? "yes" : "no";
  expect(checks.at(-1)).toMatchObject({ name: "receipt", facts: { place: "2 of 5", tickets: "3", drawn } });
});

const refused = (reason: string) => `does not hold: ${reason}`;
test.each<[string, Partial<Receipt>]>([
  ["not_a_receipt", { type: "fairhat/1/record" } as never],
  ["another_draw", { draw: "00".repeat(16) }],
  ["another_lock", { manifest: "00".repeat(32) }],
  ["index_out_of_range", { index: 5 }],
  ["not_in_the_list", { index: 0 }],
  ["label_not_hidden_so", { entry: entries[0] as PrivateEntry }],
  ["not_in_the_list", { entry: { ...(entries[1] as PrivateEntry), tickets: 4 } }],
  ["not_in_the_list", { entry: { ...(entries[1] as PrivateEntry), masked: "G." } }],
  ["not_a_receipt", { entry: { label: "Grace" } as never }],
  ["label_not_hidden_so", { label: "Ada" }],
  ["label_not_hidden_so", { salt: "ff".repeat(16) }],
  ["proof_of_another_length", { proof: one.proof.slice(1) }],
  ["proof_of_another_length", { proof: [...one.proof, "00".repeat(32)] }],
  ["not_in_the_list", { proof: one.proof.toReversed() }],
])("%s, for %j", (reason, change) => {
  expect(verdict(canonical({ ...one, ...change }))).toBe(refused(reason));
});

test("another normal form, and a file that is not in canonical form", () => {
  const zoe = { ...of(3), label: "Zoë".normalize("NFD") };
  expect(verdict(canonical(zoe))).toBe(refused("label_in_another_form"));
  expect(verdict(JSON.stringify(one, null, 2))).toBe(refused("not_a_receipt"));
  expect(verdict("Grace")).toBe(refused("not_a_receipt"));
});

test("both command lines accept the same receipt, and repeat no label of one they refuse", async () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-receipts-"));
  const [target, receipt] = [join(folder, "record.json"), join(folder, "receipt.json")];
  writeFileSync(target, fileOf(record));
  writeFileSync(receipt, canonical({ ...one, index: 0 }));
  const args = [target, "--receipt", receipt];
  const lines: string[] = [];
  const status = await main(
    args,
    (line) => lines.push(line),
    (text) => text,
  );
  const python = Bun.spawnSync(["python3", join(import.meta.dir, "fairhat_verify.py"), ...args]);
  rmSync(folder, { recursive: true });
  expect([status, python.exitCode]).toEqual([1, 1]);
  for (const said of [lines.join("\n"), python.stdout.toString()]) {
    expect(said).toContain("not_in_the_list");
    expect(said).not.toContain("Grace");
  }
}, 15_000);
