// Hides the labels of a list that came open: docs/protocol.md section 3. Names and salts go apart, in list order.
import { randomBytes } from "node:crypto";
import { MASKS, type Mask, masked } from "@fairhat/lists";
import { EntriesSum, type Entry, hide, isPrivate, type Problem, type Reading, type Revealed } from "@fairhat/protocol";
import { entriesOf, type StoredList } from "../draws/entries.ts";
import { underEntry } from "./given.ts";
import type { PieceReader } from "./readers.ts";

/** A chunk of a list, hidden. */
export interface HiddenChunk {
  /** As it is stored: canonical entries. */
  data: string;
  names: Revealed[];
}

const REPEATED: Problem = {
  at: "label",
  expected: { code: "unique_label" },
  found: { code: "label_before" },
};
const HIDDEN: Problem = { at: "", expected: { code: "open_label" }, found: { code: "hidden_entry" } };
const SALT = 16; // bytes

/** Reads a list chunk by chunk, each the bytes of one as it is stored. */
export function hidingReader(mask: Mask = MASKS[0]): PieceReader<HiddenChunk, Reading<StoredList>> {
  const sum = new EntriesSum();
  const seen = new Set<string>();
  let problem: Problem | null = null;
  let count = 0;

  const hidden = (entry: Entry, names: Revealed[]): string => {
    const found = isPrivate(entry) ? HIDDEN : seen.has(entry.label) ? REPEATED : null;
    if (found) problem ??= underEntry(count, found);
    count += 1;
    if (found || isPrivate(entry)) return "";
    const { label, ...others } = entry;
    seen.add(label);
    const salt = randomBytes(SALT).toString("hex");
    names.push({ label, salt });
    return sum.add({ hidden: hide(label, salt), masked: masked(label, mask), ...others });
  };

  return {
    read(piece) {
      const names: Revealed[] = [];
      const data = entriesOf(new TextDecoder().decode(piece)).map((entry) => hidden(entry, names));
      return problem ? [] : [{ data: data.join(","), names }];
    },
    end() {
      if (problem) return { parts: [], rest: { ok: false, problem } };
      const { count: entry_count, tickets: entry_tickets, root: entry_root } = sum.summary();
      return { parts: [], rest: { ok: true, value: { entry_count, entry_tickets, entry_root } } };
    },
  };
}
