import { expect, test } from "bun:test";
import fc from "fast-check";
import { parseForm } from "./form.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

test("reads what a browser sends", () => {
  const form = parseForm(utf8("title=A+prize%2C+or+two&entries=Ad%C3%A9le%0D%0A100%25+Bob&listed=on"));
  expect([...form]).toEqual([
    ["title", "A prize, or two"],
    ["entries", "Adéle\r\n100% Bob"],
    ["listed", "on"],
  ]);
});

test("reads back what URLSearchParams writes", () => {
  const pair = fc.tuple(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1 }), (pairs) => {
      expect([...parseForm(utf8(new URLSearchParams(pairs).toString()))]).toEqual(pairs);
    }),
  );
});

test.each(["title=%ff", "title=%C3", "title=%ED%A0%80", "title=100%", "title=%zz"])("%s is refused", (text) => {
  expect(() => parseForm(utf8(text))).toThrow(
    expect.objectContaining({ status: 400, refusal: expect.objectContaining({ reason: "not_utf8" }) }),
  );
});

test("invalid UTF-8 is refused", () => {
  expect(() => parseForm(Uint8Array.of(0x61, 0x3d, 0xff))).toThrow("not valid UTF-8");
});
