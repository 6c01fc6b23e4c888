// A PostgreSQL for one test, from the machine's package, on a temporary port and folder.
import { chownSync, globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./ports.ts";

export interface Postgres {
  url: string;
  port: number;
  /** The server's main process. */
  pid: number;
  stop(): Promise<void>;
}

const OWNER = "postgres"; // the server does not run as root

/** Creates and starts a cluster that flushes everything, as in production. Throws if PostgreSQL is not installed. */
export async function startPostgres(): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-postgres-"));
  const asRoot = process.getuid?.() === 0;
  if (asRoot) own(folder);
  const run = (name: string, ...args: string[]) => {
    const command = [program(name), ...args];
    return Bun.spawn(asRoot ? ["runuser", "-u", OWNER, "--", ...command] : command, {
      cwd: folder,
      stdout: "ignore",
      stderr: Bun.file(join(tmpdir(), "fairhat-postgres.log")),
    });
  };
  const data = join(folder, "data");
  await done(run("initdb", "-D", data, "-U", "fairhat", "-A", "trust", "-E", "UTF8", "--no-sync"), "initdb");
  const port = await freePort();
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c max_connections=200`;
  await done(run("pg_ctl", "-D", data, "-o", options, "-w", "start"), "pg_ctl start");
  const [pid = ""] = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  return {
    pid: Number(pid),
    url: `postgres://fairhat@127.0.0.1:${port}/postgres`,
    port,
    async stop() {
      await run("pg_ctl", "-D", data, "-m", "immediate", "-w", "stop").exited;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The path of a PostgreSQL program. Debian keeps most of them out of PATH. */
export function program(name: string): string {
  const found = globSync(`/usr/lib/postgresql/*/bin/${name}`).at(-1) ?? Bun.which(name);
  if (!found) throw new Error("PostgreSQL is not installed; on Debian: apt-get install postgresql");
  return found;
}

function own(folder: string): void {
  const id = (flag: string) => Number(Bun.spawnSync(["id", flag, OWNER]).stdout.toString());
  chownSync(folder, id("-u"), id("-g"));
}

async function done(process: Bun.Subprocess, what: string): Promise<void> {
  if ((await process.exited) !== 0) throw new Error(`${what} failed with status ${process.exitCode}`);
}
