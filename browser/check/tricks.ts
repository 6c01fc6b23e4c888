// Known ways to cheat: each is a few changes to a record.
import { type Change, type Json, oneOff, type Path, valueAt } from "./change.ts";
import { fieldsOf } from "./sample.ts";

export type TrickName = keyof typeof TRICKS;

export interface Trick {
  name: TrickName;
  changes: Change[];
}

/** The tricks that can be tried on this record. */
export function tricksOf(record: Json): Trick[] {
  const all = Object.entries(TRICKS) as [TrickName, (record: Json) => Change[]][];
  return all.map(([name, changes]) => ({ name, changes: changes(record) })).filter(({ changes }) => changes.length > 0);
}

const SECRET_A = ["openings", "a", "statement", "secret"];
const SECRET_B = ["openings", "b", "statement", "secret"];

const TRICKS = {
  winner(record: Json) {
    const drawn = fieldsOf(record).outcome.filter(({ path }) => path[1] === "result");
    const first = drawn.find(({ path }) => path[2] !== "alternates");
    const count = Number(valueAt(record, ["manifest", "entries", "count"]));
    if (typeof first?.value !== "number" || count === 1) return [];
    return [{ path: first.path, to: count > 0 ? (first.value + 1) % count : first.value + 1 }];
  },
  swap: (record: Json) => swapped(record, ["entries", 0], ["entries", 1]),
  leave: (record: Json) => (valueAt(record, ["entries", 0]) === undefined ? [] : [{ path: ["entries", 0] }]),
  rename: (record: Json) => replaced(record, ["entries", 0, "label"], (label) => `${label}!`),
  secrets: (record: Json) => swapped(record, SECRET_A, SECRET_B),
  secret: (record: Json) => replaced(record, SECRET_A, oneOff),
  binding(record: Json) {
    const path = ["bindings", "a"];
    return valueAt(record, path) === null ? [] : [{ path, to: null }];
  },
  signature: (record: Json) => replaced(record, ["seals", "a", "signature"], oneOff),
  both: (record: Json) =>
    copied(record, ["seals", "a", "statement", "service"], ["seals", "b", "statement", "service"]),
  early: (record: Json) => copied(record, ["manifest", "createdAt"], ["openings", "a", "statement", "openedAt"]),
  rule: (record: Json) =>
    replaced(record, ["manifest", "rule"], (rule) => (rule === "order/1" ? "winners/1" : "order/1")),
};

function swapped(record: Json, one: Path, other: Path): Change[] {
  const [first, second] = [valueAt(record, one), valueAt(record, other)];
  if (first === undefined || second === undefined || JSON.stringify(first) === JSON.stringify(second)) return [];
  return [
    { path: one, to: second },
    { path: other, to: first },
  ];
}

function replaced(record: Json, path: Path, by: (text: string) => Json): Change[] {
  const value = valueAt(record, path);
  return typeof value === "string" ? [{ path, to: by(value) }] : [];
}

function copied(record: Json, from: Path, path: Path): Change[] {
  const value = valueAt(record, from);
  return value === undefined ? [] : replaced(record, path, () => value);
}
