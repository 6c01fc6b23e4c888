import { expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { verifyRecord } from "../verdict.ts";
import index from "./index.json";
import { writeVectors } from "./make.ts";

const read = (file: string) => new Uint8Array(readFileSync(join(import.meta.dir, file)));

test.each(index)("$file", ({ file, verdict, check }) => {
  const { verdict: found, failed, checks } = verifyRecord(read(file));
  expect<unknown>([found, failed?.name ?? null]).toEqual([verdict, check]);
  // Wrong in one respect only, so that no verifier can be right by accident; a wrong secret gives another seed, too.
  const also = checks.filter(({ name, status }) => status === "failed" && !["form", "seed", "result"].includes(name));
  expect(also.length).toBeLessThanOrEqual(1);
});

test("the files of this folder are what is made, no more and no less", () => {
  const made = mkdtempSync(join(tmpdir(), "fairhat-vectors-"));
  writeVectors(made);
  const files = readdirSync(import.meta.dir).filter((file) => file.endsWith(".json"));
  expect(readdirSync(made).sort()).toEqual(files.sort());
  for (const file of files) expect([file, read(file)]).toEqual([file, new Uint8Array(readFileSync(join(made, file)))]);
  rmSync(made, { recursive: true });
});

test("every verdict and every check is there", () => {
  const verdicts = new Set(index.map(({ verdict }) => verdict));
  const checks = new Set(index.flatMap(({ check }) => check ?? []));
  expect([verdicts.size, checks.size]).toEqual([5, 10]);
});
