// What the gate's reports say, by place: how many tests there were and what they cover.

export interface Suite {
  /** The test file, from the root. */
  file: string;
  tests: number;
  failed: number;
  skipped: number;
  seconds: number;
}

const SUITE = /<testsuite name="(?<name>[^"]+)" file="\k<name>"(?<more>[^>]*)>/g;

/** The test files of a JUnit report of `bun test`; the suites inside of a file are counted by it. */
export function suitesIn(junit: string): Suite[] {
  return Array.from(junit.matchAll(SUITE), ({ groups: { name = "", more = "" } = {} }) => {
    const value = (key: string) => Number(new RegExp(`\\b${key}="([\\d.]+)"`).exec(more)?.[1] ?? 0);
    const [tests, failed, skipped, seconds] = [value("tests"), value("failures"), value("skipped"), value("time")];
    return { file: name, tests, failed, skipped, seconds };
  });
}

/** The suites of files that begin alike, added up. */
export function sumBy(suites: readonly Suite[], placeOf: (file: string) => string): Map<string, Suite> {
  const sums = new Map<string, Suite>();
  for (const { file, ...suite } of suites) {
    const place = placeOf(file);
    const sum = sums.get(place) ?? { file: place, tests: 0, failed: 0, skipped: 0, seconds: 0 };
    for (const key of ["tests", "failed", "skipped", "seconds"] as const) sum[key] += suite[key];
    sums.set(place, sum);
  }
  return sums;
}

export interface Coverage {
  lines: number;
  covered: number;
  percent: string;
}

/** reports/coverage.csv, by folder. */
export function coverageIn(csv: string): Map<string, Coverage> {
  const rows = csv.trim().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [folder = "", lines = "", covered = "", percent = ""] = row.split(",");
      return [folder, { lines: Number(lines), covered: Number(covered), percent }];
    }),
  );
}
