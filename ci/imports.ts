// Who imports what, read from the sources: for the arrows that a test keeps and for the picture of them.
import { dirname, join, relative } from "node:path";

const root = dirname(import.meta.dir);

/** The rooms of the product, and what the code of each may import of ours. `types` may be imported as types only, for typed clients. */
export const ARROWS: Record<string, { values: string[]; types?: string[] }> = {
  protocol: { values: [] },
  service: { values: ["protocol"] },
  sealing: { values: ["protocol", "service"] },
  "random-a": { values: ["sealing", "service"] },
  "random-b": { values: ["sealing", "service"] },
  "rules/catalogue": { values: ["protocol"] },
  rules: { values: ["protocol", "service"] },
  verify: { values: ["protocol", "rules/catalogue"] },
  browser: { values: ["protocol", "rules/catalogue", "verify"] },
  core: {
    values: ["browser/assets", "browser/list", "browser/messages", "protocol", "service"],
    types: ["sealing", "rules"],
  },
  database: { values: ["core/db/migrations.ts", "sealing/migrations.ts", "service/index.ts"] },
  embedded: { values: ["core", "random-a", "random-b", "rules", "sealing", "service"] },
};

const IMPORT = /^(?:import|export)\s+(?<type>type\s)?[^"';]*?from\s+"(?<from>[^"]+)"/gms;
const EFFECT = /^import\s+"(?<from>[^"]+)"/gms;
const NOT_PRODUCT = /(\.test|\.d)\.ts$|\/testing(\.ts$|\/)|\/fixture\.ts$|\/vectors\//;

export interface Import {
  file: string;
  from: string;
  type: boolean;
}

/** The product's own files in a place, from the root on. */
export function sourcesOf(place: string): string[] {
  const paths = new Bun.Glob("**/*.ts").scanSync({ cwd: join(root, place) });
  return Array.from(paths, (path) => `${place}/${path.replaceAll("\\", "/")}`).filter(
    (file) => !file.includes("node_modules") && !NOT_PRODUCT.test(file),
  );
}

export async function importsOf(place: string): Promise<Import[]> {
  const found: Import[] = [];
  for (const file of sourcesOf(place)) {
    const text = await Bun.file(join(root, file)).text();
    for (const pattern of [IMPORT, EFFECT]) {
      for (const { groups = {} } of text.matchAll(pattern)) {
        found.push({ file, from: groups.from ?? "", type: groups.type !== undefined });
      }
    }
  }
  return found;
}

/** The place of ours that an import reaches into, or null. */
export function reaches({ file, from }: Import, place: string): string | null {
  if (from.startsWith("@fairhat/")) return from.slice("@fairhat/".length);
  if (!from.startsWith(".")) return null;
  const path = relative(root, join(root, dirname(file), from));
  return path === place || path.startsWith(`${place}/`) || path === "package.json" ? null : path;
}
