// Which images a file affects: the documented table, derived from the bundler and the Dockerfile.
import { beforeAll, expect, test } from "bun:test";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { IMAGES, type ImageName, type Inputs, readInputs } from "./inputs.ts";

const root = join(import.meta.dir, "..", "..");
const SERVICES = ["core", "random-a", "random-b", "rules"];
const ALL = [...SERVICES, "proxy"];

let inputs: Record<ImageName, Inputs>;
beforeAll(async () => {
  inputs = await readInputs();
});
const contain = (path: string): string[] =>
  IMAGES.filter((image) => inputs[image].some((one) => path === one || path.startsWith(`${one}/`)));

test.each([
  ["core/app.ts", ["core"]],
  ["core/views/draw.eta", ["core"]],
  ["core/db/schema.ts", ["core"]],
  ["random-a/main.ts", ["random-a"]],
  ["random-b/main.ts", ["random-b"]],
  ["random-b/generators.ts", ["random-b"]],
  ["rules/main.ts", ["rules"]],
  ["rules/app.ts", ["rules"]],
  ["proxy/nginx.conf", ["proxy"]],
  ["proxy/snippets/log.conf", ["proxy"]],
  ["ops/secrets", ["proxy"]],
  ["packages/sealing/steps.ts", ["random-a", "random-b"]],
  ["packages/runtime/log.ts", SERVICES],
  ["ops/alive", SERVICES],
  ["packages/protocol/canonical.ts", ALL],
  ["packages/protocol/package.json", ALL],
  ["packages/protocol/keystream.ts", ["core", "rules", "proxy"]],
  ["packages/protocol/tree.ts", ["core", "proxy"]],
  ["packages/protocol/sha256.native.ts", SERVICES],
  // Pages name assets by digest, so core contains them as well as the proxy.
  ["packages/protocol/sha256.portable.ts", ["core", "proxy"]],
  ["rules/catalogue/order.ts", ["core", "rules", "proxy"]],
  ["verify/checks.ts", ["core", "proxy"]],
  ["browser/scripts/draw.ts", ["core", "proxy"]],
  ["browser/styles/base.css", ["core", "proxy"]],
  ["browser/mark.svg", ["core", "proxy"]],
  ["packages/messages/es/draw.ts", ["core", "proxy"]],
  ["packages/messages/es/rules.ts", ["core"]],
  ["Dockerfile", ALL],
  ["tsconfig.json", ALL],
  ["verify/fairhat_verify.py", ["core", "proxy"]],
  ["verify/words.ts", ["core", "proxy"]],
  ["core/db/migrations.ts", ["core", "migrations"]],
  ["packages/sealing/migrations.ts", ["random-a", "random-b", "migrations"]],
  ["ops/database/main.ts", ["migrations"]],
])("%s is in %j", (path, images) => {
  expect(existsSync(join(root, path))).toBeTrue();
  expect(contain(path).sort()).toEqual(images.toSorted());
});

test.each([
  ...["README.md", "docs/protocol.md", "package.json", "proxy/settings.test.ts", "core/start.test.ts"],
  ...[
    "core/testing/html.ts",
    "packages/sealing/testing.ts",
    "packages/runtime/testing/echo.worker.ts",
    "rules/vectors/order-1.json",
  ],
  ...["embedded/start.ts", "e2e/system.ts", "infra/ansible/site.yml", "ops/deploy"],
])("%s is in none", (path) => {
  expect(existsSync(join(root, path))).toBeTrue();
  expect(contain(path)).toEqual([]);
});

test("packages have bun.lock's names, and only in the images that bundle them", async () => {
  const lock = await Bun.file(join(root, "bun.lock")).text();
  const named = IMAGES.flatMap((image) => inputs[image].filter((input) => input.startsWith("npm:")));
  expect(named.filter((name) => !lock.includes(name.replace("npm:", '"')))).toEqual([]);
  const bundling = (name: string): string[] =>
    IMAGES.filter((image) => inputs[image].some((one) => one.startsWith(`npm:${name}@`)));
  expect(bundling("@noble/ciphers")).toEqual(["random-b"]);
  expect(bundling("elysia").sort()).toEqual(SERVICES);
  expect(bundling("typescript")).toEqual([]);
});
