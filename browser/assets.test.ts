import { afterAll, beforeAll, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { type AssetName, type Assets, buildAssets, readAssets, writeAssets } from "./assets.ts";

let assets: Assets;
const folder = mkdtempSync(join(tmpdir(), "fairhat-assets-"));

beforeAll(async () => {
  assets = await buildAssets();
});
afterAll(() => rmSync(folder, { recursive: true }));

test("an asset's name contains a hash of its content", () => {
  const [, hash] = /^\/assets\/style-([0-9a-f]{12})\.css$/.exec(assets.path("style.css")) ?? [];
  const file = assets.files.get(`style-${hash}.css`);
  expect(file?.type).toBe("text/css; charset=utf-8");
  expect(new Bun.CryptoHasher("sha256").update(file?.bytes ?? "").digest("hex")).toStartWith(hash ?? "no hash");
});

test("assets written to a folder are read back by a bundle without sources", async () => {
  await writeAssets(assets, join(folder, "made"));
  const read = await readAssets(join(folder, "made"));
  expect([...read.files]).toEqual([...assets.files]);
  expect(read.path("mark.svg")).toBe(assets.path("mark.svg"));
});

test("each is also stored compressed, for NGINX", async () => {
  await writeAssets(assets, join(folder, "made"));
  for (const [name, { bytes }] of assets.files) {
    const short = Bun.file(join(folder, "made", `${name}.gz`));
    expect(Bun.gunzipSync(await short.bytes())).toEqual(bytes as Uint8Array<ArrayBuffer>);
  }
});

test("a folder without assets is refused", () => {
  expect(readAssets(folder)).rejects.toThrow();
});

function sentBytes(name: AssetName): number {
  const file = assets.files.get(basename(assets.path(name)));
  if (!file) throw new Error(`there is no ${name}`);
  return Bun.gzipSync(new Uint8Array(file.bytes)).length;
}

test.each<[string, AssetName[], number]>([
  ["the form, before anybody types,", ["form.js"], 25_000],
  ["the page of a draw", ["draw.js"], 20_000],
  ["a check", ["verifier.js", "checking.js"], 64_000],
])("the scripts of %s are small", (_, names, most) => {
  expect(names.map(sentBytes).reduce((sum, bytes) => sum + bytes)).toBeLessThan(most);
});
