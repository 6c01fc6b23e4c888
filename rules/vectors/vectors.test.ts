import { expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { choices, fromHex } from "@fairhat/protocol";
import { catalogue, check, type List, type Size, sizeOf } from "../catalogue/index.ts";
import { make } from "./make.ts";

interface Vectors {
  rule: string;
  cases: (
    | { params: object; list: List; seed: string; result: object }
    | { params: object; size: Size; refused: string }
  )[];
}

const files = readdirSync(import.meta.dir).filter((name) => name.endsWith(".json"));
const read = (folder: string, name: string) => readFileSync(join(folder, name), "utf8");

test("every rule has its vectors", () => {
  expect(files).toHaveLength(catalogue.size);
});

for (const name of files) {
  const { rule, cases }: Vectors = JSON.parse(read(import.meta.dir, name));

  test(`${name}: the rule gives the frozen result`, () => {
    for (const one of cases) {
      if ("refused" in one) continue;
      const { params, list, seed, result } = one;
      expect(check(rule, params, sizeOf(list))).toMatchObject({ ok: true });
      expect(catalogue.get(rule)?.run(params, list, choices(fromHex(seed))) as object).toEqual(result);
    }
  });

  test(`${name}: the frozen refusals are refused`, () => {
    for (const one of cases) {
      if ("refused" in one) expect(check(rule, one.params, one.size)).toMatchObject({ problem: { at: one.refused } });
    }
  });
}

test("make.ts gives the frozen files: it prints them, and writes only with --write", () => {
  const folder = mkdtempSync(join(tmpdir(), "vectors-"));
  const printed: string[] = [];
  try {
    make([], folder, (text) => printed.push(text));
    expect(readdirSync(folder)).toEqual([]);
    make(["--write"], folder, (text) => printed.push(text));
    expect(readdirSync(folder).toSorted()).toEqual(files.toSorted());
    for (const name of files) expect(read(folder, name)).toBe(read(import.meta.dir, name));
    expect(printed.toSorted()).toEqual(files.map((name) => read(folder, name)).toSorted());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
