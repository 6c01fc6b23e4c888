// Makes the frozen vectors: `bun rules/vectors/make.ts` prints them, `--write` overwrites the files.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { canonical, choices, digest, fromHex } from "@fairhat/protocol";
import { check, type List, type Size, sizeOf } from "../catalogue/index.ts";
import { CASES, type Case } from "./cases.ts";

/** Each rule's file: [name, content]. */
function vectorFiles(): [string, string][] {
  return Object.entries(CASES).map(([rule, cases]) => {
    const lines = cases.map((one, at) => canonical(solved(rule, one, digest({ rule, case: at }))));
    const head = `"about": ${JSON.stringify(aboutOf(rule))},\n"rule": ${JSON.stringify(rule)}`;
    return [`${rule.replace("/", "-")}.json`, `{\n${head},\n"cases": [\n${lines.join(",\n")}\n]\n}\n`];
  });
}

function aboutOf(rule: string): string[] {
  return [
    `Frozen vectors of the rule ${rule} of Fairhat, docs/protocol.md section 7; made once by rules/vectors/make.ts, never changed.`,
    "With a list of `count` entries that have `tickets` (null: one each), the rule gives `result` on the keystream of `seed` (section 6).",
    "A count may be near 2^53: such a list cannot be laid out, and need not be.",
    "A case with `refused` cannot work: params for a list of that size. It names what is wrong; that a program refuses is enough.",
  ];
}

function solved(rule: string, one: Case, seed: string): object {
  return "list" in one ? drawn(rule, one.params, one.list, one.seed ?? seed) : refused(rule, one.params, one.size);
}

function drawn(name: string, params: object, list: List, seed: string): object {
  const checked = check(name, params, sizeOf(list));
  if (!checked.ok) throw new Error(`${name} refuses ${canonical(params)}`);
  return { params, list, seed, result: checked.rule.run(checked.params, list, choices(fromHex(seed))) };
}

function refused(name: string, params: object, size: Size): object {
  const checked = check(name, params, size);
  if (checked.ok) throw new Error(`${name} takes ${canonical(params)}`);
  return { params, size, refused: checked.problem.at };
}

/** Prints all files, or writes them into `folder` with `--write`. */
export function make(args: string[], folder: string, print: (text: string) => void): void {
  for (const [file, content] of vectorFiles()) {
    if (args.includes("--write")) writeFileSync(join(folder, file), content);
    else print(content);
  }
}

if (import.meta.main) make(process.argv, import.meta.dir, (text) => process.stdout.write(text));
