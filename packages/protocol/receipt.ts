// Receipts for entrants of a private draw, docs/protocol.md section 13: each proves one label, at one position of the
// locked list.
import { canonical, digest } from "./canonical.ts";
import { hide, label, type PrivateEntry, privateEntry, salt } from "./entries.ts";
import { fromHex, toHex, utf8 } from "./hex.ts";
import { constant, integer, listOf, type Of, object, reading } from "./shape.ts";
import { drawId, hash, type Manifest } from "./statements.ts";
import { Proofs, rootFrom } from "./tree.ts";

export const receipt = object({
  type: constant("fairhat/1/receipt"),
  draw: drawId,
  manifest: hash,
  index: integer(0),
  entry: privateEntry,
  label,
  salt,
  proof: listOf(hash),
});
export type Receipt = Of<typeof receipt>;

/** A label and its salt. */
export const revealed = object({ label, salt });
export type Revealed = Of<typeof revealed>;

/** Writes the receipts of a list that is locked, whose entries are given one by one. */
export class ReceiptWriter {
  readonly #draw: string;
  readonly #manifest: string;
  readonly #proofs: Proofs;

  /** `proofs`: of the canonical forms of all entries. */
  constructor(manifest: Manifest, proofs: Proofs) {
    this.#draw = manifest.draw;
    this.#manifest = digest(manifest);
    this.#proofs = proofs;
  }

  /** The receipt of the entry that is at `index`. */
  of(index: number, entry: PrivateEntry, { label, salt }: Revealed): Receipt {
    const proof = this.#proofs.of(index).map(toHex);
    const [draw, manifest] = [this.#draw, this.#manifest];
    return { type: "fairhat/1/receipt", draw, manifest, index, entry, label, salt, proof };
  }
}

/** Writes the receipts of a list that is locked. */
export class Receipts {
  readonly #writer: ReceiptWriter;
  readonly #entries: readonly PrivateEntry[];

  constructor(manifest: Manifest, entries: readonly PrivateEntry[]) {
    this.#writer = new ReceiptWriter(manifest, new Proofs(entries.map((entry) => utf8(canonical(entry)))));
    this.#entries = entries;
  }

  /** The receipt of the entry at `index`. Throws RangeError if there is none. */
  of(index: number, name: Revealed): Receipt {
    const entry = this.#entries[index];
    if (!entry) throw new RangeError(`the list has no entry ${index}`);
    return this.#writer.of(index, entry, name);
  }
}

/** One receipt of a locked list; for many use Receipts. */
export function receiptOf(
  manifest: Manifest,
  entries: readonly PrivateEntry[],
  index: number,
  kept: Revealed,
): Receipt {
  return new Receipts(manifest, entries).of(index, kept);
}

/** Why a receipt is refused. Names the position and never a label. */
export interface ReceiptRefusal {
  reason:
    | "not_a_receipt"
    | "another_draw"
    | "another_lock"
    | "index_out_of_range"
    | "label_in_another_form"
    | "label_not_hidden_so"
    | "proof_of_another_length"
    | "not_in_the_list";
  at: string;
}

export type ReceiptReading = { ok: true; receipt: Receipt } | { ok: false; refused: ReceiptRefusal };

/** Checks a parsed receipt against the draw's manifest, taken from a verified record or lock. */
export function checkReceipt(value: unknown, manifest: Manifest): ReceiptReading {
  const read = reading(receipt, value);
  if (!read.ok) return { ok: false, refused: { reason: "not_a_receipt", at: read.problem.at } };
  const refused = receiptRefusal(read.value, manifest);
  return refused ? { ok: false, refused } : { ok: true, receipt: read.value };
}

function receiptRefusal(given: Receipt, manifest: Manifest): ReceiptRefusal | null {
  const { count, root } = manifest.entries;
  if (given.draw !== manifest.draw) return { reason: "another_draw", at: "draw" };
  if (given.manifest !== digest(manifest)) return { reason: "another_lock", at: "manifest" };
  if (given.index >= count) return { reason: "index_out_of_range", at: "index" };
  const hiding = hidingRefusal(given.entry, given);
  if (hiding) return hiding;
  const found = rootFrom(utf8(canonical(given.entry)), given.index, count, given.proof.map(fromHex));
  if (!found) return { reason: "proof_of_another_length", at: "proof" };
  return toHex(found) === root ? null : { reason: "not_in_the_list", at: "proof" };
}

/** Why a label and a salt do not match an entry's hash, or null. */
export function hidingRefusal({ hidden }: PrivateEntry, { label, salt }: Revealed): ReceiptRefusal | null {
  if (hide(label, salt) === hidden) return null;
  const inForm = hide(label.normalize("NFC"), salt) === hidden;
  return { reason: inForm ? "label_in_another_form" : "label_not_hidden_so", at: "label" };
}
