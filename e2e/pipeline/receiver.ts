// Jenkins's handling of webhooks, as far as this project relies on it: the signature is checked; a push event only says
// that a branch moved; one build at a time, of the branch's current tip; a tip is built once.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../deployment/lab.ts";
import { isSigned } from "./signature.ts";
import { type Build, build, type Kill } from "./stages.ts";

interface Wanted {
  repository: string;
  secret: string;
  settings: Record<string, string>;
  /** Scripts that need to run only once, because they do not look at the site. */
  once: string[];
}

export interface Receiver {
  url: string;
  builds: Build[];
  /** Called with each script before it runs. */
  before(name: string): void;
  /** A script to kill in the following builds, and the build with it. */
  kill: Kill | null;
  /** Resolves when all requested builds are done. */
  idle(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReceiver({ repository, secret, settings, once }: Wanted): Promise<Receiver> {
  const folder = join(await mkdtemp(join(tmpdir(), "fairhat-builds-")), "workspace");
  const builds: Build[] = [];
  let queue = Promise.resolve();
  const tip = async (branch: string) => {
    if (!(await Bun.file(join(folder, "Jenkinsfile")).exists()))
      await run(["git", "clone", "--quiet", repository, folder]);
    const git = (...words: string[]) => run(["git", "-C", folder, ...words]);
    await git("fetch", "--quiet", "origin");
    const commit = await git("rev-parse", `origin/${branch}`);
    if (builds.some((build) => build.commit === commit)) return;
    await git("checkout", "--quiet", "--detach", commit);
    const skip = builds.length > 0 ? once : [];
    const before = (name: string) => receiver.before(name);
    const done = await build(folder, { branch, settings, skip, before, kill: receiver.kill });
    const took = Object.entries(done.took).map(([stage, seconds]) => `${stage} ${seconds}`);
    console.error(`${done.red ? `${done.lost ? "lost" : "red"} at ${done.red}` : "green"}: ${took.join(", ")} s`);
    builds.push(done);
  };
  const server = Bun.serve({
    port: 0,
    routes: {
      "/github-webhook/": {
        POST: async (request) => {
          const body = new Uint8Array(await request.arrayBuffer());
          if (!isSigned(secret, body, request.headers.get("x-hub-signature-256")))
            return new Response("the signature is not ours", { status: 403 });
          const { ref = "" } = JSON.parse(new TextDecoder().decode(body));
          if (request.headers.get("x-github-event") === "push")
            queue = queue.then(() => tip(ref.replace("refs/heads/", "")));
          return new Response("heard");
        },
      },
    },
  });
  const receiver: Receiver = {
    url: `http://127.0.0.1:${server.port}/github-webhook/`,
    builds,
    before: () => {},
    kill: null,
    idle: async () => {
      for (let last: unknown; last !== queue; await last) last = queue;
    },
    async stop() {
      await server.stop(true);
      await rm(join(folder, ".."), { recursive: true, force: true });
    },
  };
  return receiver;
}
