// Describes the machine of a run, without its host name.
import { cpus, release, totalmem } from "node:os";

export interface Machine {
  cpu: string;
  cores: number;
  memoryGiB: number;
  kernel: string;
  commit: string;
}

export function machine(): Machine {
  const [first] = cpus();
  return {
    cpu: first?.model.trim() ?? "unknown",
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    kernel: release(),
    commit: commit(),
  };
}

function commit(): string {
  const git = (...args: string[]) =>
    Bun.spawnSync(["git", ...args], { cwd: import.meta.dir })
      .stdout.toString()
      .trim();
  const changed = git("status", "--porcelain", "--untracked-files=no", "--", "..", ":!results", ":!RESULTS.md");
  return `${git("rev-parse", "--short=12", "HEAD")}${changed ? ", with changes" : ""}`;
}
