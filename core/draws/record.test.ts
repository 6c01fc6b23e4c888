import { describe, expect, test } from "bun:test";
import { canonical, type DrawRecord, type Entry } from "@fairhat/protocol";
import { verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";
import type { DrawTable } from "../db/schema.ts";
import { CHUNK, newList } from "./entries.ts";
import { recordText } from "./record.ts";

const text = (value: object | null) => (value === null ? null : canonical(value));

/** Core's row for the draw of this record. */
function kept({ state, manifest, seals, bindings, openings, outcome, void: stopped }: DrawRecord): DrawTable {
  return {
    ...{ state, manifest: canonical(manifest), outcome: text(outcome), void: text(stopped) },
    ...{ seal_a: canonical(seals.a), seal_b: canonical(seals.b) },
    ...{ binding_a: text(bindings.a), binding_b: text(bindings.b) },
    ...{ opening_a: text(openings.a), opening_b: text(openings.b), erased_at: null },
  } as DrawTable;
}

async function fileFrom(record: DrawRecord): Promise<Uint8Array> {
  const chunks = (async function* () {
    yield* newList(record.entries).chunks;
  })();
  const pieces = await Array.fromAsync(recordText(kept(record), chunks));
  return new TextEncoder().encode(pieces.join(""));
}

const people = (count: number): Entry[] => Array.from({ length: count }, (_, at) => ({ label: `Person "${at}" é` }));
const winners = { rule: "winners/1", params: { winners: 1, alternates: 0 } };
const numbers = { rule: "numbers/1", params: { from: 1, to: 6, count: 2, repeat: true }, entries: [] };

describe("the text of a record is its canonical form", () => {
  test.each<[string, DrawRecord, string]>([
    ["drawn", recordOf({ ...winners, entries: people(3) }), "holds"],
    ["without a list", recordOf(numbers), "holds"],
    ["with tickets", recordOf({ ...winners, rule: "raffle/1", entries: [{ label: "Ada", tickets: 2 }] }), "holds"],
    ["with a full chunk", recordOf({ ...winners, entries: people(CHUNK) }), "holds"],
    ["with many chunks", recordOf({ ...winners, entries: people(2 * CHUNK + 1) }), "holds"],
    ["void", recordOf({ ...winners, entries: people(3), reason: "too few" }), "void"],
    ["void, half bound", recordOf({ ...winners, entries: people(3), reason: "too few", bound: ["b"] }), "void"],
  ])("%s", async (_, record, verdict) => {
    const file = await fileFrom(record);
    expect(file).toEqual(fileOf(record));
    expect(verifyRecord(file).verdict).toBe(verdict as ReturnType<typeof verifyRecord>["verdict"]);
  });
});
