import type { rulesApp } from "./app.ts";

export { rulesApp } from "./app.ts";
export { startRules } from "./start.ts";

/** For typed clients. */
export type RulesApp = ReturnType<typeof rulesApp>;
