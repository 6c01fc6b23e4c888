import { expect, test } from "bun:test";
import { keysOf, own } from "./tables.ts";

const sizes = { small: 1, large: 0 };

test("a table's own values are found, false ones as well", () => {
  expect(own(sizes, "small")).toBe(1);
  expect(own(sizes, "large")).toBe(0);
});

test("names that every object inherits are none of the table's", () => {
  for (const name of ["constructor", "toString", "__proto__", "medium", ""]) expect(own(sizes, name)).toBeUndefined();
});

test("keys keep their order", () => {
  expect(keysOf(sizes)).toEqual(["small", "large"]);
});
