// What the repository knows of two revisions.
import { definitionsOf } from "./compose.ts";
import type { Definitions } from "./decide.ts";
import { type Graph, graphOf } from "./graph.ts";

export interface History {
  /** The full id of a commit; null when this clone does not have it. */
  commit(revision: string): string | null;
  /** Whether `older` comes before `newer`, or is the same. */
  leadsTo(older: string, newer: string): boolean;
  /** Paths of the checkout that differ from its commit, and those that are in none. */
  uncommitted(): string[];
  /** Paths that differ between two commits; of a file that moved both. */
  changed(from: string, to: string): string[];
  graph(commit: string): Graph;
  definitions(commit: string): Definitions;
}

/** The history of the repository in `folder`. */
export function historyOf(folder: string): History {
  const git = (...args: string[]): string | null => {
    const { exitCode, stdout } = Bun.spawnSync(["git", ...args], { cwd: folder, stderr: "ignore" });
    return exitCode === 0 ? stdout.toString() : null;
  };
  const lines = (text: string | null) => (text ?? "").split("\0").filter((line) => line !== "");
  const text = (commit: string, path: string) => git("show", `${commit}:${path}`) ?? "";
  return {
    commit: (revision) => git("rev-parse", "--verify", "--quiet", `${revision}^{commit}`)?.trim() ?? null,
    leadsTo: (older, newer) => git("merge-base", "--is-ancestor", older, newer) !== null,
    uncommitted: () => lines(git("status", "--porcelain", "--no-renames", "-z")).map((line) => line.slice(3)),
    changed: (from, to) => lines(git("diff", "--name-only", "--no-renames", "-z", from, to)),
    graph(commit) {
      const paths = lines(git("ls-tree", "-r", "-z", "--name-only", commit)).filter((path) =>
        /^[^/]+\/package\.json$/.test(path),
      );
      return graphOf(new Map(paths.map((path) => [path.slice(0, path.indexOf("/")), text(commit, path)])));
    },
    definitions: (commit) => definitionsOf(text(commit, "compose.yml")),
  };
}
