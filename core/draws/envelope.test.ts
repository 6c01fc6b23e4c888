import { expect, test } from "bun:test";
import { keyedDigest, newDataKey, openNames, sealNames, unwrapKey, wrapKey } from "./envelope.ts";

const DRAW = "0".repeat(32);
const OTHER = "1".repeat(32);
const names = [
  { label: "Ada Bell", salt: "0".repeat(32) },
  { label: 'Zoë "Müller"', salt: "f".repeat(32) },
];

test("names come back with the manage key, and with no other key, draw or chunk", () => {
  const dataKey = newDataKey();
  const wrapped = wrapKey(dataKey, DRAW, "manage key");
  const sealed = sealNames(dataKey, DRAW, 0, names);
  expect(openNames(unwrapKey(wrapped, DRAW, "manage key"), DRAW, 0, sealed)).toEqual(names);
  expect(() => unwrapKey(wrapped, DRAW, "another key")).toThrow();
  expect(() => unwrapKey(wrapped, OTHER, "manage key")).toThrow();
  expect(() => openNames(dataKey, DRAW, 1, sealed)).toThrow();
  expect(() => openNames(dataKey, OTHER, 0, sealed)).toThrow();
});

test("a changed byte is refused, wherever it is", () => {
  const dataKey = newDataKey();
  const sealed = Buffer.from(sealNames(dataKey, DRAW, 0, names), "base64");
  for (const at of [0, 12, 40, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(() => openNames(dataKey, DRAW, 0, changed.toString("base64"))).toThrow();
  }
});

test("what is stored has the same length for short and for long names", () => {
  const dataKey = newDataKey();
  const lengthOf = (label: string) => sealNames(dataKey, DRAW, 0, [{ label, salt: "0".repeat(32) }]).length;
  expect(lengthOf("A")).toBe(lengthOf("A".repeat(200)));
});

test("a digest of a request depends on the manage key and the draw", () => {
  const digest = keyedDigest(DRAW, "manage key", "00");
  expect(digest).toBe(keyedDigest(DRAW, "manage key", "00"));
  expect([keyedDigest(DRAW, "another key", "00"), keyedDigest(OTHER, "manage key", "00")]).not.toContain(digest);
});
