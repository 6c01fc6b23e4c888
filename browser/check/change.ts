// Changes to a record, as an attacker would make them.

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** The path of a value: members by name, items by index. */
export type Path = readonly (string | number)[];

/** A new value at a path; without `to`, the old value is removed. */
export interface Change {
  path: Path;
  to?: Json;
}

/** A copy of `value` with all changes applied in order. A missing path changes nothing. */
export function changed(value: Json, changes: readonly Change[]): Json {
  return changes.reduce((before, { path, to }) => placed(before, path, to), value);
}

function placed(value: Json, [name, ...rest]: Path, to: Json | undefined): Json {
  if (name === undefined) return to ?? null;
  if (Array.isArray(value)) return inList(value, Number(name), rest, to);
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return value;
  const { [name]: before = null, ...others } = value;
  return rest.length === 0 && to === undefined ? others : { ...value, [name]: placed(before, rest, to) };
}

function inList(list: Json[], at: number, rest: Path, to: Json | undefined): Json {
  const before = list[at];
  if (before === undefined) return list;
  return rest.length === 0 && to === undefined ? list.toSpliced(at, 1) : list.with(at, placed(before, rest, to));
}

/** The value at a path; undefined if there is none. */
export function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<Json | undefined>((inner, name) => {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, name)) return undefined;
    return (inner as Record<string | number, Json>)[name];
  }, value);
}

const HEX = "0123456789abcdef";

/** A value of the same kind, with one character changed. */
export function oneOff(value: Exclude<Json, object>): Json {
  if (typeof value === "number") return value + (value < Number.MAX_SAFE_INTEGER ? 1 : -1);
  if (typeof value === "boolean") return !value;
  // Of a time, the last digit before the Z.
  const [, kept = "", last = "", end = ""] = /^(.*?)(.?)(Z?)$/su.exec(value ?? "") ?? [];
  return kept + nextTo(last, /^[0-9a-f]{32,}$/.test(kept + last) ? HEX : HEX.slice(0, 10)) + end;
}

function nextTo(character: string, digits: string): string {
  const at = character === "" ? -1 : digits.indexOf(character);
  if (at >= 0) return digits.charAt((at + 1) % digits.length);
  return character === "x" ? "y" : "x";
}

/** A typed replacement for a value: of the same kind if possible, else text. */
export function typedFor(value: Json, typed: string): Json {
  if (typeof value === "number" && /^-?\d+$/.test(typed) && Number.isSafeInteger(Number(typed))) {
    return Number(typed) + 0;
  }
  if (typeof value === "boolean" && (typed === "true" || typed === "false")) return typed === "true";
  if (value === null && typed === "null") return null;
  return typed.toWellFormed();
}
