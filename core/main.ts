import { run } from "@fairhat/service";
import { startCore } from "./start.ts";

await run(() => startCore(process.env));
