// Canonical JSON (JCS, RFC 8785), of values whose numbers are all integers.
import { toHex, utf8 } from "./hex.ts";
import { sha256 } from "./sha256.ts";

/** The canonical form of `value`. Throws a TypeError for what has none here: fractions, lone surrogates, undefined. */
export function canonical(value: unknown): string {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") return integer(value);
  if (typeof value === "string") return text(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value === "object") return `{${members(value as Record<string, unknown>).join(",")}}`;
  throw new TypeError(`no canonical form for a value of type ${typeof value}`);
}

/** digest(x) of the protocol: SHA-256 of the canonical form, 64 hex characters. */
export function digest(value: unknown): string {
  return toHex(sha256(utf8(canonical(value))));
}

// Array.prototype.sort compares UTF-16 code units, as RFC 8785 section 3.2.3 demands.
function members(object: Record<string, unknown>): string[] {
  return Object.keys(object)
    .sort()
    .map((name) => `${text(name)}:${canonical(object[name])}`);
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value)) throw new TypeError(`${value} is not an integer of at most 2^53-1`);
  return String(value);
}

// JSON.stringify escapes just as RFC 8785 section 3.2.2.2 does, but for lone surrogates, which have no canonical form.
function text(value: string): string {
  if (!value.isWellFormed()) throw new TypeError("text with a lone surrogate");
  return JSON.stringify(value);
}
