import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { FormWithText } from "./form-text.ts";
import { HttpRefusal } from "./problem.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Reads a form whose field `entries` is the long text, in pieces of a given size. */
function read(form: string | Uint8Array, size = Infinity) {
  const bytes = typeof form === "string" ? utf8(form) : form;
  const reader = new FormWithText("entries", 1_000);
  const pieces: Uint8Array[] = [];
  const step = Math.min(size, Math.max(bytes.length, 1));
  for (let at = 0; at < bytes.length; at += step) pieces.push(reader.scan(bytes.subarray(at, at + step)));
  const fields = [...reader.fields()];
  return { text: new TextDecoder("utf-8", { ignoreBOM: true }).decode(Buffer.concat(pieces)), fields };
}

function refusalOf(form: string | Uint8Array, size?: number): string | null {
  try {
    read(form, size);
    return null;
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return `${error.status} ${error.refusal.reason}`;
  }
}

test.each([
  ["title=A+b&entries=Ad%C3%A9le%0D%0A100%25+Bob&listed=on", "Adéle\r\n100% Bob"],
  ["entries=a=b%26c", "a=b&c"],
  ["entries=", ""],
  ["entries", ""],
  ["title=entries=&entries=a", "a"],
  ["xentries=b&entries=a", "a"],
  ["entries=a&entries=b", "a"],
  ["&&entries=%EF%BB%BFa&", "\ufeffa"],
])("%s has the text %j", (form, text) => {
  const fields = [...new URLSearchParams(form)];
  const first = fields.findIndex(([name]) => name === "entries");
  for (const size of [1, 2, 5, Infinity]) {
    expect(read(form, size)).toEqual({
      text,
      fields: fields.map(([name, value], at) => [name, at === first ? "" : value]),
    });
  }
});

describe("refused, in pieces of any size:", () => {
  test.each([
    [
      "400 not_utf8",
      [
        "entries=%ff",
        "entries=%C3",
        "entries=%C3&a=b",
        "entries=%ED%A0%80",
        "entries=100%",
        "entries=%zz",
        "entries=%+1&",
        "a=%zz",
      ],
    ],
    ["413 too_large", [`entries=a&title=${"a".repeat(1_000)}`, "a".repeat(1_100)]],
    ["400 too_many_fields", ["a&".repeat(200), `entries=a${"&".repeat(200)}`]],
  ])("%s", (reason, forms) => {
    for (const form of forms)
      for (const size of [1, 4, Infinity])
        expect([form.slice(0, 30), refusalOf(form, size)]).toEqual([form.slice(0, 30), reason]);
  });

  test("invalid UTF-8", () => {
    expect(refusalOf(Uint8Array.from([...utf8("entries=a"), 0xff]))).toBe("400 not_utf8");
    expect(refusalOf(Uint8Array.from([...utf8("a="), 0xff]))).toBe("400 not_utf8");
  });
});

test("reads back what URLSearchParams writes", () => {
  const text = fc.string({ unit: "binary", maxLength: 8 });
  const pairs = fc.array(fc.tuple(fc.constantFrom("a", "entries", "b"), text), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(pairs, fc.integer({ min: 1, max: 20 }), (pairs, size) => {
      const sent = new URLSearchParams(pairs);
      const got = read(sent.toString(), size);
      expect(got.text).toBe(sent.get("entries") ?? "");
      expect(got.fields.length).toBe(pairs.length);
    }),
  );
});
