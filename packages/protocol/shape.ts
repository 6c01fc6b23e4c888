// Strict readers of parsed JSON. A shape says what a value must be; nothing is converted, nothing unknown is let through.
import { EXPECTED, type Expected, FOUND, type Found, phraseIn, typed } from "./phrases.ts";

/** What is wrong with a value: where (`params.winners`), what had to be there, what was. */
export interface Problem {
  at: string;
  expected: Expected;
  found: Found;
}

/** A problem in English, for programs, logs and the command line. */
export function inEnglish({ at, expected, found }: Problem): { at: string; expected: string; found: string } {
  return { at, expected: phraseIn(EXPECTED, expected), found: phraseIn(FOUND, found) };
}

export interface Shape<T> {
  /** The value, as it is. Throws Malformed. */
  read(value: unknown): T;
  /** The same demand as JSON Schema, for readers outside. */
  schema: Record<string, unknown>;
}

export type Of<S> = S extends Shape<infer T> ? T : never;

/** A value that is not of the shape. Its `problem` names the place. */
export class Malformed extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    const { at, expected, found } = inEnglish(problem);
    super(`${at || "value"}: expected ${expected}, found ${found}`);
    this.problem = problem;
  }

  static of(expected: Expected, value: unknown): Malformed {
    return new Malformed({ at: "", expected, found: describe(value) });
  }

  under(name: string): Malformed {
    const { at, expected, found } = this.problem;
    return new Malformed({ at: !at || at.startsWith("[") ? name + at : `${name}.${at}`, expected, found });
  }
}

export type Reading<T> = { ok: true; value: T } | { ok: false; problem: Problem };

/** Reads without throwing: a refusal is a value. */
export function reading<T>(shape: Shape<T>, value: unknown): Reading<T> {
  try {
    return { ok: true, value: shape.read(value) };
  } catch (error) {
    if (error instanceof Malformed) return { ok: false, problem: error.problem };
    throw error;
  }
}

const MAX = Number.MAX_SAFE_INTEGER;
const LONGEST = 60;

function describe(value: unknown): Found {
  if (value === undefined) return { code: "nothing" };
  const json = JSON.stringify(value);
  return typed(json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json);
}

function shape<T>(schema: Record<string, unknown>, expected: Expected, holds: (value: unknown) => boolean): Shape<T> {
  return {
    schema,
    read(value) {
      if (!holds(value)) throw Malformed.of(expected, value);
      return value as T;
    },
  };
}

