export { drawOf, recordAddress } from "./address.ts";
export type { Facts, Keys } from "./check.ts";
export type { Outcome } from "./outcome.ts";
export type { DrawSummary } from "./summary.ts";
export {
  type CheckReport,
  type FailedCheck,
  type Options,
  type Progress,
  type Report,
  type Verdict,
  verifyRecord,
} from "./verdict.ts";
