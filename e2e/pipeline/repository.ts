// A repository like GitHub's: each push sends a signed push event.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Checkout, checkout } from "../ansible/hosts.ts";
import { run } from "../deployment/lab.ts";

export interface Repository {
  folder: string;
  /** A developer's clone. */
  work: Checkout;
  /** Sends events to this address from now on. */
  tell(url: string): Promise<void>;
  /** Changes files of the clone, commits and pushes; returns the commit and the answer to the hook. */
  push(files: Record<string, (text: string) => string>): Promise<{ commit: string; answer: string }>;
  remove(): Promise<void>;
}

// GitHub's format, reduced to the members that are read:
// https://docs.github.com/en/webhooks/webhook-events-and-payloads#push
const HOOK = `#!/usr/bin/env bash
set -euo pipefail
url=$(git config fairhat.hook)
secret=$(git config fairhat.secret)
while read -r before after ref; do
  body='{"ref":"'$ref'","before":"'$before'","after":"'$after'","repository":{"full_name":"fairhat/fairhat"}}'
  signature=$(printf %s "$body" | openssl dgst -sha256 -hmac "$secret" | sed 's/.*= //')
  curl --silent --show-error --data "$body" --header 'Content-Type: application/json' --header 'X-GitHub-Event: push' \\
    --header "X-GitHub-Delivery: $after" --header "X-Hub-Signature-256: sha256=$signature" "$url" >&2
done
`;

/** An empty repository, and a clone of this working tree, committed and not yet pushed. */
export async function repository(secret: string): Promise<Repository> {
  const folder = await mkdtemp(join(tmpdir(), "fairhat-origin-"));
  await run(["git", "init", "--quiet", "--bare", "--initial-branch=main", folder]);
  const hook = join(folder, "hooks/post-receive");
  await Bun.write(hook, HOOK);
  await chmod(hook, 0o755);
  const set = (name: string, value: string) => run(["git", "-C", folder, "config", `fairhat.${name}`, value]);
  await set("secret", secret);
  const work = await checkout();
  return {
    folder,
    work,
    tell: async (url) => void (await set("hook", url)),
    async push(files) {
      for (const [path, change] of Object.entries(files)) {
        const file = Bun.file(join(work.folder, path));
        await file.write(change(await file.text()));
      }
      const commit = await work.commit();
      const pushed = Bun.spawn(["git", "-C", work.folder, "push", folder, "HEAD:main"], { stderr: "pipe" });
      const answer = await new Response(pushed.stderr).text();
      if ((await pushed.exited) !== 0) throw new Error(answer);
      return { commit, answer };
    },
    async remove() {
      await work.remove();
      await rm(folder, { recursive: true });
    },
  };
}
