import { describe, expect, test } from "bun:test";
import { canonical } from "./canonical.ts";
import { readDocument } from "./document.ts";
import { utf8 } from "./hex.ts";
import { inEnglish } from "./shape.ts";

const time = "2026-01-31T12:00:00.000Z";
const draw = "0123456789abcdef".repeat(2);
const hash = (digit: string) => digit.repeat(64);
const signed = (statement: object) => ({ statement, signature: "0".repeat(128) });
const both = <T>(inner: (service: string) => T) => ({ a: inner(hash("a")), b: inner(hash("b")) });

/** Well-formed only: hashes and signatures are the verifier's concern. */
const drawn = {
  type: "fairhat/1/record",
  state: "drawn",
  manifest: {
    type: "fairhat/1/manifest",
    draw,
    title: "Prize draw",
    organiser: "",
    createdAt: time,
    lockedAt: time,
    drawAfter: null,
    rule: "winners/1",
    params: { winners: 1, alternates: 0 },
    entries: { count: 2, tickets: 2, root: hash("1") },
    seals: { a: hash("2"), b: hash("3") },
    policy: { substitutes: "none", redraw: "never" },
    previous: null,
    beacon: null,
  },
  entries: [{ label: "Ada" }, { label: "Zoë" }],
  seals: both((service) =>
    signed({ type: "fairhat/1/seal", service, operator: "", draw, commitment: hash("4"), issuedAt: time }),
  ),
  bindings: both((service) => signed({ type: "fairhat/1/binding", service, draw, manifest: hash("5"), boundAt: time })),
  openings: both((service) =>
    signed({ type: "fairhat/1/opening", service, draw, manifest: hash("5"), secret: hash("6"), openedAt: time }),
  ),
  outcome: { rule: "winners/1", seed: hash("7"), result: { winners: [0], alternates: [] } },
  void: null,
};
const nothing = { a: null, b: null };
const voided = {
  ...drawn,
  state: "void",
  bindings: nothing,
  openings: nothing,
  outcome: null,
  void: { reason: "The room was flooded.", at: time },
};

const read = (text: string) => readDocument(utf8(text));
const readValue = (value: unknown) => read(canonical(value));
const NOT_A_RECORD = { kind: "not a record" };
const UNDECIDED = { kind: "undecided" };
const malformed = (at: string) => ({ kind: "malformed", problem: { at } });

const { state: _, openings: __, outcome: ___, void: ____, ...locked } = { ...drawn, type: "fairhat/1/lock" };

test("a record is read unchanged", () => {
  expect(readValue(drawn)).toEqual({ kind: "record", record: drawn as never });
  expect(readValue(voided)).toEqual({ kind: "record", record: voided as never });
});

describe("not a record", () => {
  const nested = (depth: number) => `{"type":"fairhat/1/record","x":${"[".repeat(depth - 1)}${"]".repeat(depth - 1)}}`;

  test.each([
    ["nothing", ""],
    ["no JSON", "fairhat"],
    ["cut short", canonical(drawn).slice(0, -1)],
    ["two values", `${canonical(drawn)}{}`],
    ["a list", `[${canonical(drawn)}]`],
    ["null", "null"],
    ["a text", '"fairhat/1/record"'],
    ["no type", canonical({ ...drawn, type: null })],
    ["another type", canonical({ ...drawn, type: "fairhat/1/seal" })],
    ["no number in the type", canonical({ ...drawn, type: "fairhat/x/record" })],
    ["something after the type", canonical({ ...drawn, type: "fairhat/1/record\n" })],
    ["a byte order mark", `\ufeff${canonical(drawn)}`],
    ["comments", `${canonical(drawn)}//`],
    ["NaN", '{"type":"fairhat/1/record","x":NaN}'],
    ["a control character in a text", '{"type":"fairhat/1/record","x":"\n"}'],
    ["33 levels", nested(33)],
    ["100,000 levels", nested(100_000)],
    ["100,000 levels of objects", `{"type":"fairhat/1/record","x":${'{"x":'.repeat(99_999)}0${"}".repeat(100_000)}`],
  ])("%s", (_, text) => {
    expect(read(text)).toMatchObject(NOT_A_RECORD);
  });

  test("33 levels in a member hidden by another of the same name", () => {
    const twice = nested(33).replace("}", ',"x":0}');
    expect(JSON.parse(twice).x).toBe(0);
    expect(read(twice)).toMatchObject(NOT_A_RECORD);
  });

  test("brackets in a text are not levels", () => {
    const brackets = canonical({ ...drawn, entries: [{ label: `"\\${"[".repeat(40)}` }] });
    expect(read(brackets).kind).toBe("record");
  });

  test("32 levels are the maximum", () => {
    expect(read(nested(32))).toMatchObject(malformed("x"));
  });

  test.each([
    ["a byte that is none of UTF-8", [0xff]],
    ["an overlong slash", [0xc0, 0xaf]],
    ["a surrogate in UTF-8", [0xed, 0xa0, 0x80]],
    ["a character cut short", [0xe2, 0x82]],
  ])("%s", (_, bytes) => {
    const file = Buffer.concat([
      Buffer.from('{"type":"fairhat/1/record","x":"'),
      Buffer.from(bytes),
      Buffer.from('"}'),
    ]);
    expect(readDocument(file)).toMatchObject(NOT_A_RECORD);
  });

  test("UTF-16", () => {
    expect(readDocument(Buffer.from(canonical(drawn), "utf16le"))).toMatchObject(NOT_A_RECORD);
  });
});

