import { startSealing } from "@fairhat/sealing";
import { run } from "@fairhat/service";
import { randomA } from "./index.ts";

await run(() => startSealing(randomA, process.env));
