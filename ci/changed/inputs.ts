// The inputs of each image: the bundler's and the Dockerfile's.
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { BUNDLES, type BundleName, bundle, bundleAssets } from "../../ops/bundles.ts";

export const IMAGES = [...BUNDLES, "proxy"] as const;
export type ImageName = (typeof IMAGES)[number];
/** Files and folders relative to the root, and packages by bun.lock's names: `npm:pg@8.23.1`. */
export type Inputs = readonly string[];

const root = dirname(dirname(import.meta.dir));
/** A bundle contains only the version of the root manifest, and a service keeps the version it was built with. */
const ROOT_MANIFEST = "package.json";
const RECIPE = ["Dockerfile", "ops/bundles.ts", "bunfig.toml", "tsconfig.json"];
/**
 * Migrations run again only if their effect on the database changed; the program around them is code shared by all
 * services.
 */
const MIGRATIONS = /^ops\/database\/|\/migrations/;

/** The inputs of every image in this checkout. */
export async function readInputs(): Promise<Record<ImageName, Inputs>> {
  const assets = (await bundleAssets()).flatMap(inputsOf);
  const imageOf = async (name: BundleName): Promise<Inputs> => {
    const inputs = inputsOf(await bundle(name));
    if (name === "migrations") return inputs.filter((path) => MIGRATIONS.test(path));
    return [...inputs, ...made("service"), ...(name === "core" ? assets : [])];
  };
  const images = await Promise.all(
    BUNDLES.map(async (name): Promise<[ImageName, Inputs]> => [name, await imageOf(name)]),
  );
  return Object.fromEntries([...images, ["proxy", [...assets, ...made("proxy")]]]) as Record<ImageName, Inputs>;
}

function inputsOf({ metafile }: Bun.BuildOutput): string[] {
  const paths = Object.keys(metafile?.inputs ?? {}).map((path) => relative(root, resolve(path)));
  const files = paths.filter((path) => path !== ROOT_MANIFEST);
  return [...new Set(files.flatMap((path) => packageOf(path) ?? [path, ...manifestOf(path)]))];
}

// node_modules/.bun/@noble+hashes@2.4.0/…; packages with peers have a digest of them after the version.
function packageOf(path: string): string | null {
  if (!path.includes("node_modules/")) return null;
  const [, scope = "", name] = /^node_modules\/\.bun\/(@[^+/]+\+)?([^/]+?)(?:\+[0-9a-f]{16})?\//.exec(path) ?? [];
  if (!name) throw new Error(`${path} lies where no package is expected; see packageOf in ci/changed/inputs.ts`);
  return `npm:${scope.replace("+", "/")}${name}`;
}

/** The package.json that decides which file an import resolves to. */
function manifestOf(path: string): string[] {
  for (let folder = dirname(path); folder !== "."; folder = dirname(folder)) {
    if (existsSync(join(root, folder, "package.json"))) return [`${folder}/package.json`];
  }
  return [];
}

/** How an image is built, and what the Dockerfile copies into it. */
function made(target: string): string[] {
  const stages = readFileSync(join(root, "Dockerfile"), "utf8").split(/^FROM /m);
  const stage = stages.find((text) => text.split("\n", 1)[0]?.endsWith(` AS ${target}`)) ?? "";
  const copied = stage.matchAll(/^COPY (?!--from)(?:--\S+ )*(\S+) /gm);
  return [...RECIPE, ...Array.from(copied, ([, path = ""]) => path)];
}
