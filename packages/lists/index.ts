export { type Decoded, decode, ENCODINGS, type Encoding } from "./decode.ts";
export { type Finding, type FindingCode, findingsOf, type Remedy } from "./findings.ts";
export { type Format, formatOf, type Refused, refusedText } from "./format.ts";
export { applyPlan, type Plan, type Planned, type PlannedEntry, proposePlan, protocolEntries } from "./plan.ts";
export { type Row, readTable, type Table } from "./table.ts";
