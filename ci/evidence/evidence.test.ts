import { expect, test } from "bun:test";
import { coverageIn, suitesIn, sumBy } from "./reports.ts";
import { foldersTable, proofsTable, testsCsv } from "./tables.ts";

const suites = suitesIn(`<testsuites name="bun test" tests="6" failures="1">
  <testsuite name="core/a.test.ts" file="core/a.test.ts" tests="3" assertions="9" failures="1" skipped="0" time="0.5" hostname="h">
    <testsuite name="inside" file="core/a.test.ts" line="3" tests="2" assertions="2" failures="0" skipped="0" time="0.1"></testsuite>
  </testsuite>
  <testsuite name="core/b.test.ts" file="core/b.test.ts" tests="2" assertions="1" failures="0" skipped="1" time="1.25" hostname="h" />
  <testsuite name="e2e/c.test.ts" file="e2e/c.test.ts" tests="1" assertions="1" failures="0" skipped="0" time="2" hostname="h" />
</testsuites>`);
const folders = sumBy(suites, (file) => file.split("/")[0] ?? "");

test("a file counts once, with what stands in its groups", () => {
  expect(suites.map(({ file, tests }) => [file, tests])).toEqual([
    ["core/a.test.ts", 3],
    ["core/b.test.ts", 2],
    ["e2e/c.test.ts", 1],
  ]);
  expect(folders.get("core")).toEqual({ file: "core", tests: 5, failed: 1, skipped: 1, seconds: 1.75 });
});

test("tests and coverage stand in one row of their folder", () => {
  const coverage = coverageIn("folder,lines,covered,percent\ncore,10,9,90.00\nrules,5,5,100.00\nall,15,14,93.33\n");
  expect(foldersTable(folders, coverage).split("\n").slice(2)).toEqual([
    "| `core` | 5 | 1 | 10 | 9 | 90.00 |",
    "| `e2e` | 1 | 0 |  |  |  |",
    "| `rules` | 0 | 0 | 5 | 5 | 100.00 |",
    "| **all** | 6 | 1 | 15 | 14 | 93.33 |",
  ]);
});

test("proofs have their times, and a spreadsheet gets all of it", () => {
  expect(proofsTable(suites)).toEndWith("| `e2e/c.test.ts` | 1 | 0 | 2 |\n| **all** | 6 | 1 | 4 |");
  expect(testsCsv(folders)).toBe("place,tests,failed,skipped,seconds\ncore,5,1,1,1.750\ne2e,1,0,0,2.000\n");
});
