// bun ci/jenkinsfile.ts: whether the Jenkinsfile only orchestrates; prints its stages, or what is wrong.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { complaintsAbout } from "./jenkinsfile/check.ts";
import { readStages } from "./jenkinsfile/stages.ts";

const root = join(import.meta.dir, "..");
const jenkinsfile = readFileSync(join(root, "Jenkinsfile"), "utf8");
const scripts = readdirSync(join(root, "ci/stages")).filter((name) => !name.includes("."));
const complaints = complaintsAbout(
  jenkinsfile,
  scripts.map((name) => `ci/stages/${name}`),
);
for (const complaint of complaints) console.error(`Jenkinsfile: ${complaint}`);
for (const { name, scripts, branch } of readStages(jenkinsfile))
  process.stdout.write(`${name.padEnd(16)} ${(branch ?? "any").padEnd(6)} ${scripts.join(" ")}\n`);
process.exitCode = complaints.length > 0 ? 1 : 0;
