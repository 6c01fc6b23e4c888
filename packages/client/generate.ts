// bun packages/client/generate.ts: writes api.ts anew. A test fails while it differs from what core describes.
import { join } from "node:path";
import { madeTypes } from "./document.ts";

await Bun.write(join(import.meta.dir, "api.ts"), await madeTypes());
process.exit(); // the services that described it still listen
