import { expect, test } from "bun:test";
import { generateKeyPairSync } from "node:crypto";
import { ed25519 } from "@noble/curves/ed25519.js";
import { toHex } from "./hex.ts";
import { hasPrimeOrder } from "./key.ts";

const { Point } = ed25519;
const OF_ORDER_8 = Point.fromHex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a");
const smallOrder = [...Array(8).keys()].map((times) => OF_ORDER_8.multiplyUnsafe(BigInt(times)));

test("an ordinary key", () => {
  const { publicKey } = generateKeyPairSync("ed25519");
  expect(hasPrimeOrder(toHex(publicKey.export({ format: "der", type: "spki" }).subarray(-32)))).toBe(true);
});

test.each(smallOrder.map((point) => [point.toHex()]))("a point of small order: %s", (key) => {
  expect(hasPrimeOrder(key)).toBe(false);
});

test.each(smallOrder.slice(1).map((point) => [point.add(Point.BASE.multiply(7n)).toHex()]))(
  "a component of small order: %s",
  (key) => {
    expect(hasPrimeOrder(key)).toBe(false);
  },
);

test.each([
  ["not on the curve", `02${"00".repeat(31)}`],
  ["y = p + 1", `ee${"ff".repeat(30)}7f`],
  ["x = 0 with the sign bit", `01${"00".repeat(30)}80`],
  ["cut short", "58".repeat(31)],
])("%s", (_, key) => {
  expect(hasPrimeOrder(key)).toBe(false);
});
