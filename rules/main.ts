import { run } from "@fairhat/runtime";
import { startRules } from "./start.ts";

await run(() => startRules(process.env));
