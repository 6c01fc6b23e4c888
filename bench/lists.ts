// Long lists, against sha256sum of the same bytes in the same run: bun bench/lists.ts [entries]
import { tmpdir } from "node:os";
import { join } from "node:path";
import { canonical, choices, summaryOf } from "@fairhat/protocol";
import { catalogue } from "@fairhat/rules/catalogue";
import { verifyRecord } from "@fairhat/verify";
import { fileOf, recordOf } from "@fairhat/verify/fixture";

const [count = 1_000_000] = process.argv.slice(2).map(Number);
const RUNS = 5;

const entries = Array.from({ length: count }, (_, at) => ({ label: `Entrant number ${at}` }));
const file = join(tmpdir(), "fairhat-bench-list.json");
await Bun.write(file, canonical(entries));

/** The median of some runs, in seconds. */
function median(run: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const since = performance.now();
    run();
    return (performance.now() - since) / 1000;
  });
  return times.sort((one, other) => one - other)[RUNS >> 1] as number;
}

const reference = median(() => Bun.spawnSync(["sha256sum", file]));
const record = fileOf(recordOf({ rule: "winners/1", params: { winners: 3, alternates: 2 }, entries }));
const run = (rule: string, params: object) => () =>
  catalogue.get(rule)?.run(params, { count, tickets: null }, choices(new Uint8Array(32)));

const MEASURED: Record<string, () => unknown> = {
  "tree of the list": () => summaryOf(entries),
  "order/1 of the list": run("order/1", {}),
  "winners/1, 3 of the list": run("winners/1", { winners: 3, alternates: 0 }),
  "verify a record of it": () => verifyRecord(record),
};

process.stdout.write(`${count} entries; sha256sum of them takes ${reference.toFixed(3)} s\n`);
for (const [what, measured] of Object.entries(MEASURED)) {
  const seconds = median(measured);
  process.stdout.write(
    `${what.padEnd(26)} ${seconds.toFixed(3)} s, ${(seconds / reference).toFixed(1)} times sha256sum\n`,
  );
}
