// Section 13: an entrant's receipt of a private draw, checked with its record or lock.
import { canonical, checkReceipt, type ReceiptReading, standingOf, ticketsOf } from "@fairhat/protocol";
import type { Check, Evidence, Known } from "./check.ts";

export const receipt: Check = {
  name: "receipt",
  demand: "the receipt is of an entry in the locked list",
  skipped: (_, passed) => (passed.has("bindings") ? null : "it needs what bindings did not show"),
  facts(evidence, { receipt: given }) {
    const read = readFile(given, evidence);
    return read.ok ? factsOf(read.receipt, evidence) : { receipt: "refused" };
  },
  failure(evidence, { receipt: given }) {
    const read = readFile(given, evidence);
    if (read.ok) return null;
    const { reason, at } = read.refused;
    return { expected: `a receipt of this draw, in ${at || "canonical form"}`, found: reason };
  },
};

// No label is repeated, because output ends up in logs.
function factsOf({ index, entry }: Extract<ReceiptReading, { ok: true }>["receipt"], { manifest, outcome }: Evidence) {
  const standing = outcome ? standingOf(outcome.result, []) : null;
  return {
    place: `${index + 1} of ${manifest.entries.count}`,
    tickets: String(ticketsOf(entry)),
    ...(standing && { drawn: standing.held.includes(index) ? "yes" : "no" }),
  };
}

function readFile(given: Known["receipt"], { manifest }: Evidence): ReceiptReading {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(given ?? undefined);
    const read = checkReceipt(JSON.parse(text), manifest);
    return read.ok && canonical(read.receipt) !== text ? UNREADABLE : read;
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE: ReceiptReading = { ok: false, refused: { reason: "not_a_receipt", at: "" } };
