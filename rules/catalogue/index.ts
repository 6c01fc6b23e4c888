export { type Checked, catalogue, check, complete, sizeOf } from "./check.ts";
export type { Example, List, Rule, Size } from "./rule.ts";
