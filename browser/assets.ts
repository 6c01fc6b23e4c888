// Bundles the scripts and styles of the pages, each named by a hash of its content. Built when Fairhat starts from its
// sources; an image has them in a folder, from `bun browser/build.ts`.
import { mkdir } from "node:fs/promises";
import { basename, join } from "node:path";
import { keysOf } from "@fairhat/protocol";
import { bundleVerifier } from "@fairhat/verify/bundle";

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
  /** The path of an entry: /assets/style-1a2b3c4d.css */
  path(name: AssetName): string;
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

type Names = Record<string, string>;

let built: Promise<Assets> | undefined;

/** Bundles all entries, once per process. Throws the bundler's errors. */
export function buildAssets(): Promise<Assets> {
  built ??= bundleAll();
  return built;
}

async function bundleAll(): Promise<Assets> {
  const files = new Map<string, Asset>();
  const names: Names = {};
  for (const [name, source] of Object.entries(ENTRIES)) {
    const bytes = await bundled(join(import.meta.dir, source), names);
    const hashed = hashedName(name, bytes);
    names[name] = hashed;
    files.set(hashed, { type: typeOf(hashed), bytes });
  }
  return assetsOf(files, names);
}

// `ASSETS` in a script has the names of earlier entries, which it loads on demand.
async function bundled(source: string, names: Names): Promise<Uint8Array<ArrayBuffer>> {
  if (/\.(svg|py)$/.test(source)) return Bun.file(source).bytes();
  const define = { ASSETS: JSON.stringify(names) };
  const { outputs } = source.endsWith(VERIFIER)
    ? await bundleVerifier()
    : await Bun.build({ entrypoints: [source], target: "browser", minify: true, define });
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
  return { files, path: (name) => `${ASSETS_PATH}/${names[name]}` };
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
  const names = keysOf(ENTRIES).map((name) => [name, basename(assets.path(name))]);
  await Bun.write(join(folder, LIST), JSON.stringify(Object.fromEntries(names)));
}

function compressed(bytes: Uint8Array<ArrayBuffer>): Uint8Array {
  return Bun.gzipSync(bytes, { level: 12, library: "libdeflate" });
}

/** Reads the output of `writeAssets`. Throws if a file is missing. */
export async function readAssets(folder: string): Promise<Assets> {
  const names: Names = await Bun.file(join(folder, LIST)).json();
  const files = new Map<string, Asset>();
  for (const name of Object.values(names)) {
    files.set(name, { type: typeOf(name), bytes: await Bun.file(join(folder, name)).bytes() });
  }
  return assetsOf(files, names);
}
