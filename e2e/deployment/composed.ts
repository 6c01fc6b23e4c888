// A Compose deployment as an operator makes it, with a separate name and ports.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../ports.ts";
import { root, run } from "./lab.ts";

export const PROJECT = "fairhat-e2e";

export interface Composed {
  http: string;
  https: string;
  /** Folder of its secrets. */
  secrets: string;
  /** docker compose …, with further settings. */
  compose(command: string[], settings?: Record<string, string>): Promise<string>;
  /** A script of ci/ on this deployment. */
  script(command: string[], settings?: Record<string, string>, options?: { fails: boolean }): Promise<string>;
  /** The same, still running; its output goes to `out`. */
  begin(command: string[], out?: Bun.BunFile | "ignore"): Bun.Subprocess;
  /** The ids of a service's containers. */
  containers(service: string): Promise<string[]>;
  /** Runs a shell command inside a service's container. Returns its exit status and output. */
  inside(service: string, command: string): Promise<{ status: number; out: string }>;
  /** Starts to collect logs, including those of containers that will be removed. */
  keepLogs(): void;
  /** Everything logged since `keepLogs`, by present and removed containers. */
  allLogs(): Promise<string>;
  /** Removes everything, including data. */
  down(): Promise<void>;
}

/** Starts nothing yet; `up` does. `more` are extra settings. */
export async function composed(more: Record<string, string> = {}): Promise<Composed> {
  const secrets = mkdtempSync(join(tmpdir(), "fairhat-secrets-"));
  const ports = { HTTP_PORT: String(await freePort()), HTTPS_PORT: String(await freePort()) };
  // The load comes from one address, which production's rate limits would refuse.
  const limits = { FAIRHAT_REQUESTS_PER_SECOND: "300", FAIRHAT_WRITES_PER_SECOND: "100" };
  const settings = { COMPOSE_PROJECT_NAME: PROJECT, FAIRHAT_SECRETS: secrets, ...ports, ...limits, ...more };
  const script: Composed["script"] = (command, changed, options) => run(command, { ...settings, ...changed }, options);
  const compose: Composed["compose"] = (command, changed) => script(["docker", "compose", ...command], changed);
  const begin: Composed["begin"] = (command, out = "ignore") =>
    Bun.spawn(command, { cwd: root, env: { ...process.env, ...settings }, stdout: out, stderr: "ignore" });
  const containers = async (service: string) => {
    const ids = await compose(["ps", "--quiet", service]);
    return ids.split("\n").filter((id) => id !== "");
  };
  const LOGS = ["docker", "compose", "logs", "--no-log-prefix", "--no-color"];
  const kept = Bun.file(`${secrets}.log`);
  let following: Bun.Subprocess | undefined;
  return {
    http: `http://localhost:${ports.HTTP_PORT}`,
    https: `https://localhost:${ports.HTTPS_PORT}`,
    secrets,
    compose,
    script,
    begin,
    containers,
    async inside(service, command) {
      const [container = ""] = await containers(service);
      const child = Bun.spawn(["docker", "exec", container, "bash", "-c", command], { stdout: "pipe", stderr: "pipe" });
      const said = await Promise.all([new Response(child.stdout).text(), new Response(child.stderr).text()]);
      return { status: await child.exited, out: said.join("") };
    },
    keepLogs() {
      following = begin([...LOGS, "--follow"], kept);
    },
    async allLogs() {
      // The follower misses a new container's first lines; a fresh query misses removed containers.
      return (await kept.text()) + (await script(LOGS));
    },
    async down() {
      await compose(["down", "--volumes", "--remove-orphans", "--timeout", "1"]);
      following?.kill();
      rmSync(secrets, { recursive: true, force: true });
      rmSync(`${secrets}.log`, { force: true });
    },
  };
}

/** Builds what changed, starts everything and waits until it is healthy: the two documented commands in one. */
export function up(site: Composed, settings: Record<string, string> = {}): Promise<string> {
  return site.compose(["up", "--detach", "--build", "--wait"], settings);
}

/** Waits until `good`; throws with `what` after `seconds`. */
export async function until(what: string, good: () => Promise<boolean>, seconds = 60): Promise<void> {
  for (const end = Date.now() + seconds * 1_000; Date.now() < end; await Bun.sleep(100)) {
    if (await good().catch(() => false)) return;
  }
  throw new Error(`${what} did not come to pass within ${seconds} s`);
}
