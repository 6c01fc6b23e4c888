// npm run bench: measures Fairhat against its references and writes bench/RESULTS.md, its plots and
// bench/results/latest.json.
//   npm run bench -- [--quick] [--stored 1000,100000] [--output FOLDER]
// On Debian: apt-get install nginx postgresql gunicorn python3-flask python3-psycopg2
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { figuresOf } from "./figures.ts";
import { machine } from "./machine.ts";
import { writeReport } from "./report.ts";
import { type Plan, runAll } from "./run.ts";

const WHOLE: Plan = {
  seconds: 6,
  rounds: 4,
  warm: 30,
  sizes: [6, 100, 1_000],
  connections: [1, 32, 256],
  stored: [1_000, 100_000],
  long: 1_000_000,
  longRounds: 3,
};
const QUICK: Plan = {
  ...WHOLE,
  seconds: 3,
  rounds: 3,
  warm: 15,
  sizes: [6, 100],
  connections: [1, 32],
  stored: [1_000],
  longRounds: 1,
};

const { values } = parseArgs({
  options: { quick: { type: "boolean" }, stored: { type: "string" }, output: { type: "string" } },
});
const base = values.quick ? QUICK : WHOLE;
const plan = values.stored ? { ...base, stored: values.stored.split(",").map(Number) } : base;

const since = performance.now();
const seconds = () => (performance.now() - since) / 1_000;
await using running = new AsyncDisposableStack();
for (const signal of ["SIGINT", "SIGTERM"])
  process.on(signal, () => running.disposeAsync().finally(() => process.exit(1)));
const run = await runAll(running, plan, (what) => process.stderr.write(`[${seconds().toFixed(0)} s] ${what}\n`));
const found = figuresOf(run);
const report = { machine: machine(), plan, minutes: seconds() / 60, ...found, run };
await writeReport(values.output ? resolve(values.output) : import.meta.dir, report);
for (const [name, value] of Object.entries(found.figures)) {
  const within = found.spread[name];
  process.stdout.write(
    `${name.padEnd(30)} ${String(value).padStart(10)}${within ? `  ± ${Math.round(100 * within)} %` : ""}\n`,
  );
}
