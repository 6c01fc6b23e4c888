// What the repository knows of two revisions.

export interface History {
  /** The full id of a commit; null when this clone does not have it. */
  commit(revision: string): string | null;
  /** Whether `older` comes before `newer`, or is the same. */
  leadsTo(older: string, newer: string): boolean;
  /** Paths that differ between two commits; of a file that moved both. */
  changed(from: string, to: string): string[];
  /** A file as it was; empty when it was not there. */
  text(commit: string, path: string): string;
}

/** The history of the repository in `folder`. */
export function historyOf(folder: string): History {
  const git = (...args: string[]): string | null => {
    const { exitCode, stdout } = Bun.spawnSync(["git", ...args], { cwd: folder, stderr: "ignore" });
    return exitCode === 0 ? stdout.toString() : null;
  };
  return {
    commit: (revision) => git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`)?.trim() ?? null,
    leadsTo: (older, newer) => git("merge-base", "--is-ancestor", older, newer) !== null,
    changed: (from, to) => (git("diff", "--name-only", "--no-renames", "-z", from, to) ?? "").split("\0"),
    text: (commit, path) => git("show", `${commit}:${path}`) ?? "",
  };
}
