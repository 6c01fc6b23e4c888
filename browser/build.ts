// bun browser/build.ts FOLDER: writes all assets, for an image or for NGINX.
import { buildAssets, writeAssets } from "./assets.ts";

const [, , folder] = process.argv;
if (!folder) throw new Error("usage: bun browser/build.ts FOLDER");
await writeAssets(await buildAssets(), folder);
