// Git history between two revisions.

export interface History {
  /** The full id of a commit; null if this clone does not have it. */
  commit(revision: string): string | null;
  /** Whether `older` is an ancestor of `newer`, or the same. */
  leadsTo(older: string, newer: string): boolean;
  /** Paths that differ between two commits; a moved file counts with both. */
  changed(from: string, to: string): string[];
  /** A file's content at a commit; empty if it did not exist. */
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
