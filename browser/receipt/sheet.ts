// All receipts of a private draw, for the organiser to distribute.
import { BYTE_ORDER_MARK, csvLine } from "@fairhat/lists";
import { type Manifest, type PrivateEntry, type Receipt, Receipts, type Revealed, ticketsOf } from "@fairhat/protocol";
import { fragmentOf } from "./link.ts";

/** What an entrant gets. */
export interface Handout {
  label: string;
  /** From 1 */
  place: number;
  tickets: number;
  link: string;
}

interface PrivateList {
  manifest: Manifest;
  entries: readonly PrivateEntry[];
}

/** The receipts of a locked list, whose names are in list order. */
export function* receiptsOf({ manifest, entries }: PrivateList, names: readonly Revealed[]): Generator<Receipt> {
  const receipts = new Receipts(manifest, entries);
  for (const [index, name] of names.entries()) yield receipts.of(index, name);
}

/** `site` is the address of the site, without a trailing slash. */
export function handoutOf(receipt: Receipt, site: string): Handout {
  const { label, index, entry } = receipt;
  const link = `${site}/receipt#${fragmentOf(receipt)}`;
  return { label, place: index + 1, tickets: ticketsOf(entry), link };
}

/** The head of a mail merge table. */
export const HANDOUT_HEAD: string = BYTE_ORDER_MARK + csvLine(["place", "name", "tickets", "receipt"]);

/** A row of it: an entrant, with the receipt's link. */
export function handoutLine({ label, place, tickets, link }: Handout): string {
  return csvLine([place, label, tickets, link]);
}

/** A mail merge table: one row per entrant. */
export function handoutsCsv(handouts: Iterable<Handout>): string {
  return HANDOUT_HEAD + Array.from(handouts, handoutLine).join("");
}
