import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { JsonWithList } from "./json-list.ts";
import { HttpRefusal } from "./problem.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const LONGEST = 100; // bytes
const BESIDE = { bytes: 2_000, tokens: 500 };

/** Reads a body whose member `entries` is the long list, in pieces of a given size. */
function read(body: Uint8Array | string, size = Infinity) {
  const bytes = typeof body === "string" ? utf8(body) : body;
  const elements: unknown[] = [];
  const tooLong = (position: number) => new HttpRefusal(422, "malformed", `too long: ${position}`);
  const take = (group: unknown[]) => void elements.push(...group);
  const json = new JsonWithList({ name: "entries", longest: LONGEST, take, tooLong }, BESIDE);
  const step = Math.min(size, Math.max(bytes.length, 1));
  for (let at = 0; at < bytes.length; at += step) json.scan(bytes.subarray(at, at + step));
  return { value: json.value(), elements };
}

function refusalOf(body: Uint8Array | string, size?: number): string | null {
  try {
    read(body, size);
    return null;
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    return `${error.status} ${error.refusal.reason}`;
  }
}

test("a list is passed on in order, and is empty in the remaining object", () => {
  const body = { title: "T", entries: ["Ada", { label: "Bob", tickets: 2 }, 3, null, [[]]], draw: "now" };
  for (const text of [JSON.stringify(body), JSON.stringify(body, null, 2)]) {
    for (const size of [1, 2, 7, Infinity]) {
      expect(read(text, size)).toEqual({ value: { ...body, entries: [] }, elements: body.entries });
    }
  }
});

test("a list of many groups is complete", () => {
  const entries = Array.from({ length: 2_500 }, (_, at) => `person ${at}`);
  expect(read(JSON.stringify({ entries }), 1_000).elements).toEqual(entries);
});

test("endless white space is neither kept nor refused", () => {
  const space = " \n\t\r".repeat(20_000);
  const body = `${space}{${space}"entries"${space}:${space}[${space}"Ada"${space},${space}1${space}]${space}}${space}`;
  expect(read(body, 5_000)).toEqual({ value: { entries: [] }, elements: ["Ada", 1] });
});

test.each([
  ['{"\\u0065ntries":[1]}', [1]],
  ['{"entries":[]}', []],
  ['{"entries":[ ]}', []],
  ['{"entries":{"entries":[1]}}', []],
  ['{"other":{"entries":[1]}}', []],
  ['{"entries":"[1]"}', []],
  ['["entries",[1]]', []],
  ['{"a":"entries","b":[1]}', []],
  ["[1]", []],
])("%s has the list %j", (body, elements) => {
  expect(read(body).elements).toEqual(elements);
});

describe("refused, in pieces of any size:", () => {
  test.each([
    ["no JSON", "400 not_json", ["", "{", '{"entries":[', '{"entries":[1}', '{"entries":[1]', '{"entries":[1]]}', "}"]],
    [
      "a comma too many",
      "400 not_json",
      ['{"entries":[1,]}', '{"entries":[,1]}', '{"entries":[,]}', '{"entries":[1,,2]}'],
    ],
    ["two values side by side", "400 not_json", ['{"entries":[1 2]}', '{"entries":["a""b"]}', '{"entries":[tru e]}']],
    ["a value and a list", "400 not_json", ['{"entries":1[2]}', '{"entries":[1],[2]}', '{"entries"[1]}']],
    ["a byte order mark within", "400 not_json", ['{"entries":[\ufeff1]}']],
    ["two lists", "400 duplicate_member", ['{"entries":[1],"entries":[2]}', '{"entries":[1],"\\u0065ntries":"a"}']],
    ["a member twice", "400 duplicate_member", ['{"entries":[{"a":1,"a":2}]}', '{"a":1,"entries":[{"a":2}],"a":3}']],
    [
      "a long element",
      "422 malformed",
      [`{"entries":["${"a".repeat(LONGEST)}"]}`, `{"entries":[1,"${"a".repeat(LONGEST)}`],
    ],
    ["a lot beside it", "413 too_large", [`{"entries":[],"a":"${"a".repeat(2_100)}"}`]],
    ["many values beside it", "413 too_many_values", [`{"entries":[],"a":[${"1,".repeat(600)}1]}`]],
    ["many members", "400 too_many_members", [`{${'"":[],'.repeat(101)}`]],
    ["deep nesting", "400 too_deep", [`{"entries":[${"[".repeat(31)}`]],
  ])("%s is %s", (_, reason, bodies) => {
    for (const body of bodies) {
      for (const size of [1, 3, Infinity])
        expect([body.slice(0, 80), refusalOf(body, size)]).toEqual([body.slice(0, 80), reason]);
    }
  });

  test("invalid UTF-8, in the list and outside", () => {
    for (const body of [
      [...utf8('{"entries":["'), 0xff, ...utf8('"]}')],
      [...utf8('{"a":"'), 0xc3, ...utf8('"}')],
    ]) {
      expect(refusalOf(Uint8Array.from(body))).toBe("400 not_utf8");
    }
  });
});

test("values in the list do not count towards the limit outside", () => {
  const entries = Array.from({ length: 1_000 }, () => ({ label: "a", tickets: 2 }));
  const body = { a: Array(20).fill(1), entries, b: Array(20).fill(1) };
  expect(read(JSON.stringify(body)).value).toEqual({ ...body, entries: [] });
});

test("reads what JSON.stringify writes as JSON.parse does", () => {
  const values = fc.jsonValue({ maxDepth: 3 }).filter((value) => JSON.stringify(value).length < 40);
  const body = fc.record({ before: values, entries: fc.array(values), after: values });
  fc.assert(
    fc.property(body, fc.constantFrom(0, 1, "\t"), fc.integer({ min: 1, max: 50 }), (body, space, size) => {
      const json = JSON.stringify(body, null, space);
      expect(read(json, size)).toEqual({
        value: { ...JSON.parse(json), entries: [] },
        elements: JSON.parse(json).entries,
      });
    }),
  );
});

test("text that is not JSON is refused, however it is split", () => {
  const token = fc.constantFrom('"entries"', ":", "[", "]", "{", "}", ",", "1", '"a"', " ", "null", "\\", '"');
  fc.assert(
    fc.property(fc.array(token, { maxLength: 14 }), fc.integer({ min: 1, max: 9 }), (tokens, size) => {
      const text = tokens.join("");
      let isJson = true;
      try {
        JSON.parse(text);
      } catch {
        isJson = false;
      }
      if (!isJson) expect(refusalOf(text, size)).toStartWith("400 ");
    }),
    { numRuns: 3_000 },
  );
});
