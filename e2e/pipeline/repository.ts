// A bare repository, as a forge keeps one, and a clone to push from.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkout, checkout } from "../ansible/hosts.ts";
import { run } from "../deployment/lab.ts";

export interface Repository {
  folder: string;
  /** The clone of somebody who works on it. */
  work: Checkout;
  /** Changes files of the clone, commits and pushes to `main`. Returns the commit. */
  push(files: Record<string, (text: string) => string>): Promise<string>;
  remove(): Promise<void>;
}

/** An empty repository, and a clone with what lies here, committed and not yet pushed. */
export async function repository(): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), "fairhat-origin-"));
  await run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder]);
  const work = await checkout();
  return {
    folder,
    work,
    async push(files) {
      for (const [path, change] of Object.entries(files)) {
        const file = Bun.file(join(work.folder, path));
        await file.write(change(await file.text()));
      }
      const commit = await work.commit();
      await run(["git", "-C", work.folder, "push", "--quiet", folder, "HEAD:main"]);
      return commit;
    },
    async remove() {
      await work.remove();
      await rm(folder, { recursive: true });
    },
  };
}
