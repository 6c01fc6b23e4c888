export { isBlank } from "./blank.ts";
export { canonical, digest, digestOfText } from "./canonical.ts";
export { type DocumentFile, readDocument } from "./document.ts";
export {
  EntriesSum,
  type EntriesSummary,
  type Entry,
  entry,
  entryList,
  groupsOf,
  hide,
  isOpen,
  isPrivate,
  label as anyLabel,
  type OpenEntry,
  openEntry,
  type PrivateEntry,
  privateEntry,
  salt,
  shownOf,
  summaryOf,
  ticketsOf,
} from "./entries.ts";
export { fromHex, toHex, utf8 } from "./hex.ts";
export { hasPrimeOrder } from "./key.ts";
export { type Below, choices, mgf1 } from "./keystream.ts";
export { ANNOUNCED_LEAD, leadOf, type TimedStatements, wasAnnounced } from "./lead.ts";
export { type DrawLock, lock } from "./lock.ts";
export { partiesOf, sameOperator } from "./operators.ts";
export { type Passover, type Passovers, passover, passovers, type Standing, standingOf } from "./passover.ts";
export {
  EXPECTED,
  type Expected,
  FOUND,
  type Found,
  type PhraseOf,
  phraseIn,
  type Translated,
  typed,
} from "./phrases.ts";
export {
  checkReceipt,
  hidingRefusal,
  type Receipt,
  type ReceiptReading,
  type ReceiptRefusal,
  Receipts,
  ReceiptWriter,
  type Revealed,
  receipt,
  receiptOf,
  revealed,
} from "./receipt.ts";
export type { DrawRecord, ErasedRecord } from "./record.ts";
export { seedOf } from "./seed.ts";
export * from "./shape.ts";
export { SIDES, type Side } from "./sides.ts";
export * from "./statements.ts";
export { keysOf, own } from "./tables.ts";
export { LeafHashes, Proofs } from "./tree.ts";
