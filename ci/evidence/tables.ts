import { code, table } from "../docs/parts.ts";
import type { Coverage, Suite } from "./reports.ts";

/** Tests and covered lines of each folder, and of all. */
export function foldersTable(tests: ReadonlyMap<string, Suite>, coverage: ReadonlyMap<string, Coverage>): string {
  const folders = [...new Set([...tests.keys(), ...coverage.keys()])].filter((folder) => folder !== "all").sort();
  const row = (name: string, suite: Suite | undefined, lines: Coverage | undefined) => [
    name,
    String(suite?.tests ?? 0),
    String(suite?.failed ?? 0),
    ...(lines ? [String(lines.lines), String(lines.covered), lines.percent] : ["", "", ""]),
  ];
  return table(
    ["folder", "tests", "failed", "lines", "covered", "%"],
    [
      ...folders.map((folder) => row(code(folder), tests.get(folder), coverage.get(folder))),
      row("**all**", total([...tests.values()]), coverage.get("all")),
    ],
  );
}

/** Each proof on real parts, with its time. */
export function proofsTable(proofs: readonly Suite[]): string {
  const rows = proofs.map(({ file, tests, failed, seconds }) => [
    code(file),
    String(tests),
    String(failed),
    seconds.toFixed(0),
  ]);
  const { tests, failed, seconds } = total(proofs);
  return table(
    ["proof", "tests", "failed", "seconds"],
    [...rows, ["**all**", String(tests), String(failed), seconds.toFixed(0)]],
  );
}

/** For spreadsheets: a row for each place. */
export function testsCsv(tests: ReadonlyMap<string, Suite>): string {
  const rows = Array.from(tests, ([place, { tests, failed, skipped, seconds }]) =>
    [place, tests, failed, skipped, seconds.toFixed(3)].join(","),
  );
  return `place,tests,failed,skipped,seconds\n${rows.join("\n")}\n`;
}

function total(suites: readonly Suite[]): Suite {
  const sum = (key: "tests" | "failed" | "skipped" | "seconds") => suites.reduce((all, suite) => all + suite[key], 0);
  return { file: "", tests: sum("tests"), failed: sum("failed"), skipped: sum("skipped"), seconds: sum("seconds") };
}
