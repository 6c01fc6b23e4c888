// Draws made at once on PostgreSQL, everything flushed: bun bench/draws.ts [draws] [connections]
// The reference, in the same run: pgbench inserting one small row for each transaction, 16 clients.
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { call } from "@fairhat/e2e/client";
import { processCpu } from "@fairhat/e2e/process-usage";
import { program, SERVICES, type System, startSystem } from "@fairhat/e2e/system";

const [draws = 1_000, connections = 32] = process.argv.slice(2).map(Number);
const REFERENCE_SECONDS = 5;
const TICKS = 100; // of CPU time in a second, as /proc counts

const entries = Array.from({ length: 100 }, (_, at) => `Entrant number ${at}`);
const body = { title: "Bench", rule: "winners/1", params: { winners: 3 }, entries, draw: "now" };

/** Seconds of CPU time of this process' children and theirs so far, ended ones included. */
function cpuOfChildren(): number {
  const processes = readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap(statOf);
  const family = new Set([process.pid]);
  for (let size = 0; size !== family.size; ) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  const ours = processes.filter(
    ({ pid, command }) => (family.has(pid) && pid !== process.pid) || command === "(postgres)",
  );
  return ours.reduce((sum, { ticks }) => sum + ticks, 0) / TICKS;
}

function statOf(pid: string): { pid: number; parent: number; ticks: number; command: string }[] {
  try {
    const [, command = "", rest = ""] = /^\d+ (\(.*\)) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, "utf8")) ?? [];
    const fields = rest.split(" ").map(Number);
    const [parent = 0] = fields.slice(1);
    const ticks = fields.slice(11, 15).reduce((sum, one) => sum + one, 0);
    return [{ pid: Number(pid), parent, ticks, command }];
  } catch {
    return []; // it ended meanwhile
  }
}

async function make(system: System, count: number): Promise<void> {
  let left = count;
  const worker = async () => {
    while (left-- > 0) {
      const made = await call(system.url, "POST", "/api/draws", { body });
      if (made?.body.state !== "drawn") throw new Error(`a draw was not made: ${JSON.stringify(made)}`);
    }
  };
  await Promise.all(Array.from({ length: connections }, worker));
}

/** One-row inserts a second, by pgbench. */
async function reference(url: string): Promise<number> {
  const script = join(tmpdir(), "fairhat-bench.sql");
  await Bun.write(script, "insert into reference (note) values ('a row of the reference');\n");
  const psql = Bun.spawnSync([
    program("psql"),
    url,
    "-qc",
    "create table reference (id bigserial primary key, note text)",
  ]);
  if (psql.exitCode !== 0) throw new Error(psql.stderr.toString());
  const pgbench = Bun.spawnSync([program("pgbench"), "-n", "-c16", "-j2", `-T${REFERENCE_SECONDS}`, "-f", script, url]);
  return Number(/tps = ([\d.]+)/.exec(pgbench.stdout.toString())?.[1]);
}

const system = await startSystem();
try {
  await make(system, 200); // warm
  const before = SERVICES.map((service) => processCpu(system.pid(service)));
  const [cpu, since] = [cpuOfChildren(), performance.now()];
  await make(system, draws);
  const seconds = (performance.now() - since) / 1000;
  const used = cpuOfChildren() - cpu;
  const byService = SERVICES.map((service, at) => {
    const milliseconds = processCpu(system.pid(service)) - (before[at] ?? 0);
    return `${service} ${((1e3 * milliseconds) / draws).toFixed(0)}`;
  });
  const inserts = await reference(system.postgres.url);
  process.stdout.write(
    `${draws} draws on ${connections} connections: ${(draws / seconds).toFixed(0)} a second, ` +
      `${((1e6 * used) / draws).toFixed(0)} microseconds of CPU each (services and database)\n` +
      `of them ${byService.join(", ")}; the rest is the database\n` +
      `pgbench, one-row inserts: ${inserts.toFixed(0)} a second; ratio ${(draws / seconds / inserts).toFixed(3)}\n`,
  );
} finally {
  await system.stop();
}
