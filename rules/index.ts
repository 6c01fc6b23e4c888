import type { rulesApp } from "./app.ts";

export { type PublishedRule, rulesApp } from "./app.ts";
export type { CheckedRule, RuleCheck } from "./checks.ts";
export type { Drawing, Drawn } from "./outcomes.ts";
export { startRules } from "./start.ts";

/** For typed clients. */
export type RulesApp = ReturnType<typeof rulesApp>;
