export { recordAddress } from "./address.ts";
export type { Facts, Keys } from "./checks.ts";
export {
  type CheckReport,
  type FailedCheck,
  type Progress,
  type Report,
  type Verdict,
  verifyRecord,
} from "./verdict.ts";
