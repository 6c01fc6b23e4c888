export { canonical, digest } from "./canonical.ts";
export { type EntriesSummary, type Entry, entry, summaryOf, ticketsOf } from "./entries.ts";
export { fromHex, toHex, utf8 } from "./hex.ts";
export { type Below, choices, mgf1 } from "./keystream.ts";
export { ANNOUNCED_LEAD, leadOf, type TimedStatements, wasAnnounced } from "./lead.ts";
export { type DrawRecord, type RecordFile, readRecord, SIDES, type Side } from "./record.ts";
export { seedOf } from "./seed.ts";
export * from "./shape.ts";
export * from "./statements.ts";
