// The receipts of a private draw whose names core keeps, for its organiser: docs/protocol.md section 13.
import { HANDOUT_HEAD, handoutLine, handoutOf } from "@fairhat/browser/handouts";
import {
  canonical,
  type Entry,
  isPrivate,
  LeafHashes,
  type Manifest,
  type PrivateEntry,
  Proofs,
  type Receipt,
  ReceiptWriter,
  utf8,
} from "@fairhat/protocol";
import { type Answer, answered, refused, yieldToOthers } from "@fairhat/runtime";
import type { Context } from "./context.ts";
import { CHUNK, entriesOf } from "./entries.ts";
import { allChunks } from "./list.ts";
import { type KeptNames, keptNames } from "./names.ts";
import type { Draw } from "./repository.ts";
import { streamOf } from "./stream.ts";

type Receipts = AsyncGenerator<Receipt[]>;

/** All receipts of a draw in list order, some at a time. */
export async function receiptsOf(context: Context, draw: Draw, manageKey: string): Promise<Answer<Receipts>> {
  const names = await keptNames(context.db, draw.id, manageKey);
  if (draw.erased_at !== null) return refused("list_erased");
  if (!names) return refused("names_not_kept");
  if (draw.manifest === null) return refused("not_locked");
  return answered(written(context, draw, JSON.parse(draw.manifest), names));
}

async function* written(context: Context, draw: Draw, manifest: Manifest, names: KeptNames): Receipts {
  const writer = new ReceiptWriter(manifest, await proofsOf(context, draw));
  let number = 0;
  for await (const chunk of allChunks(context.db, draw)) {
    const kept = await names.chunk(number);
    const first = number * CHUNK;
    yield hiddenIn(chunk).map((entry, at) => {
      const name = kept[at];
      if (!name) throw new Error(`draw ${draw.id}: the name of an entry is missing`);
      return writer.of(first + at, entry, name);
    });
    number += 1;
    await yieldToOthers();
  }
}

async function proofsOf({ db }: Context, draw: Draw): Promise<Proofs> {
  const leaves = new LeafHashes(draw.entry_count);
  for await (const chunk of allChunks(db, draw)) {
    for (const entry of hiddenIn(chunk)) leaves.add(utf8(canonical(entry)));
    await yieldToOthers();
  }
  return new Proofs(leaves);
}

function hiddenIn(chunk: string): PrivateEntry[] {
  const entries: Entry[] = entriesOf(chunk);
  return entries.filter(isPrivate);
}

export type ReceiptsForm = "json" | "csv";

const WRITTEN = {
  json: { type: "application/json", pieces: receiptsJson },
  csv: { type: "text/csv; charset=utf-8; header=present", pieces: receiptsCsv },
};

/** The file of all receipts, which only the organiser gets. */
export function receiptsFile({ publicUrl }: Context, id: string, form: ReceiptsForm, receipts: Receipts): Response {
  const { type, pieces } = WRITTEN[form];
  const headers = {
    "content-type": type,
    "content-disposition": `attachment; filename="fairhat-${id}-receipts.${form}"`,
    "cache-control": "no-store", // for the names in it
    vary: "accept",
  };
  return new Response(streamOf(pieces(receipts, publicUrl)), { headers });
}

/** The table for mail merge, piece by piece. */
async function* receiptsCsv(receipts: Receipts, site: string): AsyncGenerator<string> {
  yield HANDOUT_HEAD;
  for await (const some of receipts) yield some.map((receipt) => handoutLine(handoutOf(receipt, site))).join("");
}

/** The same as JSON, each with the receipt itself. */
async function* receiptsJson(receipts: Receipts, site: string): AsyncGenerator<string> {
  let separator = `{"receipts":[`;
  for await (const some of receipts) {
    yield separator + some.map((receipt) => JSON.stringify({ ...handoutOf(receipt, site), receipt })).join(",");
    separator = ",";
  }
  yield separator === "," ? "]}" : `${separator}]}`;
}
