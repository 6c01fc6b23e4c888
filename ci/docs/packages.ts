// Which package imports which, from the dependencies in package.json files. Undeclared imports fail, because packages
// are installed in isolation (bunfig.toml).
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { mermaid } from "./parts.ts";

const root = join(import.meta.dir, "../..");
const NOT_PRODUCT = ["e2e", "bench"];

interface Manifest {
  dependencies?: Record<string, string>;
}

function importedBy(name: string): string[] {
  const { dependencies = {} }: Manifest = JSON.parse(readFileSync(join(root, name, "package.json"), "utf8"));
  return Object.keys(dependencies).flatMap((dependency) => /^@fairhat\/(.+)$/.exec(dependency)?.[1] ?? []);
}

function foldersOf(patterns: string[]): string[] {
  const found = patterns.flatMap((one) => [...new Bun.Glob(`${one}/package.json`).scanSync({ cwd: root })].sort());
  return found.map((path) => dirname(path));
}

/** An arrow from each package to its dependencies. */
export function packagesPicture(): string {
  const { workspaces } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const names = foldersOf(workspaces.packages).filter((name) => !NOT_PRODUCT.includes(name));
  return mermaid(
    "flowchart TB",
    ...names.flatMap((name) => importedBy(name).map((imported) => `  ${basename(name)} --> ${imported}`)),
  );
}
