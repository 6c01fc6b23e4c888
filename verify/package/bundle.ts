// The command line as one file for Node and Bun.
import { join } from "node:path";

export function bundleVerifier(): Promise<Bun.BuildOutput> {
  return Bun.build({
    entrypoints: [join(import.meta.dir, "../main.ts")],
    target: "node",
    // The portable cryptography: the default one calls Bun.
    conditions: ["browser"],
    banner: "#!/usr/bin/env node",
    metafile: true,
  });
}