export function integer(minimum: number, maximum = MAX): Shape<number> {
  return shape(
    { type: "integer", minimum, maximum },
    { code: "integer", min: minimum, max: maximum },
    (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= minimum && value <= maximum,
  );
}

export const anyInteger = integer(-MAX);

export const yesOrNo: Shape<boolean> = shape({ type: "boolean" }, { code: "boolean" }, (v) => typeof v === "boolean");

export function constant<const T extends string | null>(wanted: T): Shape<T> {
  return shape({ const: wanted }, { code: "constant", value: wanted }, (value) => value === wanted);
}

export function oneOf<const T extends string>(...wanted: T[]): Shape<T> {
  return shape({ enum: wanted }, { code: "one_of", values: wanted }, (value) => wanted.some((one) => one === value));
}

export function pattern(regex: RegExp, expected: Expected): Shape<string> {
  return shape({ type: "string", pattern: regex.source }, expected, (v) => typeof v === "string" && regex.test(v));
}

/** `bytes` bytes in lower-case hexadecimal. */
export function hex(bytes: number): Shape<string> {
  return pattern(new RegExp(`^[0-9a-f]{${2 * bytes}}$`), { code: "hex", length: 2 * bytes });
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: the protocol refuses just these
const CONTROL = /[\u0000-\u001f\u007f]/;

/** Text of a length (`minLength` 0 or 1) in code points, without control characters and lone surrogates. */
export function text(minLength: 0 | 1, maxLength: number): Shape<string> {
  return shape(
    { type: "string", minLength, maxLength },
    { code: "text", min: minLength, max: maxLength },
    (value) => typeof value === "string" && value.isWellFormed() && !CONTROL.test(value) && fits(value),
  );
  // A code point is one or two UTF-16 units: only what the units leave open is counted.
  function fits(value: string): boolean {
    const units = value.length;
    return units >= minLength && (units <= maxLength || (units <= 2 * maxLength && [...value].length <= maxLength));
  }
}

const TIME = /^(19[7-9]\d|[2-9]\d{3})-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/** A time as the protocol writes it. A date that does not exist comes back from Date as another one, or not at all. */
export const time: Shape<string> = shape(
  { type: "string", format: "date-time" },
  { code: "time" },
  (v) => typeof v === "string" && TIME.test(v) && !Number.isNaN(Date.parse(v)) && new Date(v).toISOString() === v,
);

/** A shape with one more demand on its value: `problemOf` says what is wrong with it, or null. */
export function refined<T>(inner: Shape<T>, problemOf: (value: T) => Problem | null): Shape<T> {
  return {
    schema: inner.schema,
    read(value) {
      const read = inner.read(value);
      const problem = problemOf(read);
      if (problem) throw new Malformed(problem);
      return read;
    },
  };
}

export function nullable<T>(inner: Shape<T>): Shape<T | null> {
  return {
    schema: { anyOf: [inner.schema, { type: "null" }] },
    read: (value) => (value === null ? null : inner.read(value)),
  };
}

export function listOf<T>(inner: Shape<T>, minItems = 0): Shape<T[]> {
  return {
    schema: { type: "array", items: inner.schema, minItems },
    read(value) {
      if (!Array.isArray(value)) throw Malformed.of({ code: "list" }, value);
      if (value.length < minItems) throw Malformed.of({ code: "list_of_at_least", min: minItems }, value);
      return readMembers(
        value,
        (at) => `[${at}]`,
        value.keys(),
        () => inner,
      );
    },
  };
}

export const anyObject: Shape<Record<string, unknown>> = shape({ type: "object" }, { code: "object" }, isObject);

type Fields = Record<string, Shape<unknown>>;
type Read<F extends Fields, O extends Fields> = { [K in keyof F]: Of<F[K]> } & { [K in keyof O]?: Of<O[K]> };

/** An object with exactly the members of `required`, and none besides but those of `optional`. */
export function object<F extends Fields, O extends Fields = Record<never, never>>(
  required: F,
  optional = {} as O,
): Shape<Read<F, O>> {
  const fields: Fields = { ...required, ...optional };
  const names = new Set(Object.keys(fields));
  const needed = Object.keys(required);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
      required: needed,
      additionalProperties: false,
    },
    read(value) {
      if (!isObject(value)) throw Malformed.of({ code: "object" }, value);
      const present = Object.keys(value);
      const unknown = present.find((name) => !names.has(name));
      if (unknown !== undefined) throw Malformed.of({ code: "no_member" }, value[unknown]).under(unknown);
      const missing = needed.find((name) => !Object.hasOwn(value, name));
      if (missing !== undefined) throw Malformed.of({ code: "value" }, undefined).under(missing);
      return readMembers(value as Read<F, O>, String, present, (name) => fields[name] as Shape<unknown>);
    },
  };
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readMembers<V extends object, K extends PropertyKey>(
  value: V,
  called: (key: K) => string,
  keys: Iterable<K>,
  shapeOf: (key: K) => Shape<unknown>,
): V {
  let current: K | undefined;
  try {
    for (const key of keys) {
      current = key;
      shapeOf(key).read((value as Record<PropertyKey, unknown>)[key]);
    }
  } catch (error) {
    if (error instanceof Malformed) throw error.under(called(current as K));
    throw error;
  }
  return value;
}
