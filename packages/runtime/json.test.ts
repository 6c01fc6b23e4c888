import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { decode, parseJson } from "./json.ts";
import { HttpRefusal } from "./problem.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

function refusalOf(bytes: Uint8Array): { status: number; reason: string; detail: string } | null {
  try {
    parseJson(bytes);
    return null;
  } catch (error) {
    if (!(error instanceof HttpRefusal)) throw error;
    const { reason, detail } = error.refusal;
    return { status: error.status, reason, detail };
  }
}

describe("a duplicate member is refused by name", () => {
  test.each([
    ['{"a":1,"a":2}', '"a"'],
    ['{"a":1,"a":1}', '"a"'],
    ['{ "a" : 1 , "b" : 2 , "a"\n\t: 3 }', '"a"'],
    ['{"a":1,"\\u0061":2}', '"\\u0061"'],
    ['{"é":1,"\\u00e9":2}', '"\\u00e9"'],
    ['{"\\"":1,"\\u0022":2}', '"\\u0022"'],
    ['{"":1,"":2}', '""'],
    ['{"__proto__":1,"__proto__":2}', '"__proto__"'],
    ['{"x":{"a":1,"a":2}}', '"a"'],
    ['[[{"a":{}},{"b":[],"b":[]}]]', '"b"'],
    ['{"a":{"c":1},"b":{"c":1},"a":3}', '"a"'],
  ])("%s", (json, name) => {
    const detail = `${name} stands twice in the same object; keep one`;
    expect(refusalOf(utf8(json))).toEqual({ status: 400, reason: "duplicate_member", detail });
  });

  test("a long name is truncated in the answer", () => {
    const name = JSON.stringify("n".repeat(10_000));
    expect(refusalOf(utf8(`{${name}:1,${name}:2}`))?.detail.length).toBeLessThan(120);
  });
});

describe("what only looks like a duplicate member is accepted", () => {
  test.each([
    '{"a":"\\"a\\":1,\\"a\\":2"}',
    '{"a":"{","b":"}","c":"[]{}:"}',
    '{"a":"a","b":"a"}',
    '["a","a",{"a":"a"}]',
    '{"a":{"a":{"a":1}}}',
    '[{"a":1},{"a":1}]',
    '{"a":"x: y","b":":"}',
    '{"a\\\\":1,"a":"\\\\"}',
    '{"é":1,"e\\u0301":2}',
    '"a"',
    "17",
    "null",
  ])("%s", (json) => {
    expect(parseJson(utf8(json))).toEqual(JSON.parse(json));
  });
});

test("nesting is limited to 32 levels, and a million of them do no harm", () => {
  const nested = (levels: number) => utf8("[".repeat(levels) + "]".repeat(levels));
  expect(refusalOf(nested(32))).toBeNull();
  const tooDeep = { status: 400, reason: "too_deep" };
  expect(refusalOf(nested(33))).toMatchObject(tooDeep);
  expect(refusalOf(utf8(`${'{"a":'.repeat(33)}1${"}".repeat(33)}`))).toMatchObject(tooDeep);
  expect(refusalOf(nested(1_000_000))).toMatchObject({ status: 400 });
});

test("text that is not JSON is refused with the parser's message", () => {
  for (const text of ["", "{", '{"a":1,}', "{'a':1}", "NaN", "[1] 2", '"\n"', "\u00a01"]) {
    expect(refusalOf(utf8(text))).toMatchObject({ status: 400, reason: "not_json" });
  }
});

test("invalid UTF-8 is refused, also inside a string", () => {
  const flawed = [[0xff], [0xc3], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80]];
  for (const bytes of flawed) {
    expect(refusalOf(Uint8Array.of(0x22, ...bytes, 0x22))).toMatchObject({ status: 400, reason: "not_utf8" });
    expect(() => decode(Uint8Array.from(bytes))).toThrow("not valid UTF-8");
  }
});

test("reads what JSON.stringify writes as JSON.parse does", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), fc.constantFrom(0, 2, "\t"), (value, space) => {
      const json = JSON.stringify(value, null, space);
      expect(parseJson(utf8(json))).toEqual(JSON.parse(json));
    }),
  );
});

// A tree whose objects may have duplicate names, and its text with randomly escaped names.
type Tree = { scalar: unknown } | { list: Tree[] } | { members: [name: string, escaped: boolean, value: Tree][] };

const name = fc.oneof(fc.constantFrom("a", "b", '"', "\\", ":", "{"), fc.string({ unit: "binary", maxLength: 3 }));
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.record({ scalar: fc.oneof(name, fc.integer(), fc.boolean(), fc.constant(null)) }),
    fc.record({ list: fc.array(tie("tree"), { maxLength: 4 }) }),
    fc.record({ members: fc.array(fc.tuple(name, fc.boolean(), tie("tree")), { maxLength: 4 }) }),
  ),
}));

function textOf(tree: Tree): string {
  if ("scalar" in tree) return JSON.stringify(tree.scalar);
  if ("list" in tree) return `[${tree.list.map(textOf).join(",")}]`;
  return `{${tree.members.map(([name, escaped, value]) => `${quoted(name, escaped)} :${textOf(value)}`).join(", ")}}`;
}

function quoted(name: string, escaped: boolean): string {
  const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at).toString(16).padStart(4, "0"));
  return escaped ? `"${units.map((unit) => `\\u${unit}`).join("")}"` : JSON.stringify(name);
}

function repeats(tree: Tree): boolean {
  if ("scalar" in tree) return false;
  if ("list" in tree) return tree.list.some(repeats);
  const names = tree.members.map(([name]) => name);
  return new Set(names).size < names.length || tree.members.some(([, , value]) => repeats(value));
}

test("a text is refused if and only if one of its objects has a duplicate name", () => {
  fc.assert(
    fc.property(tree, (tree) => {
      const text = textOf(tree);
      if (repeats(tree)) expect(refusalOf(utf8(text))?.reason).toBe("duplicate_member");
      else expect(parseJson(utf8(text))).toEqual(JSON.parse(text));
    }),
    { numRuns: 500 },
  );
});
