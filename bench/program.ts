// Programs that the bench starts and stops.
import { join } from "node:path";

/** `defer` registers how to stop a program; the last one started stops first. */
export type Started = AsyncDisposableStack;

export interface Program {
  name: string;
  pid: number;
  port: number;
  url: string;
}

/** The path of an installed program. Throws with the Debian package to install. */
export function program(name: string, debian: string): string {
  const found = Bun.which(name, { PATH: `${process.env.PATH}:/usr/sbin:/usr/bin` });
  if (!found) throw new Error(`${name} is not installed; on Debian: apt-get install ${debian}`);
  return found;
}

/** Starts a program that listens on a port and logs into `folder`. Throws if it does not answer within a minute. */
export async function start(
  running: Started,
  name: string,
  command: string[],
  env: Record<string, string>,
  folder: string,
  port: number,
): Promise<Program> {
  const log = Bun.file(join(folder, `${name}-${port}.log`));
  const child = Bun.spawn(command, {
    cwd: folder,
    env: { PATH: process.env.PATH ?? "", ...env },
    stdout: log,
    stderr: Bun.file(join(folder, `${name}-${port}-errors.log`)),
  });
  running.defer(async () => {
    child.kill("SIGTERM");
    await child.exited;
  });
  const url = `http://127.0.0.1:${port}`;
  for (const end = Date.now() + 60_000; child.exitCode === null && Date.now() < end; await Bun.sleep(20)) {
    if (await fetch(url, { redirect: "manual" }).catch(() => null)) return { name, pid: child.pid, port, url };
  }
  throw new Error(`${name} does not answer; its output is in ${folder}`);
}
