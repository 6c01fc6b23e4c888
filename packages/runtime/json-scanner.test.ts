import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { JsonScanner } from "./json-scanner.ts";
import { HttpRefusal } from "./problem.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Why a text sent in pieces of `size` bytes is refused, and after how many bytes; null if it is accepted. */
function refusalOf(text: string, { tokens = Infinity, size = 7 } = {}): { reason: string; after: number } | null {
  const scanner = new JsonScanner(tokens);
  const bytes = utf8(text);
  for (let at = 0; at < bytes.length; at += size) {
    try {
      scanner.scan(bytes.subarray(at, at + size));
    } catch (error) {
      if (!(error instanceof HttpRefusal)) throw error;
      return { reason: error.refusal.reason, after: at + size };
    }
  }
  return null;
}

describe("a limit is enforced before the whole body has arrived", () => {
  const million = 1_000_000;
  test.each([
    ["lists in lists", "[".repeat(million), "too_deep", 40],
    ["objects in objects", '{"":'.repeat(million), "too_deep", 140],
    ["lists in objects", '{"a":['.repeat(million), "too_deep", 110],
    ["members", `{${'"a":1,'.repeat(million)}`, "too_many_members", 620],
    ["members of one name without a value", `{${'"":0,'.repeat(million)}`, "too_many_members", 520],
    ["a bracket too many", `]${" ".repeat(million)}`, "not_json", 8],
    ["brackets that do not match", `[}${" ".repeat(million)}`, "not_json", 8],
    ["a colon in a list", `[1:${" ".repeat(million)}`, "not_json", 8],
  ])("%s", (_, text, reason, most) => {
    const refusal = refusalOf(text);
    expect(refusal?.reason).toBe(reason);
    expect(refusal?.after).toBeLessThanOrEqual(most);
  });

  test.each([
    ["numbers", "1,".repeat(100)],
    ["words", "true ".repeat(100)],
    ["strings", '"",'.repeat(100)],
    ["lists", "[],".repeat(100)],
    ["objects", "{} ".repeat(100)],
    ["names and values", '{"a":1},'.repeat(50)],
  ])("of %s", (_, text) => {
    expect(refusalOf(`[${text}`, { tokens: 50 })?.reason).toBe("too_many_values");
  });
});

test("a body within the limits is accepted, in pieces of any size", () => {
  const nested = "[".repeat(32) + "]".repeat(32);
  const members = JSON.stringify(Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`m${at}`, at])));
  for (const text of [nested, members, '"[[[[{{{{:::"', '"\\"[{"', '"\\\\"', "[1,2.5e3,-0,true,null]"]) {
    for (const size of [1, 2, 3, 1_000]) expect(refusalOf(text, { size })).toBeNull();
  }
});

test("members are counted correctly, wherever the pieces are cut", () => {
  const members = (value: unknown): number =>
    typeof value !== "object" || value === null
      ? 0
      : Object.values(value).reduce<number>(
          (sum, one) => sum + members(one),
          Array.isArray(value) ? 0 : Object.keys(value).length,
        );
  fc.assert(
    fc.property(fc.json({ maxDepth: 5 }), fc.integer({ min: 1, max: 9 }), (text, size) => {
      const scanner = new JsonScanner(Infinity);
      const bytes = utf8(text);
      for (let at = 0; at < bytes.length; at += size) scanner.scan(bytes.subarray(at, at + size));
      expect(scanner.members).toBe(members(JSON.parse(text)));
    }),
  );
});
