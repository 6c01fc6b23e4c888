// bun packages/cli/package/build.ts: bundles the command line into one file for Node and Bun. `npm pack` runs it.
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";

const folder = import.meta.dir;
const bundle = join(folder, "fairhat.mjs");

const { outputs } = await Bun.build({
  entrypoints: [join(folder, "../main.ts")],
  target: "node",
  // The portable cryptography: the default one calls Bun.
  conditions: ["browser"],
  banner: "#!/usr/bin/env node",
});
for (const output of outputs) await Bun.write(bundle, output);
chmodSync(bundle, 0o755);
copyFileSync(join(folder, "../../../LICENSE"), join(folder, "LICENSE"));
