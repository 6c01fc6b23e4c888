export type { Facts, Keys } from "./checks.ts";
export { type CheckReport, type FailedCheck, type Report, type Verdict, verifyRecord } from "./verdict.ts";
