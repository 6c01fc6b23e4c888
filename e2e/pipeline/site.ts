// A repository, a receiver of its pushes, a registry, and the site that they deploy to.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "../deployment/lab.ts";
import { freePort } from "../ports.ts";
import { type Receiver, startReceiver } from "./receiver.ts";
import { type Repository, repository } from "./repository.ts";

const SITE = "fairhat-pipeline";
const REGISTRY = `${SITE}-registry`;
export const SECRET = "It's a Secret to Everybody";

export interface Delivered {
  url: string;
  repository: Repository;
  receiver: Receiver;
  /** Settings of the stages; changes apply from the next stage on. */
  settings: Record<string, string>;
  /** The ids of each service's containers. */
  containers(): Promise<Record<string, string>>;
  running(): Promise<string>;
  /** Waits until no deployment runs. */
  settled(): Promise<void>;
  down(): Promise<void>;
}

export async function delivered(): Promise<Delivered> {
  await remove(); // remains of an interrupted run
  const folder = await mkdtemp(join(tmpdir(), "fairhat-pipeline-"));
  const [http, https, registry] = [await freePort(), await freePort(), await freePort()];
  await run(["docker", "run", "--detach", "--name", REGISTRY, "--publish", `127.0.0.1:${registry}:5000`, "registry:2"]);
  const url = `http://localhost:${http}`;
  const settings: Record<string, string> = {
    ...{ FAIRHAT_SITE: SITE, FAIRHAT_DEPLOY: "compose", FAIRHAT_URL: url, FAIRHAT_REGISTRY: `127.0.0.1:${registry}/` },
    ...{
      FAIRHAT_NOTES: join(folder, "notes"),
      FAIRHAT_SECRETS: join(folder, "secrets"),
      RANDOM_B_OPERATOR: "The Society",
    },
    ...{ HTTP_PORT: String(http), HTTPS_PORT: String(https), PUBLIC_URL: url },
    FAIRHAT_TESTS: "protocol", // the gate runs all of them separately
    // The load comes from one address.
    ...{ FAIRHAT_REQUESTS_PER_SECOND: "300", FAIRHAT_WRITES_PER_SECOND: "100" },
  };
  const origin = await repository(SECRET);
  const once = ["lint", "tests", "audit"].map((name) => `ci/stages/${name}`);
  const receiver = await startReceiver({ repository: origin.folder, secret: SECRET, settings, once });
  await origin.tell(receiver.url);
  return {
    ...{ url, repository: origin, receiver, settings },
    containers,
    running: () => run(["ops/running", SITE]),
    async settled() {
      const state = { FAIRHAT_STATE: join(settings.FAIRHAT_NOTES ?? "", SITE), COMPOSE_PROJECT_NAME: SITE };
      await run(["ops/release", "--hold", "true"], state);
    },
    async down() {
      await receiver.stop();
      await origin.remove();
      await remove();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function containers(): Promise<Record<string, string>> {
  const format = '{{.Label "com.docker.compose.service"}} {{.ID}}';
  const lines = await run(["docker", "ps", "--filter", `label=com.docker.compose.project=${SITE}`, "--format", format]);
  return Object.fromEntries(lines.split("\n").map((line) => line.split(" ")));
}

async function remove(): Promise<void> {
  await run(["docker", "compose", "--project-name", SITE, "down", "--volumes", "--timeout", "1"]);
  const left = await run(["docker", "ps", "--all", "--quiet", "--filter", `name=^${REGISTRY}$`]);
  if (left !== "") await run(["docker", "rm", "--force", "--volumes", left]);
}
