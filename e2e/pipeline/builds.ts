// Builds the tip of a branch as the pipeline does: one at a time, and no commit twice.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../deployment/lab.ts";
import { type Build, build } from "./stages.ts";

interface Options {
  repository: string;
  settings: Record<string, string>;
  /** Scripts that need to run once only: they do not look at the site. */
  once: string[];
}

export interface Builds {
  /** Those that have ended, in order. */
  ended: Build[];
  /** Is called with each script before it runs. */
  before(name: string): void;
  /** Queues a build of `main` as it is when its turn comes. */
  queue(): void;
  /** All builds that were queued have ended. */
  idle(): Promise<void>;
  remove(): Promise<void>;
}

export async function queueOf({ repository, settings, once }: Options): Promise<Builds> {
  const folder = join(await mkdtemp(join(tmpdir(), "fairhat-builds-")), "workspace");
  await run(["git", "clone", "--quiet", repository, folder]);
  const git = (...words: string[]) => run(["git", "-C", folder, ...words]);
  let last = Promise.resolve();
  const buildTip = async () => {
    await git("fetch", "--quiet", "origin");
    const commit = await git("rev-parse", "origin/main");
    if (builds.ended.some((build) => build.commit === commit)) return;
    await git("checkout", "--quiet", "--detach", commit);
    const skip = builds.ended.length > 0 ? once : [];
    const ended = await build(folder, { branch: "main", settings, skip, before: (name) => builds.before(name) });
    const took = Object.entries(ended.took).map(([stage, seconds]) => `${stage} ${seconds}`);
    console.error(`${ended.red ? `red at ${ended.red}` : "green"}: ${took.join(", ")} s`);
    builds.ended.push(ended);
  };
  const builds: Builds = {
    ended: [],
    before: () => {},
    queue: () => {
      last = last.then(buildTip);
    },
    idle: () => last,
    remove: () => rm(join(folder, ".."), { recursive: true, force: true }),
  };
  return builds;
}
