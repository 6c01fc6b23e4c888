import { run } from "@fairhat/runtime";
import { startCore } from "./start.ts";

await run(() => startCore(process.env));
