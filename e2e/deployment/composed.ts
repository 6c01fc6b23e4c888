// A deployment by Compose as an operator makes it, under a name and on ports of its own.
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
  /** The same, still running; what it writes goes to `out`. */
  begin(command: string[], out?: Bun.BunFile | "ignore"): Bun.Subprocess;
  /** The ids of the containers of a service. */
  containers(service: string): Promise<string[]>;
  /** A shell command inside a container of a service. Answers its exit status and what it wrote. */
  inside(service: string, command: string): Promise<{ status: number; out: string }>;
  /** Begins to keep what is logged, by containers that will be gone when somebody asks as well. */
  keepLogs(): void;
  /** Everything logged, by whoever is here now and by whoever was since `keepLogs`. */
  allLogs(): Promise<string>;
  /** Takes everything down, its data as well. */
  down(): Promise<void>;
}

/** Nothing is started yet; `up` does that. `more` are settings of its own. */
export async function composed(more: Record<string, string> = {}): Promise<Composed> {
  const secrets = mkdtempSync(join(tmpdir(), "fairhat-secrets-"));
  const ports = { HTTP_PORT: String(await freePort()), HTTPS_PORT: String(await freePort()) };
  // What nobody asks for under load shall not be refused to the load, which comes from one address.
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
      // What followed misses the first lines of a container that came later; what asks now misses those that are gone.
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

/** Builds what changed, starts everything and waits until it is healthy; the two commands of the documentation in one. */
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
