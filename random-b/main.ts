import { startSealing } from "@fairhat/sealing";
import { run } from "@fairhat/service";
import { randomB } from "./index.ts";

await run(() => startSealing(randomB, process.env));
