// Checks test coverage by folder against its minimum. Every source file counts: one that no test loads counts as
// uncovered. Writes reports/coverage.csv.
import { join } from "node:path";

const PROMISED: Record<string, number> = { "packages/protocol": 100, "packages/sealing": 100, rules: 100, verify: 100 };
const PROMISED_OF_ALL = 95;

/**
 * Not product code: tests and their fixtures, and declarations. Page scripts run only in browsers, workers in threads,
 * migrations in deployments.
 */
const NOT_COUNTED =
  /\.test\.ts$|\.d\.ts$|(^|\/)testing(\/|\.ts$)|\/fixture\.ts$|\/vectors\/|\.worker\.ts$|^(ci|e2e|bench)\/|^browser\/scripts\/|^(database\/main|verify\/package\/build)\.ts$/;

interface Lines {
  found: number;
  hit: number;
}

const root = join(import.meta.dir, "..");

/** Lines by file, from an lcov tracefile. */
function readLcov(text: string): Map<string, Lines> {
  const files = new Map<string, Lines>();
  for (const record of text.split("end_of_record")) {
    const value = (name: string) => new RegExp(`^${name}:(.*)$`, "m").exec(record)?.[1] ?? "";
    if (value("SF")) files.set(value("SF"), { found: Number(value("LF")), hit: Number(value("LH")) });
  }
  return files;
}

const transpiler = new Bun.Transpiler({ loader: "ts" });

/** The lines of a file that no test loaded, without types, comments and imports. */
async function unloaded(file: string): Promise<Lines> {
  const code = transpiler.transformSync(await Bun.file(join(root, file)).text()).split("\n");
  return { found: code.filter((line) => line.trim() !== "" && !line.startsWith("import ")).length, hit: 0 };
}

async function sources(): Promise<string[]> {
  const listed = Bun.spawnSync(["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.ts"], {
    cwd: root,
  });
  return listed.stdout
    .toString()
    .trim()
    .split("\n")
    .filter((file) => !NOT_COUNTED.test(file));
}

const percent = ({ found, hit }: Lines) => (found === 0 ? 100 : (100 * hit) / found);

const covered = readLcov(await Bun.file(join(root, "reports/coverage/lcov.info")).text());
const folders = new Map<string, Lines>();
const all = { found: 0, hit: 0 };
for (const file of await sources()) {
  const lines = covered.get(file) ?? (await unloaded(file));
  if (lines.hit < lines.found)
    console.error(`${file}: ${lines.found - lines.hit} of ${lines.found} lines are not covered`);
  const folder = /^(packages\/)?[^/]+/.exec(file)?.[0] as string;
  const sum = folders.get(folder) ?? { found: 0, hit: 0 };
  folders.set(folder, { found: sum.found + lines.found, hit: sum.hit + lines.hit });
  all.found += lines.found;
  all.hit += lines.hit;
}

const rows = [...folders, ["all", all] as const].map(([folder, lines]) => {
  const promised = folder === "all" ? PROMISED_OF_ALL : (PROMISED[folder] ?? 0);
  return { folder, lines: lines.found, covered: lines.hit, percent: percent(lines), promised };
});
const csv = rows.map((row) => [row.folder, row.lines, row.covered, row.percent.toFixed(2)].join(","));
await Bun.write(join(root, "reports/coverage.csv"), `folder,lines,covered,percent\n${csv.join("\n")}\n`);

for (const row of rows)
  console.error(`${row.folder.padEnd(18)} ${row.percent.toFixed(2).padStart(6)} % of ${row.lines} lines`);
const missed = rows.filter((row) => row.percent < row.promised);
for (const row of missed) console.error(`${row.folder} has less than the ${row.promised} % that was promised`);
process.exit(missed.length > 0 ? 1 : 0);
