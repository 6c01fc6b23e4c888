// Bundles the scripts and styles of the pages, each named by a hash of its content. Built when Fairhat starts from its
// sources; an image has them in a folder, from `bun browser/build.ts`.
import { mkdir } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { keysOf } from "@fairhat/protocol";
import { bundleVerifier } from "@fairhat/verify/bundle";
import type { BunPlugin } from "bun";
import { LANGUAGES, type Language } from "../packages/messages/index.ts";

/** Entries, by the names that pages use. */
const ENTRIES = {
  "style.css": "styles/style.css",
  "mark.svg": "mark.svg",
  "draw.js": "scripts/draw.ts",
  "form.js": "scripts/form.ts",
  "workbook.js": "scripts/workbook.ts",
  "list.js": "scripts/list.ts",
  "manage.js": "scripts/manage.ts",
  "mine.js": "scripts/mine.ts",
  "present.js": "scripts/present.ts",
  "stage.js": "scripts/stage.ts",
  "slips.js": "scripts/slips.ts",
  "tryout.js": "scripts/tryout.ts",
  "checking.js": "scripts/checking.ts",
  "verify.js": "scripts/verify.ts",
  "verifier.js": "scripts/verifier.ts",
  "fairhat_verify.py": "../verify/fairhat_verify.py",
  "fairhat-verify.mjs": "../verify/main.ts",
  "receipt.js": "scripts/receipt.ts",
  "offline.js": "scripts/offline.ts",
} as const;

export type AssetName = keyof typeof ENTRIES;

const VERIFIER = "/verify/main.ts"; // not a page script: bundled differently

/** Source files of the other entries, relative to this folder. */
export const ASSET_SOURCES: readonly string[] = Object.values(ENTRIES).filter((source) => !source.endsWith(VERIFIER));

interface Asset {
  /** Its content type. */
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Assets {
  /** All files, by name with hash. */
  files: ReadonlyMap<string, Asset>;
  /** The path of an entry: /assets/style-1a2b3c4d.css; of a script with words, the one in this language (else in English). */
  path(name: AssetName, language?: Language): string;
}

/** The path under which assets are served. */
export const ASSETS_PATH = "/assets";

const TYPES: Record<string, string> = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  py: "text/x-python; charset=utf-8",
  svg: "image/svg+xml",
};
const LIST = "assets.json";

/** Names with hash, by entry, for each language. */
type Names = Record<Language, Record<string, string>>;

let built: Promise<Assets> | undefined;

/** Bundles all entries, once per process. Throws the bundler's errors. */
export function buildAssets(): Promise<Assets> {
  built ??= bundleAll();
  return built;
}

async function bundleAll(): Promise<Assets> {
  const files = new Map<string, Asset>();
  const names: Partial<Names> = {};
  for (const language of keysOf(LANGUAGES)) names[language] = await bundleIn(language, files);
  return assetsOf(files, names as Names); // it has every language now
}

/** Bundles all entries in a language into `files`, where entries without words are the same file in all. */
async function bundleIn(language: Language, files: Map<string, Asset>): Promise<Record<string, string>> {
  const names: Record<string, string> = {};
  for (const [name, source] of Object.entries(ENTRIES)) {
    const bytes = await bundled(join(import.meta.dir, source), language, names);
    const hashed = hashedName(name, bytes);
    names[name] = hashed;
    files.set(hashed, { type: typeOf(hashed), bytes });
  }
  return names;
}

const WORDLESS = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

function bundled(source: string, language: Language, names: Record<string, string>): Promise<Uint8Array<ArrayBuffer>> {
  if (source.includes("/scripts/")) return scriptIn(source, language, names);
  const known = WORDLESS.get(source) ?? wordless(source);
  WORDLESS.set(source, known);
  return known;
}

async function wordless(source: string): Promise<Uint8Array<ArrayBuffer>> {
  if (/\.(svg|py)$/.test(source)) return Bun.file(source).bytes();
  if (source.endsWith(VERIFIER)) return outputOf(source, await bundleVerifier());
  return outputOf(source, await Bun.build({ entrypoints: [source], target: "browser", minify: true }));
}

// `ASSETS` in a script has the names of earlier entries, which it loads on demand.
async function scriptIn(
  source: string,
  language: Language,
  names: Record<string, string>,
): Promise<Uint8Array<ArrayBuffer>> {
  const define = { ASSETS: JSON.stringify(names), LANGUAGE: JSON.stringify(language) };
  const plugins = [messagesIn(language)];
  return outputOf(source, await Bun.build({ entrypoints: [source], target: "browser", minify: true, define, plugins }));
}

/** Puts the messages of a language in the place of the English ones. */
export function messagesIn(language: Language): BunPlugin {
  return {
    name: "messages",
    setup(build) {
      build.onResolve({ filter: /\/messages\/en\// }, ({ path, importer }) => ({
        path: join(dirname(importer), path.replace("/messages/en/", `/messages/${language}/`)),
      }));
    },
  };
}

async function outputOf(
  source: string,
  { outputs }: Pick<Bun.BuildOutput, "outputs">,
): Promise<Uint8Array<ArrayBuffer>> {
  const [output] = outputs;
  if (!output) throw new Error(`nothing came out of ${source}`);
  return new Uint8Array(await output.arrayBuffer());
}

function hashedName(name: string, bytes: Uint8Array): string {
  const hash = new Bun.CryptoHasher("sha256").update(bytes).digest("hex").slice(0, 12);
  return name.replace(".", `-${hash}.`);
}

function typeOf(name: string): string {
  return TYPES[name.slice(name.lastIndexOf(".") + 1)] ?? "application/octet-stream";
}

function assetsOf(files: Map<string, Asset>, names: Names): Assets {
  return { files, path: (name, language = "en") => `${ASSETS_PATH}/${names[language][name]}` };
}

/**
 * Writes assets into a new folder, with the index for `readAssets`. Each is also stored compressed for NGINX's
 * gzip_static.
 */
export async function writeAssets(assets: Assets, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [name, { bytes }] of assets.files) {
    await Bun.write(join(folder, name), bytes);
    await Bun.write(join(folder, `${name}.gz`), compressed(bytes));
  }
  const namesIn = (language: Language) =>
    Object.fromEntries(keysOf(ENTRIES).map((name) => [name, basename(assets.path(name, language))]));
  const names = Object.fromEntries(keysOf(LANGUAGES).map((language) => [language, namesIn(language)]));
  await Bun.write(join(folder, LIST), JSON.stringify(names));
}

function compressed(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return Bun.gzipSync(bytes, { level: 12, library: "libdeflate" });
}

/** Reads the output of `writeAssets`. Throws if a file is missing. */
export async function readAssets(folder: string): Promise<Assets> {
  const names: Names = await Bun.file(join(folder, LIST)).json();
  const files = new Map<string, Asset>();
  for (const name of new Set(Object.values(names).flatMap((inOne) => Object.values(inOne)))) {
    files.set(name, { type: typeOf(name), bytes: await Bun.file(join(folder, name)).bytes() });
  }
  return assetsOf(files, names);
}
