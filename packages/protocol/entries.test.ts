import { expect, test } from "bun:test";
import fc from "fast-check";
import { type Entry, entry, entryList, hide, shownOf, summaryOf, ticketsOf } from "./entries.ts";
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

test("a sum beyond 2^53-1 never looks like a valid one", () => {
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

const hidden = hide("Ada Lovelace", "00".repeat(16));

test.each([
  { label },
  { label: "😂".repeat(200) },
  { label, tickets: 2 },
  { label, tickets: 2 ** 53 - 1 },
  { label, group: "Year 7" },
  { hidden, masked: "A. L." },
  { hidden, masked: "" },
  { hidden, masked: "", tickets: 2, group: label },
])("an entry: %j", (value) => {
  expect(reading(entry, value)).toEqual({ ok: true, value });
});

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
  ["group", { label, group: "" }],
  ["group", { label, group: `${label}x` }],
  ["label", { label, hidden, masked: "" }],
  ["hidden", { hidden: "00", masked: "" }],
  ["masked", { hidden }],
  ["masked", { hidden, masked: `${label}x` }],
  ["salt", { hidden, masked: "", salt: "00".repeat(16) }],
])("refused because of its %s: %j", (at, value) => {
  expect(reading(entry, value)).toMatchObject({ ok: false, problem: { at } });
});

test("a list is open or private, and has no hash twice", () => {
  const other = { hidden: hide("Ada Lovelace", "01".repeat(16)), masked: "A. L." };
  const at = (list: unknown) => {
    const read = reading(entryList, list);
    return read.ok ? null : read.problem.at;
  };
  expect(at([{ label }, { label }])).toBeNull();
  expect(at([{ hidden, masked: "A. L." }, other])).toBeNull();
  expect(at([{ label }, other])).toBe("[1]");
  expect(at([other, { hidden, masked: "" }, { label }])).toBe("[2]");
  expect(at([{ hidden, masked: "A. L." }, other, { hidden, masked: "", tickets: 2 }])).toBe("[2].hidden");
});

test("the public part of an entry is its label or its mask", () => {
  const list: Entry[] = [{ label: "Ada Lovelace" }, { hidden, masked: "A. L." }, { hidden, masked: "" }];
  expect(list.map(shownOf)).toEqual(["Ada Lovelace", "A. L.", ""]);
});
