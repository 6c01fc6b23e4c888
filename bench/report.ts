// Writes bench/RESULTS.md, its plots and bench/results/latest.json.
import { join } from "node:path";
import type { Cell } from "./draws.ts";
import type { Figures } from "./figures.ts";
import type { Machine } from "./machine.ts";
import type { Measured } from "./measure.ts";
import { bars } from "./plot.ts";
import { COMPARED_AT, type Plan, type Run } from "./run.ts";
import { processorsFor } from "./scaling.ts";

export interface Report extends Figures {
  machine: Machine;
  plan: Plan;
  /** Duration of the run in minutes. */
  minutes: number;
  run: Run;
}

const BUSY = 0.1; // processors: below this the machine counts as idle

/** Writes everything into a folder. */
export async function writeReport(folder: string, report: Report): Promise<void> {
  const { run, ...rest } = report;
  const { cells, single, idlePss, recent, others } = run;
  const kept = { ...rest, measured: { cells, single, idlePss, recent, others } };
  await Bun.write(join(folder, "results", "latest.json"), `${JSON.stringify(kept, null, 2)}\n`);
  for (const [name, svg] of Object.entries(plotsOf(report))) await Bun.write(join(folder, "results", name), svg);
  await Bun.write(join(folder, "RESULTS.md"), markdown(report));
}

function plotsOf({ figures, run }: Report): Record<string, string> {
  const flask = { name: "Flask, same brief", value: Math.round(figures["flask.cpu_us"] ?? 0) };
  const fairhat = { name: "Fairhat", value: Math.round(figures["draws.cpu_us"] ?? 0) };
  const parts = byProcess(figures).map(([name, value]) => ({ name: `of it ${name}`, value: Math.round(value) }));
  const pages = [
    { name: "page, plain", value: figures["read.page_cpu_us"] ?? 0 },
    { name: "page, gzip", value: figures["read.page_gzip_cpu_us"] ?? 0 },
    { name: "NGINX, a file", value: figures["read.file_cpu_us"] ?? 0 },
  ];
  const recent = run.recent.map(({ stored, cpu }) => ({ name: `${number(stored)} stored`, value: Math.round(cpu) }));
  return {
    "draws.svg": bars("Microseconds of CPU a draw: 6 entries, 32 connections", [flask, fairhat, ...parts]),
    "pages.svg": bars("Microseconds of CPU a page", pages),
    "recent.svg": bars("Microseconds of CPU of the recent draws, made anew", recent),
  };
}

function byProcess(figures: Record<string, number>): [string, number][] {
  const prefix = "draws.cpu_us_";
  const parts = Object.entries(figures).filter(([name]) => name.startsWith(prefix) && !name.endsWith("calibrated"));
  return parts.map(([name, value]) => [name.slice(prefix.length), value]);
}

