// Makes the frozen files of this folder and their index: bun verify/vectors/make.ts
// Every verifier of protocol 1 has to say of each file what the index says. A file that is published here never changes.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Verdict, verifyRecord } from "../verdict.ts";
import { firstVectors } from "./first.ts";
import type { Vector } from "./plans.ts";
import { secondVectors } from "./second.ts";

/** Records from elsewhere for which earlier verifiers gave a misleading text. */
const CASES: Record<string, [verdict: Verdict, check: string | null]> = {
  "announced-zero-lead-1": ["holds", null],
  "backdated-announced": ["holds", null],
  "holds-blank_title": ["does not hold", "rule"],
  "holds-bound_more_than_60_s_after_the_lock": ["does not hold", "times"],
  "holds-replaces_itself": ["does not hold", "form"],
  "holds-sealed_after_it_was_opened": ["does not hold", "times"],
  "holds-substitutes_none_alternates_drawn": ["does not hold", "rule"],
  "void-void_before_it_was_opened": ["does not hold", "times"],
  "void-void_with_both_openings": ["void", null],
  "void-with-openings": ["void", null],
};

function casesFromElsewhere(): Vector[] {
  return Object.entries(CASES).map(([name, [verdict, check]]) => {
    const file = `case-${name}.json`;
    return { file, verdict, check, bytes: new Uint8Array(readFileSync(join(import.meta.dir, file))) };
  });
}

// Further properties of a file: its lead, whether it was announced, its parties, and what a void draw would have given.
function row({ file, verdict, check, bytes }: Vector): string {
  const { announced, summary, outcome } = verifyRecord(bytes);
  const { lead = null, parties = null } = summary ?? {};
  return JSON.stringify({ file, verdict, check, announced, lead, parties, outcome });
}

/** Writes every file into `folder`, and their index with one vector per line. */
export function writeVectors(folder: string): void {
  const all = [...firstVectors(), ...secondVectors(), ...casesFromElsewhere()];
  for (const { file, bytes } of all) writeFileSync(join(folder, file), bytes);
  const rows = all.map((vector) => `  ${row(vector)}`);
  writeFileSync(join(folder, "index.json"), `[\n${rows.join(",\n")}\n]\n`);
}

if (import.meta.main) writeVectors(import.meta.dir);
