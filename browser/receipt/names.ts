// The organiser's file for a private draw: names and their salts, in list order.
import {
  constant,
  hide,
  listOf,
  object,
  type PrivateEntry,
  type Problem,
  type Revealed,
  reading,
  revealed,
  text,
} from "@fairhat/protocol";

const namesFile = object({ type: constant("fairhat/1/names"), title: text(0, 200), names: listOf(revealed) });

export interface NamesFile {
  type: "fairhat/1/names";
  title: string;
  names: Revealed[];
}

/** The file, one name per line for human readers. */
export function writtenNames({ type, title, names }: NamesFile): string {
  const lines = names.map(({ label, salt }) => `  ${JSON.stringify({ label, salt })}`);
  return `{"type": ${JSON.stringify(type)}, "title": ${JSON.stringify(title)}, "names": [\n${lines.join(",\n")}\n]}\n`;
}

/** Why a file of names is refused; `at` gives the position and never a name. */
export interface NamesRefusal {
  reason: "not_names" | "salt_twice" | "another_draw";
  at: string;
}

export type NamesReading = { ok: true; names: Revealed[] } | { ok: false; refused: NamesRefusal };

/** Parses the file for a draw with this list. */
export function readNames(file: string, entries: readonly PrivateEntry[]): NamesReading {
  const read = reading(namesFile, parsed(file));
  if (!read.ok) return refusal("not_names", read.problem);
  const { names } = read.value;
  const twice = saltTwice(names);
  if (twice >= 0) return refusal("salt_twice", { at: `names[${twice}].salt` });
  if (names.length !== entries.length) return refusal("another_draw", { at: "names" });
  const other = names.findIndex(({ label, salt }, at) => hide(label, salt) !== entries[at]?.hidden);
  return other < 0 ? { ok: true, names } : refusal("another_draw", { at: `names[${other}]` });
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(file);
  } catch {
    return null;
  }
}

function saltTwice(names: readonly Revealed[]): number {
  const seen = new Set<string>();
  return names.findIndex(({ salt }) => seen.has(salt) || !seen.add(salt));
}

function refusal(reason: NamesRefusal["reason"], { at }: Pick<Problem, "at">): NamesReading {
  return { ok: false, refused: { reason, at } };
}