/** The report as Markdown. */
export function markdown({ figures, spread, machine, plan, minutes, run }: Report): string {
  const rows = Object.entries(figures).map(([name, value]) => [`\`${name}\``, number(value), percent(spread[name])]);
  return `# Results

Written by \`npm run bench\`; do not edit. ${machine.cpu}, ${machine.cores} cores, ${machine.memoryGiB} GiB, Linux ${machine.kernel}, commit
${machine.commit}. ${minutes.toFixed(1)} minutes, ${plan.rounds} rounds, ${plan.seconds} seconds a measurement. ${sharedness(run.others, machine.cores)}

The services were warm: they had made some thousand draws, or as many as fit into ${plan.warm} seconds. Everything ran on one machine: the stack as deployed (bundles, PostgreSQL flushed to disk, NGINX with the project's configuration), its
references and the client. CPU time is that of the stack's processes alone. Each figure is a median; its spread is half the range of the
rounds. Ratios compare measurements that were taken one right after the other, so they hold on another machine where absolute figures do not.

![Microseconds of CPU a draw](results/draws.svg)

![Microseconds of CPU a page](results/pages.svg)

![Microseconds of CPU of the recent draws](results/recent.svg)

## Figures

${table(["figure", "value", "spread"], rows)}

- \`draws.*\`: draws made at once, 6 entries, 32 connections, ${number(COMPARED_AT)} stored draws. \`cpu_us_calibrated\`: on a machine that verifies
  an Ed25519 signature in 51 µs. \`single_p50_ms\`: one connection.
- \`draws.ratio_pgbench\`: draws a second to one-row inserts a second of \`pgbench -c16\`. \`draws.ratio_flask\`: CPU of [a Flask application of the
  same brief](flask/reference.py) to ours.
- \`batch.*\`: one request that makes 1,000 draws.
- \`read.ratio_file\`: CPU of NGINX serving a file of the page's bytes to ours for the page; \`_gzip\`: the same with \`gzip_static\`.
- \`lists.*\`: ${number(plan.long)} entries, from the upload to the lock; \`ratio_copy\`: time to that of \`\\copy\`. \`others_wait_ms\`: the longest that
  another reader waited meanwhile. \`core_mb\`: the most memory of core.
- \`verify.ratio_sha256sum\`: time of verifying a record of as many entries to that of \`sha256sum\` of its list.
- \`recent.ratio_stored\`: CPU of the recent draws with the most to that with the fewest stored draws.

## Draws by list, connections and stored draws

${table(
  ["entries", "connections", "stored", "draws/s", "p50 ms", "p99 ms", "CPU µs", ...processesOf(run.single)],
  run.cells.map(cellRow),
)}

## Reading, 32 connections

${table(
  ["answer", "requests/s", "p50 ms", "p99 ms", "CPU µs", ...processesOf(run.single)],
  Object.entries(run.readings.others).map(([name, one]) => [name, ...measuredRow(one)]),
)}

${scalingPart(figures)}

## Memory at rest, MiB (PSS)

${table(Object.keys(run.idlePss), [Object.values(run.idlePss).map((one) => one.toFixed(1))])}
`;
}

const RATES = [10, 1_000, 100_000];

/** Processors by process, for some rates of draws. */
export function scalingPart(figures: Record<string, number>): string {
  const needed = RATES.map((rate) => processorsFor(figures, rate));
  const rows = needed.map((parts, at) => [
    number(RATES[at] ?? 0),
    ...Object.values(parts).map((one) => number(rounded(one))),
  ]);
  const head = table(["draws/s", ...Object.keys(needed[0] ?? {})], rows);
  return `## Processors for a rate of draws\n\nAt most 60 % busy, from the cost above; [scaling](../docs/scaling.md) says what carries it.\n\n${head}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(2));
}

function sharedness(others: number, cores: number): string {
  if (others < BUSY) return "The machine did nothing else.";
  return `The machine was shared: other work kept ${others.toFixed(1)} of ${cores} processors busy meanwhile.`;
}

function processesOf({ measured }: Cell): string[] {
  return Object.keys(measured.byProcess);
}

function cellRow({ entries, connections, stored, measured }: Cell): string[] {
  return [number(entries), number(connections), number(stored), ...measuredRow(measured)];
}

function measuredRow({ throughput, p50, p99, cpu, byProcess }: Measured): string[] {
  const parts = Object.values(byProcess).map((one) => number(Math.round(one)));
  return [number(Math.round(throughput)), p50.toFixed(1), p99.toFixed(1), number(Math.round(cpu)), ...parts];
}

function table(head: string[], rows: string[][]): string {
  return [head, head.map(() => "---"), ...rows].map((row) => `| ${row.join(" | ")} |`).join("\n");
}

function number(value: number): string {
  return value.toLocaleString("en", { maximumSignificantDigits: 6 });
}

function percent(share: number | undefined): string {
  return share === undefined ? "" : `± ${Math.round(100 * share)} %`;
}
