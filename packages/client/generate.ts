// bun packages/client/generate.ts: regenerates api.ts. A test fails while it differs from core's description.
import { join } from "node:path";
import { madeTypes } from "./document.ts";

await Bun.write(join(import.meta.dir, "api.ts"), await madeTypes());
process.exit(); // the services still listen
