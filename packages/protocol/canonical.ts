// Canonical JSON (JCS, RFC 8785) for values with integers only.

import { sha256 } from "#sha256";
import { toHex, utf8 } from "./hex.ts";

/**
 * The canonical form of `value`. Throws a TypeError for values without one: fractions, lone surrogates, undefined,
 * class instances.
 */
export function canonical(value: unknown): string {
  return isInOrder(value) ? JSON.stringify(value) : ordered(value);
}

// Whether JSON.stringify already gives the canonical form of `value`: it is much faster, but keeps member order.
function isInOrder(value: unknown): boolean {
  switch (typeof value) {
    case "string":
      return value.isWellFormed();
    case "number":
      return Number.isSafeInteger(value);
    case "boolean":
      return true;
    default:
      return value === null || (Array.isArray(value) ? areInOrder(value) : isPlain(value) && hasOrder(value));
  }
}

// Unlike `every`, this sees holes, which are undefined.
function areInOrder(list: readonly unknown[]): boolean {
  for (const value of list) if (!isInOrder(value)) return false;
  return true;
}

function hasOrder(object: Record<string, unknown>): boolean {
  let before = "";
  for (const name of Object.keys(object)) {
    if (name < before || !name.isWellFormed() || !isInOrder(object[name])) return false;
    before = name;
  }
  return true;
}

// For a value that is not in order; its children may be.
function ordered(value: unknown): string {
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(",")}]`; // from: a hole becomes undefined
  if (isPlain(value)) return `{${members(value).join(",")}}`;
  if (typeof value === "number") throw new TypeError(`${value} is not an integer of at most 2^53-1`);
  // JSON.stringify escapes as RFC 8785 section 3.2.2.2 requires, except for lone surrogates, which have no canonical
  // form.
  if (typeof value === "string") throw new TypeError("text with a lone surrogate");
  throw new TypeError(`no canonical form for ${Object.prototype.toString.call(value)}`);
}

/** digest(x) of the protocol: SHA-256 of the canonical form, 64 hex characters. */
export function digest(value: unknown): string {
  return digestOfText(canonical(value));
}

/** digest(x) from x's canonical form. */
export function digestOfText(canonicalForm: string): string {
  return toHex(sha256(utf8(canonicalForm)));
}

// A Date, Map or byte array would be hashed as something else.
function isPlain(value: unknown): value is Record<string, unknown> {
  if (typeof value !== "object") return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

// Array.prototype.sort compares UTF-16 code units, as RFC 8785 section 3.2.3 requires.
function members(object: Record<string, unknown>): string[] {
  return Object.keys(object)
    .sort()
    .map((name) => `${canonical(name)}:${canonical(object[name])}`);
}
