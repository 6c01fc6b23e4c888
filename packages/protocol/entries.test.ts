import { expect, test } from "bun:test";
import fc from "fast-check";
import { entry, summaryOf, ticketsOf } from "./entries.ts";
import { toHex, utf8 } from "./hex.ts";
import { reading } from "./shape.ts";
import { treeRoot } from "./tree.ts";

test("an entry without the member has one ticket", () => {
  expect([ticketsOf({ label: "Ada" }), ticketsOf({ label: "Ada", tickets: 7 })]).toEqual([1, 7]);
});

test("the summary counts entries and tickets and has the root over the canonical entries", () => {
  const entries = [{ label: "Ada" }, { tickets: 3, label: "Ada" }, { label: "Zoë 😂" }];
  expect(summaryOf(entries)).toEqual({
    count: 3,
    tickets: 5,
    root: toHex(treeRoot(['{"label":"Ada"}', '{"label":"Ada","tickets":3}', '{"label":"Zoë 😂"}'].map(utf8))),
  });
});

test("the summary of nothing", () => {
  const root = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  expect(summaryOf([])).toEqual({ count: 0, tickets: 0, root });
});

test("a sum beyond 2^53-1 never looks like one within", () => {
  const huge = fc.record({ label: fc.constant("x"), tickets: fc.integer({ min: 2, max: 2 ** 53 - 1 }) });
  fc.assert(
    fc.property(fc.array(huge, { minLength: 1, maxLength: 6 }), (entries) => {
      const exact = entries.reduce((sum, { tickets }) => sum + BigInt(tickets), 0n);
      const { tickets } = summaryOf(entries);
      if (Number.isSafeInteger(tickets)) expect(BigInt(tickets)).toBe(exact);
      else expect(exact).toBeGreaterThan(2n ** 53n - 1n);
    }),
  );
});

const label = "x".repeat(200);

test.each([{ label }, { label: "😂".repeat(200) }, { label, tickets: 2 }, { label, tickets: 2 ** 53 - 1 }])(
  "an entry: %j",
  (value) => {
    expect(reading(entry, value)).toEqual({ ok: true, value });
  },
);

test.each([
  ["label", {}],
  ["label", { label: "" }],
  ["label", { label: `${label}x` }],
  ["label", { label: "😂".repeat(201) }],
  ["label", { label: 5 }],
  ["tickets", { label, tickets: 1 }],
  ["tickets", { label, tickets: 2 ** 53 }],
  ["tickets", { label, tickets: 2.5 }],
  ["tickets", { label, tickets: null }],
  ["tickets", { label, tickets: "2" }],
  ["hidden", { label, hidden: "00" }],
])("no entry, because of its %s: %j", (at, value) => {
  expect(reading(entry, value)).toMatchObject({ ok: false, problem: { at } });
});
