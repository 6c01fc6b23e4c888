import { expect, test } from "bun:test";
import { canonical } from "./canonical.ts";
import { hide, type PrivateEntry, summaryOf } from "./entries.ts";
import { checkReceipt, type Receipt, type ReceiptRefusal, Receipts, type Revealed, receiptOf } from "./receipt.ts";
import type { Manifest } from "./statements.ts";
import vectors from "./vectors/receipts.json";

const NAMES = ["Ada Lovelace", "Grace Hopper", "Радия Перлман", "Zoë"];
const kept: Revealed[] = NAMES.map((label, at) => ({ label, salt: `0${at}`.repeat(16) }));
const entries: PrivateEntry[] = kept.map(({ label, salt }, at) => ({
  hidden: hide(label, salt),
  masked: at === 0 ? "A. L." : "",
  ...(at === 1 && { tickets: 3 }),
  ...(at === 2 && { group: "Year 7" }),
}));
const manifest: Manifest = {
  type: "fairhat/1/manifest",
  draw: "ff06cb572553392cd129e10b73b61d80",
  title: "Receipts",
  organiser: "",
  createdAt: "2026-01-31T12:00:00.000Z",
  lockedAt: "2026-01-31T12:05:00.000Z",
  drawAfter: null,
  rule: "raffle/1",
  params: { winners: 1, alternates: 0 },
  entries: summaryOf(entries),
  seals: { a: "00".repeat(32), b: "01".repeat(32) },
  policy: { substitutes: "none", redraw: "never" },
  previous: null,
  beacon: null,
};
const receipts = new Receipts(manifest, entries);
const receipt = receiptOf(manifest, entries, 1, kept[1] as Revealed);
const reasonOf = (value: unknown, other: Manifest = manifest) => {
  const read = checkReceipt(value, other);
  return read.ok ? null : read.refused.reason;
};

test("each entrant's receipt is valid", () => {
  for (const [at, one] of kept.entries()) expect(reasonOf(receipts.of(at, one))).toBeNull();
  expect(() => receipts.of(4, kept[0] as Revealed)).toThrow(RangeError);
});

test.each<[ReceiptRefusal["reason"], object]>([
  ["not_a_receipt", { type: "fairhat/1/record" }],
  ["another_draw", { draw: "00".repeat(16) }],
  ["another_lock", { manifest: "00".repeat(32) }],
  ["index_out_of_range", { index: 4 }],
  ["not_a_receipt", { index: -1 }],
  ["not_in_the_list", { index: 0 }],
  ["label_not_hidden_so", { entry: entries[0] }],
  ["not_in_the_list", { entry: { ...entries[1], tickets: 4 } }],
  ["not_in_the_list", { entry: { ...entries[1], masked: "G. H." } }],
  ["not_in_the_list", { entry: { ...entries[1], group: "Year 8" } }],
  ["label_not_hidden_so", { label: "Ada Lovelace" }],
  ["label_not_hidden_so", { salt: "ff".repeat(16) }],
  ["proof_of_another_length", { proof: [] }],
  ["proof_of_another_length", { proof: receipt.proof.slice(1) }],
  ["proof_of_another_length", { proof: [...receipt.proof, "00".repeat(32)] }],
  ["not_in_the_list", { proof: receipt.proof.toReversed() }],
  ["not_a_receipt", { more: 1 }],
])("a changed receipt: %s, for %j", (reason, change) => {
  expect(reasonOf({ ...receipt, ...change })).toBe(reason);
});

test("a label in another normal form is reported as such", () => {
  const zoe = receipts.of(3, kept[3] as Revealed);
  expect(reasonOf({ ...zoe, label: "Zoë".normalize("NFD") })).toBe("label_in_another_form");
});

test("a lock of the same list with another count or without an entry has another M", () => {
  const shorter = { ...manifest, entries: summaryOf(entries.toSpliced(1, 1)) };
  expect(reasonOf(receipt, shorter)).toBe("another_lock");
  const { receipt: forged } = { receipt: receiptOf(shorter, entries, 1, kept[1] as Revealed) };
  expect(reasonOf(forged, shorter)).toBe("not_in_the_list");
});

test("the vectors", () => {
  expect(canonical(vectors.manifest)).toBe(canonical(manifest));
  expect(vectors.holds as Receipt[]).toEqual(kept.map((one, at) => receipts.of(at, one)));
  for (const value of vectors.holds) expect(reasonOf(value)).toBeNull();
  for (const { reason, receipt } of vectors.refused) expect(reasonOf(receipt)).toBe(reason as ReceiptRefusal["reason"]);
});
