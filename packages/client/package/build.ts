// bun packages/client/package/build.ts: bundles the client into one file for Node, Bun and browsers, with its types.
// `npm pack` runs it.
import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const folder = import.meta.dir;
const source = dirname(folder);
const fromClient = createRequire(join(source, "index.ts"));
const library = dirname(fromClient.resolve("openapi-fetch/package.json"));
const helpers = dirname(
  createRequire(join(library, "package.json")).resolve("openapi-typescript-helpers/package.json"),
);

await Bun.build({ entrypoints: [join(source, "index.ts")], target: "browser", outdir: folder });
emitTypes();
// The library's types are included, so that the package has no dependencies.
copyFileSync(join(library, "dist/index.d.mts"), join(folder, "openapi-fetch.d.ts"));
copyFileSync(join(helpers, "dist/index.d.mts"), join(folder, "openapi-typescript-helpers.d.ts"));
for (const name of ["index", "openapi-fetch"]) pointBeside(join(folder, `${name}.d.ts`));
copyFileSync(join(source, "../../LICENSE"), join(folder, "LICENSE"));
copyFileSync(join(library, "LICENSE"), join(folder, "LICENSE.openapi-fetch"));

function emitTypes(): void {
  const compiler = fromClient.resolve("typescript/lib/tsc.js");
  const flags = ["--declaration", "--emitDeclarationOnly", "--allowImportingTsExtensions", "--skipLibCheck"];
  const kinds = ["--module", "preserve", "--moduleResolution", "bundler", "--target", "esnext", "--strict"];
  const { exitCode, stdout } = Bun.spawnSync([
    ...[process.execPath, compiler, join(source, "index.ts"), "--outDir", folder],
    ...[...flags, ...kinds],
  ]);
  if (exitCode !== 0) throw new Error(stdout.toString());
}

function pointBeside(path: string): void {
  const pointed = readFileSync(path, "utf8")
    .replaceAll(/(["'])(openapi-(?:fetch|typescript-helpers))\1/g, '"./$2.js"')
    .replaceAll("./api.ts", "./api.js");
  writeFileSync(path, pointed);
}