describe("undecided", () => {
  test.each([
    "fairhat/2/record",
    "fairhat/0/record",
    "fairhat/01/record",
    "fairhat/123456789012345678901234567890/record",
  ])("version %s", (type) => {
    expect(readValue({ ...drawn, type })).toMatchObject(UNDECIDED);
    expect(readValue({ type })).toMatchObject(UNDECIDED);
  });

  test("a list is all private or all open, without duplicates of private entries", () => {
    const one = { hidden: hash("8"), masked: "A. L." };
    expect(readValue({ ...drawn, entries: [one, { ...one, hidden: hash("9") }] }).kind).toBe("record");
    expect(readValue({ ...drawn, entries: [{ label: "Ada" }, one] })).toMatchObject(malformed("entries[1]"));
    expect(readValue({ ...drawn, entries: [one, one] })).toMatchObject(malformed("entries[1].hidden"));
    expect(readValue({ ...drawn, entries: [] }).kind).toBe("record");
    expect(readValue({ ...drawn, entries: { hidden: 1 } })).toMatchObject(malformed("entries"));
    expect(readValue({ ...drawn, entries: ["hidden"] })).toMatchObject(malformed("entries[0]"));
  });
});

describe("not in canonical form", () => {
  const text = canonical(drawn);
  const swap = (from: string, to: string) => {
    expect(text).toContain(from);
    return text.replace(from, to);
  };

  test.each([
    ["a space", swap("{", "{ ")],
    ["a line feed at the end", `${text}\n`],
    ["another order", JSON.stringify(drawn)],
    ["a member twice", swap('"state":"drawn"', '"state":"drawn","state":"drawn"')],
    ["a member twice, with another value first", swap('"state":"drawn"', '"state":"void","state":"drawn"')],
    ["5.0", swap('"count":2', '"count":2.0')],
    ["1e0", swap('"winners":1', '"winners":1e0')],
    ["-0", swap('"alternates":0', '"alternates":-0')],
    ["an escape that is not needed", swap("Ada", "\\u0041da")],
    ["an escaped slash", swap("fairhat/1/record", "fairhat\\/1\\/record")],
  ])("%s", (_, text) => {
    expect(read(text)).toMatchObject(malformed(""));
  });

  test("the position of the first difference is named", () => {
    expect(read(` ${text}`)).toMatchObject({ problem: { found: { code: "other_form", from: 0 } } });
  });

  test.each([
    ["a fraction", '"winners":1.5', "1.5 is not an integer"],
    ["a number beyond 2^53-1", '"winners":9007199254740993', "is not an integer of at most 2^53-1"],
    ["a number beyond all", '"winners":1e999', "Infinity is not an integer"],
    ["a lone surrogate", '"winners":"\\ud83d"', "text with a lone surrogate"],
  ])("%s in params, which may hold anything else", (_, member, found) => {
    const result = read(swap('"winners":1', member));
    expect(result).toMatchObject(malformed(""));
    expect(result.kind === "malformed" && inEnglish(result.problem).found).toContain(found);
  });
});

describe("requirements of section 8", () => {
  const one = { ...drawn.bindings, b: null };

  test.each([
    ["bindings.b", { ...drawn, bindings: one }],
    ["openings.b", { ...drawn, openings: { ...drawn.openings, b: null } }],
    ["bindings.a", { ...drawn, bindings: nothing, openings: nothing }],
    ["outcome", { ...drawn, outcome: null }],
    ["void", { ...drawn, void: voided.void }],
    ["void", { ...voided, void: null }],
    ["outcome", { ...voided, outcome: drawn.outcome }],
    ["bindings.b", { ...voided, bindings: one, openings: drawn.openings }],
    ["bindings.a", { ...voided, openings: { ...drawn.openings, b: null } }],
    ["outcome", { ...drawn, state: "void" }],
  ])("fails at %s", (at, record) => {
    expect(readValue(record)).toMatchObject(malformed(at));
  });

  test.each([
    ["bound once", { ...voided, bindings: one }],
    ["bound twice", { ...voided, bindings: drawn.bindings }],
    [
      "bound twice, opened once",
      { ...voided, bindings: drawn.bindings, openings: { ...nothing, b: drawn.openings.b } },
    ],
    ["bound and opened", { ...voided, bindings: drawn.bindings, openings: drawn.openings }],
  ])("a void draw may have been %s", (_, record) => {
    expect(readValue(record).kind).toBe("record");
  });
});

describe("a lock", () => {
  test("is read unchanged", () => {
    expect(readValue(locked)).toEqual({ kind: "lock", lock: locked as never });
  });

  test.each([
    ["state", { ...locked, state: "drawn" }],
    ["openings", { ...locked, openings: drawn.openings }],
    ["bindings.b", { ...locked, bindings: { ...locked.bindings, b: null } }],
    ["seals.a", { ...locked, seals: { ...locked.seals, a: null } }],
    ["entries[0].label", { ...locked, entries: [{ label: "" }] }],
    ["openings", { ...drawn, type: "fairhat/1/lock" }],
    ["state", { ...locked, type: "fairhat/1/record" }],
  ])("fails at %s", (at, value) => {
    expect(readValue(value)).toMatchObject(malformed(at));
  });

  test("another form or version", () => {
    expect(read(`${canonical(locked)}\n`)).toMatchObject(malformed(""));
    expect(readValue({ ...locked, type: "fairhat/2/lock" })).toMatchObject(UNDECIDED);
    expect(readValue({ ...locked, type: "fairhat/x/lock" })).toMatchObject(NOT_A_RECORD);
  });
});

test.each([drawn, voided, locked])("a draw that claims to replace itself: $type", (value) => {
  const manifest = { ...drawn.manifest, previous: draw };
  expect(readValue({ ...value, manifest })).toMatchObject(malformed("manifest.previous"));
});
