import { describe, expect, test } from "bun:test";
import { canonical, type Entry } from "@fairhat/protocol";
import fc from "fast-check";
import { CHUNK, entriesOf, newList } from "./entries.ts";

const people = (count: number): Entry[] => Array.from({ length: count }, (_, at) => ({ label: `Person ${at}` }));

describe("a list is kept in chunks", () => {
  test("of a thousand, permanently: stored lists are read by that number", () => {
    expect(CHUNK).toBe(1_000);
  });

  test.each([
    [0, []],
    [1, [1]],
    [CHUNK - 1, [CHUNK - 1]],
    [CHUNK, [CHUNK]],
    [CHUNK + 1, [CHUNK, 1]],
    [2 * CHUNK, [CHUNK, CHUNK]],
  ])("%d entries", (count, sizes) => {
    expect(newList(people(count)).chunks.map((chunk) => entriesOf(chunk).length)).toEqual(sizes);
  });

  test("from which it is read back unchanged, in canonical form", () => {
    const label = fc.string({ unit: "binary", minLength: 1 }).filter((text) => text.isWellFormed());
    const entry = fc.record({ label, tickets: fc.integer({ min: 2 }) }, { requiredKeys: ["label"] });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const { chunks } = newList(entries);
        expect(chunks.flatMap(entriesOf)).toEqual(entries);
        expect(`[${chunks.join(",")}]`).toBe(canonical(entries));
      }),
    );
  });
});

test("a list has the manifest's summary", () => {
  const entries = [{ label: "Ada" }, { label: "Grace", tickets: 3 }];
  // SHA-256(0x01 || leaf(Ada) || leaf(Grace)) with leaf = SHA-256(0x00 || canonical form): RFC 6962, by sha256sum.
  expect(newList(entries).summary).toEqual({
    entry_count: 2,
    entry_tickets: 4,
    entry_root: "78655547ff583f7ccfecf195256abf45170c3bec6089569fa6e01fe336f3ff88",
  });
});
