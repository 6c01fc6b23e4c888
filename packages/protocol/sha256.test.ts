import { describe, expect, test } from "bun:test";
import { createHash } from "node:crypto";
import fc from "fast-check";
import { toHex, utf8 } from "./hex.ts";
import { sha256 as native } from "./sha256.native.ts";
import { sha256 as portable } from "./sha256.portable.ts";

describe.each([
  ["native", native],
  ["portable", portable],
])("%s", (_, sha256) => {
  test("SHA-256 of abc, FIPS 180-4", () => {
    expect(toHex(sha256(utf8("abc")))).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  });

  test("it equals node:crypto's", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (data) => {
        expect(toHex(sha256(data))).toBe(createHash("sha256").update(data).digest("hex"));
      }),
    );
  });

  test("it writes into a given array", () => {
    const into: Uint8Array = new Uint8Array(32);
    expect(sha256(utf8("abc"), into)).toBe(into);
    expect(into).toEqual(sha256(utf8("abc")));
  });
});
