// A record shortened for a page: everything, but only the first items of long lists.
import type { Json, Path } from "./change.ts";

/** Items of a list that a page shows. */
const SHOWN = 8;

export interface Sample {
  record: Json;
  /** The lists that were cut, and by how many items. */
  cut: { path: Path; items: number }[];
}

export function sampleOf(record: Json): Sample {
  const cut: Sample["cut"] = [];
  const inner = (value: Json, path: Path): Json => {
    if (Array.isArray(value)) {
      if (value.length > SHOWN) cut.push({ path, items: value.length - SHOWN });
      return value.slice(0, SHOWN).map((item, at) => inner(item, [...path, at]));
    }
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, inner(member, [...path, name])]));
  };
  return { record: inner(record, []), cut };
}

/** A value with an input field. */
export interface Field {
  path: Path;
  value: Exclude<Json, object>;
}

/** The parts of a record, in order of creation. */
export const GROUPS = ["record", "manifest", "entries", "seals", "bindings", "openings", "outcome", "void"] as const;
export type Group = (typeof GROUPS)[number];

/** All scalar values, by the part of the record they belong to. */
export function fieldsOf(record: Json): Record<Group, Field[]> {
  const fields = Object.fromEntries(GROUPS.map((group) => [group, [] as Field[]])) as Record<Group, Field[]>;
  for (const field of leaves(record, [])) fields[groupOf(field.path)].push(field);
  return fields;
}

export function groupOf([first]: Path): Group {
  return GROUPS.find((group) => group === first) ?? "record";
}

function* leaves(value: Json, path: Path): Generator<Field> {
  if (typeof value !== "object" || value === null) yield { path, value };
  else for (const [name, member] of Object.entries(value)) yield* leaves(member, [...path, nameIn(value, name)]);
}

const nameIn = (value: object, name: string) => (Array.isArray(value) ? Number(name) : name);

/** A path in the protocol's notation: entries[0].label */
export function placeOf(path: Path): string {
  return path.reduce<string>((before, name) => {
    if (typeof name === "number") return `${before}[${name}]`;
    return before === "" ? name : `${before}.${name}`;
  }, "");
}
