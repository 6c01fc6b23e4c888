// Which package may import which. Who adds an arrow here changes the architecture, and says so in docs/architecture.md.
import { expect, test } from "bun:test";
import { dirname, join, relative } from "node:path";

const root = dirname(import.meta.dir);

/** What the code of a place may import of ours. `types` may be imported as types only, for typed clients. */
const ARROWS: Record<string, { values: string[]; types?: string[] }> = {
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

/** The mathematics: nothing here knows of the network, the database, the clock or the machine. */
const PURE = ["protocol", "rules/catalogue"];
const PURE_LIBRARIES = /^(@noble\/(hashes|curves)|node:crypto)(\/|$)/;
const CLOCK = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(/;

const IMPORT = /^(?:import|export)\s+(?<type>type\s)?[^"';]*?from\s+"(?<from>[^"]+)"/gms;
const EFFECT = /^import\s+"(?<from>[^"]+)"/gms;
const NOT_PRODUCT = /(\.test|\.d)\.ts$|\/testing(\.ts$|\/)|\/fixture\.ts$|\/vectors\//;

interface Import {
  file: string;
  from: string;
  type: boolean;
}

async function importsOf(place: string): Promise<Import[]> {
  const found: Import[] = [];
  for (const path of new Bun.Glob("**/*.ts").scanSync({ cwd: join(root, place) })) {
    const file = join(place, path);
    if (path.includes("node_modules") || NOT_PRODUCT.test(file)) continue;
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
function reaches({ file, from }: Import, place: string): string | null {
  if (from.startsWith("@fairhat/")) return from.slice("@fairhat/".length);
  if (!from.startsWith(".")) return null;
  const path = relative(root, join(root, dirname(file), from));
  return path === place || path.startsWith(`${place}/`) || path === "package.json" ? null : path;
}

test.each(Object.keys(ARROWS))("%s imports what it may", async (place) => {
  const { values, types = [] } = ARROWS[place] ?? { values: [] };
  // rules may of course use its own catalogue.
  const imports = (await importsOf(place)).filter(
    ({ file }) => place !== "rules" || !file.startsWith("rules/catalogue/"),
  );
  expect(imports.length).toBeGreaterThan(0);
  for (const one of imports) {
    const target = reaches(one, place);
    if (target !== null)
      expect({ ...one, allowed: one.type ? [...values, ...types] : values }).toMatchObject({
        allowed: expect.arrayContaining([target]),
      });
  }
});

test.each(PURE)("%s is pure", async (place) => {
  for (const { file, from } of await importsOf(place)) {
    if (/^[.#@]|^node:/.test(from) && !from.startsWith("@noble") && !from.startsWith("node:")) continue;
    expect(`${file}: ${from}`).toMatch(new RegExp(`: ${PURE_LIBRARIES.source.slice(1)}`));
  }
  for (const path of new Bun.Glob("**/*.ts").scanSync({ cwd: join(root, place) })) {
    if (path.includes("node_modules") || NOT_PRODUCT.test(join(place, path))) continue;
    expect(await Bun.file(join(root, place, path)).text()).not.toMatch(CLOCK);
  }
});
