// Makes the receipts of a private draw in its organiser's browser, from the lock and the file of names.
import { isPrivate, lock, reading } from "@fairhat/protocol";
import { type NamesRefusal, readNames } from "../receipt/names.ts";
import { type Handout, handoutOf, receiptsOf } from "../receipt/sheet.ts";

export type Handing = { kind: "handouts"; handouts: Handout[] } | { kind: "refused"; refused: NamesRefusal };

/** `locked`: the content of the draw's lock file; `site`: the address of the site. */
export function handingOut(locked: string, file: string, site: string): Handing {
  const read = reading(lock, JSON.parse(locked));
  if (!read.ok) throw new Error(`this is no lock: ${read.problem.at}`);
  const { manifest, entries } = read.value;
  const list = entries.filter(isPrivate);
  const names = readNames(file, list);
  if (!names.ok) return { kind: "refused", refused: names.refused };
  const handouts = Array.from(receiptsOf({ manifest, entries: list }, names.names), (one) => handoutOf(one, site));
  return { kind: "handouts", handouts };
}
