// bun ci/evidence.ts: writes what the last run of the gate reported into docs/evidence.md, and reports/tests.csv beside
// reports/coverage.csv. Run it after .ci/run, before the next commit. It differs from run to run and is no part of what npm run docs -- --check compares.
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withParts } from "./docs/parts.ts";
import { coverageIn, type Suite, suitesIn, sumBy } from "./evidence/reports.ts";
import { foldersTable, proofsTable, testsCsv } from "./evidence/tables.ts";

const root = join(import.meta.dir, "..");
const document = join(root, "docs/evidence.md");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const folderOf = (file: string) => file.split("/")[0] ?? "";

function proofs(): Suite[] {
  const files = Array.from(new Bun.Glob("*.xml").scanSync({ cwd: join(root, "reports") })).sort();
  return files.filter((file) => file !== "junit.xml").flatMap((file) => suitesIn(read(`reports/${file}`)));
}

/** When a report was written, and of which commit. */
function originOf(file: string): string {
  const { mtime } = statSync(join(root, file));
  const commit = Bun.spawnSync(["git", "rev-parse", "--short=12", "HEAD"], { cwd: root }).stdout.toString().trim();
  return `Reported ${mtime.toISOString().slice(0, 16).replace("T", " ")} UTC, of commit \`${commit}\`.`;
}

const suites = suitesIn(read("reports/junit.xml"));
const tests = sumBy(suites, folderOf);
const made = new Map([
  ["tests", `${originOf("reports/junit.xml")}\n\n${foldersTable(tests, coverageIn(read("reports/coverage.csv")))}`],
  ["proofs", proofsTable(proofs())],
]);
writeFileSync(join(root, "reports/tests.csv"), testsCsv(sumBy([...suites, ...proofs()], (file) => file)));
writeFileSync(document, withParts(readFileSync(document, "utf8"), made, "measured by bun ci/evidence.ts"));
