import { run } from "@fairhat/service";
import { startRules } from "./start.ts";

await run(() => startRules(process.env));
