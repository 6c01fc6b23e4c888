// bun verify/package/build.ts: bundles the command line into one file for Node and Bun. `npm pack` runs it.
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { bundleVerifier } from "./bundle.ts";

const folder = import.meta.dir;
const bundle = join(folder, "fairhat-verify.mjs");

const { outputs } = await bundleVerifier();
for (const output of outputs) await Bun.write(bundle, output);
chmodSync(bundle, 0o755);
copyFileSync(join(folder, "../../LICENSE"), join(folder, "LICENSE"));
