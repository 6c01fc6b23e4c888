// Reads a published file, docs/protocol.md section 9: a record or a lock.
import { canonical } from "./canonical.ts";
import { type DrawLock, lock } from "./lock.ts";
import { typed } from "./phrases.ts";
import { type DrawRecord, type ErasedRecord, erasedRecord, record, stateProblem } from "./record.ts";
import { isObject, type Problem, reading } from "./shape.ts";

/** The kind of a file. `problem` of a malformed one is a failure of the check `form`. */
export type DocumentFile =
  | { kind: "record"; record: DrawRecord | ErasedRecord }
  | { kind: "lock"; lock: DrawLock }
  | { kind: "malformed"; problem: Problem }
  | { kind: "undecided" | "not a record"; why: string };

const DEEPEST = 32;
const NESTING: Record<string, number> = { "[": 1, "{": 1, "]": -1, "}": -1 };
const TYPE = /^fairhat\/[0-9]+\/(record|lock)$/;

/** Reads a file's bytes strictly: an accepted file encodes to the same bytes again. */
export function readDocument(file: Uint8Array): DocumentFile {
  const parsed = parse(file);
  if (!parsed) return { kind: "not a record", why: "it is not JSON in UTF-8 of a reasonable depth" };
  const { text, value } = parsed;
  const name = isObject(value) && typeof value.type === "string" && TYPE.exec(value.type)?.[1];
  if (!isObject(value) || !name) {
    return { kind: "not a record", why: "it is no object whose type is fairhat/1/record or fairhat/1/lock" };
  }
  const why = undecidable(value, name);
  if (why) return { kind: "undecided", why };
  return name === "lock" ? readLock(text, value) : readRecord(text, value);
}

function parse(file: Uint8Array): { text: string; value: unknown } | null {
  try {
    // ignoreBOM keeps a byte order mark in the text, so that JSON refuses it.
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(file);
    return depthOf(text) > DEEPEST ? null : { text, value: JSON.parse(text) };
  } catch {
    return null;
  }
}

// The nesting depth of a JSON text. Not of its value, which has only the last of equal names.
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

function undecidable({ type }: Record<string, unknown>, name: string): string | null {
  return type === `fairhat/1/${name}` ? null : `its version is not known here: ${type}`;
}

function readRecord(text: string, value: Record<string, unknown>): DocumentFile {
  const result = reading<DrawRecord | ErasedRecord>(value.entries === null ? erasedRecord : record, value);
  if (!result.ok) return { kind: "malformed", problem: result.problem };
  const problem = canonicalProblem(text, value) ?? stateProblem(result.value);
  return problem ? { kind: "malformed", problem } : { kind: "record", record: result.value };
}

function readLock(text: string, value: unknown): DocumentFile {
  const result = reading(lock, value);
  if (!result.ok) return { kind: "malformed", problem: result.problem };
  const problem = canonicalProblem(text, value);
  return problem ? { kind: "malformed", problem } : { kind: "lock", lock: result.value };
}

function canonicalProblem(text: string, value: unknown): Problem | null {
  const expected = { code: "canonical" } as const;
  try {
    const form = canonical(value);
    if (form === text) return controlProblem(text);
    return { at: "", expected, found: { code: "other_form", from: firstDifference(form, text) } };
  } catch (error) {
    return { at: "", expected, found: typed(error instanceof Error ? error.message : String(error)) };
  }
}

// In canonical form a backslash marks a control character, unless a quote or another backslash follows.
function controlProblem(text: string): Problem | null {
  const announced = /[\\\u007f]/;
  const control = announced.test(text) && announced.test(text.replaceAll(/\\["\\]/g, ""));
  return control ? { at: "", expected: { code: "no_control" }, found: { code: "control" } } : null;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}
