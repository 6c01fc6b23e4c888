// The bundles that images are made of. The Dockerfile writes them, each into a folder of its name:  bun ops/bundles.ts FOLDER
// ci/changed asks which files went in.
import { dirname, join } from "node:path";
import { ASSET_SOURCES, messagesIn } from "../browser/assets.ts";
import { LANGUAGES } from "../packages/messages/index.ts";
import { keysOf } from "../packages/protocol/tables.ts";
import { bundleVerifier } from "../verify/package/bundle.ts";

const root = dirname(import.meta.dir);
const MAINS = {
  core: "core/main.ts",
  "random-a": "random-a/main.ts",
  "random-b": "random-b/main.ts",
  rules: "rules/main.ts",
  migrations: "ops/database/main.ts",
} as const;

export type BundleName = keyof typeof MAINS;
export const BUNDLES = keysOf(MAINS);

/** Bundles a service; writes it only where a folder is given. Throws what the bundler found wrong. */
export function bundle(name: BundleName, outdir?: string): Promise<Bun.BuildOutput> {
  return bundleFiles(entrypoints(MAINS[name]), outdir);
}

/** Bundles a program and its workers, which lie beside it then. */
export function bundleFiles(entrypoints: string[], outdir?: string): Promise<Bun.BuildOutput> {
  return Bun.build({
    entrypoints,
    naming: "[name].[ext]",
    ...(outdir === undefined ? {} : { outdir }),
    target: "bun",
    minify: true,
    metafile: true,
  });
}

/** The same of everything that browsers are sent, without writing it: browser/build.ts does that. */
export function bundleAssets(): Promise<Bun.BuildOutput[]> {
  const entrypoints = ASSET_SOURCES.map((source) => join(root, "browser", source));
  const inLanguages = keysOf(LANGUAGES).map((language) =>
    Bun.build({ entrypoints, target: "browser", minify: true, metafile: true, plugins: [messagesIn(language)] }),
  );
  return Promise.all([...inLanguages, bundleVerifier()]);
}

// A worker is a file beside the bundle that starts it, see packages/runtime/worker.ts.
function entrypoints(main: string): string[] {
  const workers = new Bun.Glob("**/*.worker.ts").scanSync({ cwd: join(root, dirname(main)), absolute: true });
  return [join(root, main), ...Array.from(workers).filter((path) => !path.includes("node_modules"))];
}

if (import.meta.main) {
  const [, , folder] = process.argv;
  if (!folder) throw new Error("usage: bun ops/bundles.ts FOLDER");
  for (const name of BUNDLES) await bundle(name, join(folder, name));
}
