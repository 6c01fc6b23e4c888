import { expect, test } from "bun:test";
import { partiesOf, sameOperator } from "./operators.ts";

test.each([
  ["Acme", "acme "],
  ["Acme", "ＡＣＭＥ"],
  ["Acme", "\u200bAc\u00adme\ufeff"],
  ["Straße 1", "STRASSE\u00a0 1"],
  ["ẞ", "ss"],
  ["ΟΔΟΣ", "οδος"],
  ["Zoë", "Zoe\u0308"],
  ["ı", "I"],
])("%p and %p are the same operator", (a, b) => {
  expect(sameOperator(a, b)).toBe(true);
  expect(partiesOf({ a: { operator: a }, b: { operator: b } })).toBe(1);
});

test.each([
  ["Acme", "Acme Ltd"],
  ["Zoë", "Zoe"],
  ["AC ME", "ACME"],
])("%p and %p are two operators", (a, b) => {
  expect(sameOperator(a, b)).toBe(false);
  expect(partiesOf({ a: { operator: a }, b: { operator: b } })).toBe(2);
});

test.each(["", " ", "\u200b"])("%p names nobody: one party", (nobody) => {
  expect(partiesOf({ a: { operator: nobody }, b: { operator: "Acme" } })).toBe(1);
  expect(partiesOf({ a: { operator: "Acme" }, b: { operator: nobody } })).toBe(1);
});
