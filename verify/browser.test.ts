// The verifier's browser bundle: one file without Node or Bun that gives every frozen record its verdict.
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import type { verifyRecord } from "./index.ts";
import index from "./vectors/index.json";

test("the bundle for browsers gives the same verdicts", async () => {
  const build = await Bun.build({ entrypoints: [join(import.meta.dir, "index.ts")], target: "browser", format: "cjs" });
  const [bundle] = build.outputs;
  const code = (await bundle?.text()) ?? "";
  expect(code).not.toMatch(/node:|\bBun\./);
  const module = { exports: {} as { verifyRecord: typeof verifyRecord } };
  runInContext(code, createContext({ module, exports: module.exports, TextEncoder, TextDecoder }));
  const verdicts = index.map(({ file }) => {
    const bytes = new Uint8Array(readFileSync(join(import.meta.dir, "vectors", file)));
    const { verdict, failed, announced, summary, outcome } = module.exports.verifyRecord(bytes);
    const { lead = null, parties = null } = summary ?? {};
    return { file, verdict, check: failed?.name ?? null, announced, lead, parties, outcome };
  });
  expect(verdicts).toEqual(index as never);
});
