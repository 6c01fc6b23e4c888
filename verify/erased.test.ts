// Section 8 of docs/protocol.md: a record with an erased list has a separate verdict, in both verifiers.
import { expect, test } from "bun:test";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonical, type DrawRecord, hide, type PrivateEntry, Receipts, utf8 } from "@fairhat/protocol";
import { fileOf, lockOf, recordOf } from "./fixture.ts";
import { verifyRecord } from "./verdict.ts";
import { lines } from "./words.ts";

const entries = ["Ada", "Grace", "Emmy"].map((label) => ({ label }));
const record = recordOf({ rule: "winners/1", params: { winners: 1, alternates: 1 }, entries });
const weighted = recordOf({
  rule: "raffle/1",
  params: { winners: 1, alternates: 1 },
  entries: entries.map((entry) => ({ ...entry, tickets: 2 })),
});
const erased = (one: DrawRecord) => utf8(canonical({ ...one, entries: null }));
const said = (file: Uint8Array) => lines("file", verifyRecord(file), (text) => text).at(-1) ?? "";

test("the result is still verified if only the number of entries counts", () => {
  const report = verifyRecord(erased(record));
  expect(report.verdict).toBe("erased");
  expect(report.checks.map(({ status }) => status).filter((status) => status !== "passed")).toEqual(["skipped"]);
  expect(said(erased(record))).toContain("the result follows from the sealed numbers; the list can't be checked here");
  expect(verifyRecord(fileOf(record)).verdict).toBe("holds");
});

test("tickets are erased with the list, so the result cannot be verified", () => {
  expect(verifyRecord(erased(weighted)).verdict).toBe("erased");
  expect(said(erased(weighted))).toContain("list and result can't be checked here");
});

test("another result, another list in the manifest or an erased lock do not hold", () => {
  const result = { winners: record.outcome?.result.alternates, alternates: record.outcome?.result.winners };
  const other = { ...record, outcome: { ...record.outcome, result } } as DrawRecord;
  expect(verifyRecord(erased(other)).failed?.name).toBe("result");
  const longer = { ...record.manifest, entries: { ...record.manifest.entries, count: 4, tickets: 4 } };
  expect(verifyRecord(erased({ ...record, manifest: longer })).failed?.name).toBe("bindings");
  expect(verifyRecord(utf8(canonical({ ...lockOf(record), entries: null }))).failed?.name).toBe("form");
});

test("a receipt is still valid after the list was erased", () => {
  const kept = ["Ada", "Grace"].map((label, at) => ({ label, salt: `0${at}`.repeat(16) }));
  const hidden: PrivateEntry[] = kept.map(({ label, salt }) => ({ hidden: hide(label, salt), masked: "" }));
  const secret = recordOf({ rule: "winners/1", params: { winners: 1, alternates: 0 }, entries: hidden });
  const receipt = new Receipts(secret.manifest, hidden).of(1, kept[1] as { label: string; salt: string });
  const { verdict, checks } = verifyRecord(erased(secret), { receipt: utf8(canonical(receipt)) });
  expect([verdict, checks.at(-1)?.status]).toEqual(["erased", "passed"]);
});

test("the other verifier agrees", () => {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-erased-"));
  const files = [record, weighted].map((one, at) => {
    const file = join(folder, `${at}.json`);
    writeFileSync(file, erased(one));
    return file;
  });
  const python = Bun.spawnSync(["python3", join(import.meta.dir, "fairhat_verify.py"), ...files]);
  rmSync(folder, { recursive: true });
  expect(python.exitCode).toBe(6);
  const said = python.stdout.toString();
  expect(said).toContain("the result follows from the sealed numbers; the list can't be checked here");
  expect(said).toContain("list and result can't be checked here");
}, 15_000);
