import { expect, test } from "bun:test";
import { canonical } from "@fairhat/protocol";
import fc from "fast-check";
import { canonicalInPieces } from "./outcome.ts";

test("what is written in pieces is the canonical form", async () => {
  const json = fc.jsonValue({ maxDepth: 4 }).filter((value) => canonicalOrNull(value) !== null);
  await fc.assert(
    fc.asyncProperty(json, async (value) => expect(await canonicalInPieces(value)).toBe(canonical(value))),
  );
  for (const length of [9_999, 10_000, 10_001, 25_000]) {
    const order = Array.from({ length }, (_, at) => length - at);
    const outcome = { seed: "00", rule: "order/1", result: { order, groups: [order, [], [1]], "😀": null } };
    expect(await canonicalInPieces(outcome)).toBe(canonical(outcome));
  }
});

test("a long list lets others have their turn", async () => {
  let turns = 0;
  const timer = setInterval(() => {
    turns += 1;
  }, 0);
  await canonicalInPieces(Array.from({ length: 500_000 }, (_, at) => at));
  clearInterval(timer);
  expect(turns).toBeGreaterThan(5);
});

function canonicalOrNull(value: unknown): string | null {
  try {
    return canonical(value);
  } catch {
    return null;
  }
}
