import { expect, test } from "bun:test";
import { hide, type PrivateEntry, type Receipt } from "@fairhat/protocol";
import fc from "fast-check";
import { fragmentOf, receiptFrom, receiptIn } from "./link.ts";

const bytes = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((some) => Buffer.from(some).toString("hex"));
const label = fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 });

const receipts: fc.Arbitrary<Receipt> = fc
  .record({
    draw: bytes(16),
    manifest: bytes(32),
    index: fc.nat(),
    label,
    salt: bytes(16),
    masked: label,
    tickets: fc.option(fc.integer({ min: 2 })),
    group: fc.option(label),
    proof: fc.array(bytes(32), { maxLength: 20 }),
  })
  .map(({ masked, tickets, group, ...rest }) => {
    const more = { ...(tickets !== null && { tickets }), ...(group !== null && { group }) };
    const entry: PrivateEntry = { hidden: hide(rest.label, rest.salt), masked, ...more };
    return { type: "fairhat/1/receipt", ...rest, entry };
  });

test("a link decodes to its receipt, and so does its file", () => {
  fc.assert(
    fc.property(receipts, (receipt) => {
      const fragment = fragmentOf(receipt);
      expect(fragment).toMatch(/^[\w-]+$/);
      expect(receiptFrom(`https://draws.example/receipt#${fragment}`)).toEqual(receipt);
      expect(receiptFrom(` ${JSON.stringify(receipt)}\n`)).toEqual(receipt);
    }),
    { numRuns: 100 },
  );
});

test.each(["", "x", "AQ", "////", "{", "https://draws.example/receipt", `AQ${"A".repeat(400)}`])(
  "%j is not a receipt",
  (text) => {
    expect(receiptFrom(text)).toBeNull();
  },
);

test("a truncated link is not a receipt", () => {
  const [receipt] = fc.sample(receipts, 1) as [Receipt];
  const fragment = fragmentOf(receipt);
  for (let length = 0; length < fragment.length; length += 7) expect(receiptIn(fragment.slice(0, length))).toBeNull();
});
