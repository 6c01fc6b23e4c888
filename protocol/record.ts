// The public record of a draw, docs/protocol.md sections 8 and 9.
import { canonical } from "./canonical.ts";
import { entry } from "./entries.ts";
import {
  anyObject,
  constant,
  hex,
  isObject,
  listOf,
  nullable,
  type Of,
  object,
  oneOf,
  type Problem,
  reading,
  time,
} from "./shape.ts";
import { binding, manifest, opening, reason, ruleName, seal, signed } from "./statements.ts";

const bothSides = <T>(inner: T) => ({ a: inner, b: inner });

const shape = object({
  type: constant("fairhat/1/record"),
  state: oneOf("drawn", "void"),
  manifest,
  entries: listOf(entry),
  seals: object(bothSides(signed(seal))),
  bindings: object(bothSides(nullable(signed(binding)))),
  openings: object(bothSides(nullable(signed(opening)))),
  outcome: nullable(object({ rule: ruleName, seed: hex(32), result: anyObject })),
  void: nullable(object({ reason, at: time })),
});
export type DrawRecord = Of<typeof shape>;

/** What a file turned out to be. `problem` of a malformed record is a failure of the check `form`. */
export type RecordFile =
  | { kind: "record"; record: DrawRecord }
  | { kind: "malformed"; problem: Problem }
  | { kind: "undecided" | "not a record"; why: string };

export const SIDES = ["a", "b"] as const;
export type Side = (typeof SIDES)[number];

const DEEPEST = 32;
const NESTING: Record<string, number> = { "[": 1, "{": 1, "]": -1, "}": -1 };
const TYPE = /^fairhat\/[0-9]+\/record$/;

/** Reads the bytes of a record file strictly: whatever is taken gives the same bytes when it is encoded again. */
export function readRecord(file: Uint8Array): RecordFile {
  const parsed = parse(file);
  if (!parsed) return { kind: "not a record", why: "it is not JSON in UTF-8 of a reasonable depth" };
  const { text, value } = parsed;
  if (!isObject(value) || typeof value.type !== "string" || !TYPE.test(value.type)) {
    return { kind: "not a record", why: "it is no object whose type is fairhat/1/record" };
  }
  const why = undecidable(value);
  return why ? { kind: "undecided", why } : readShape(text, value);
}

function parse(file: Uint8Array): { text: string; value: unknown } | null {
  try {
    // ignoreBOM keeps a byte order mark in the text, where JSON refuses it.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
    return depthOf(text) > DEEPEST ? null : { text, value: JSON.parse(text) };
  } catch {
    return null;
  }
}

// How deep arrays and objects nest in a JSON text. Not in its value, which has only the last of members with one name.
function depthOf(json: string): number {
  let depth = 0;
  let deepest = 0;
  let quoted = false;
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted) depth += NESTING[character as string] ?? 0;
    if (depth > deepest) deepest = depth;
  }
  return deepest;
}

function undecidable({ type, entries }: Record<string, unknown>): string | null {
  if (type !== "fairhat/1/record") return `its version is not known here: ${type}`;
  const hidden =
    Array.isArray(entries) && entries.length > 0 && entries.every((e) => isObject(e) && Object.hasOwn(e, "hidden"));
  return hidden ? "its entries are hidden, a part of protocol 1 that is not known here" : null;
}

function readShape(text: string, value: unknown): RecordFile {
  const result = reading(shape, value);
  if (!result.ok) return { kind: "malformed", problem: result.problem };
  const problem = canonicalProblem(text, value) ?? stateProblem(result.value);
  return problem ? { kind: "malformed", problem } : { kind: "record", record: result.value };
}

function canonicalProblem(text: string, value: unknown): Problem | null {
  const expected = "the canonical form (RFC 8785)";
  try {
    const form = canonical(value);
    if (form === text) return controlProblem(text);
    return { at: "", expected, found: `another form, from character ${firstDifference(form, text)} on` };
  } catch (error) {
    return { at: "", expected, found: (error as Error).message };
  }
}

// In canonical form what a backslash announces is a control character, unless it is a quote or another backslash.
function controlProblem(text: string): Problem | null {
  const control = /[\\\u007f]/.test(text.replaceAll(/\\["\\]/g, ""));
  return control ? { at: "", expected: "text without control characters, everywhere", found: "one of them" } : null;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

function stateProblem(record: DrawRecord): Problem | null {
  for (const [at, value, wanted] of demands(record)) {
    if (wanted && value === null) return { at, expected: "a value", found: "null" };
    if (!wanted && value !== null) return { at, expected: "null", found: "a value" };
  }
  return null;
}

// Section 8: what a drawn record has, and a void one has not.
function* demands({ state, bindings, openings, ...record }: DrawRecord): Generator<[string, unknown, boolean]> {
  const drawn = state === "drawn";
  for (const side of SIDES) {
    if (drawn || openings[side]) yield [`bindings.${side}`, bindings[side], true];
    if (drawn) yield [`openings.${side}`, openings[side], true];
  }
  yield ["outcome", record.outcome, drawn];
  yield ["void", record.void, !drawn];
}
