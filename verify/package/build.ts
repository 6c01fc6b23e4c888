// bun verify/package/build.ts: bundles the command line into one file for Node and Bun. `npm pack` runs it.
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dir;
const bundle = join(folder, "fairhat-verify.mjs");

await Bun.build({
  entrypoints: [join(folder, "../main.ts")],
  outdir: folder,
  naming: "fairhat-verify.mjs",
  target: "node",
  // The portable cryptography: the other one calls Bun.
  conditions: ["browser"],
  banner: "#!/usr/bin/env node",
});
chmodSync(bundle, 0o755);
copyFileSync(join(folder, "../../LICENSE"), join(folder, "LICENSE"));
