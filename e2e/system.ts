// The four services as separate processes on PostgreSQL, with connections that a test can watch and cut.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { prepareDatabase, runtimeUrl } from "./database.ts";
import { freePort } from "./ports.ts";
import { type Postgres, startPostgres } from "./postgres.ts";
import { layWire, type Watch, type Wire } from "./wire.ts";

export { program } from "./postgres.ts";

export type ServiceName = "core" | "random-a" | "random-b" | "rules";
export const SERVICES: ServiceName[] = ["random-a", "random-b", "rules", "core"];

export interface System {
  postgres: Postgres;
  /** The services' database as superuser; the services use their roles, as in a deployment. */
  database: string;
  /** Core, reached directly. */
  url: string;
  /** A random service, reached directly. */
  random: Record<"a" | "b", string>;
  start(service: ServiceName): Promise<void>;
  /** Kills a service without a chance to clean up. */
  kill(service: ServiceName): Promise<void>;
  /** Sends a service SIGTERM twice, like an impatient operator; returns its exit status. */
  end(service: ServiceName): Promise<number | undefined>;
  /** Starts another instance of a service on the same database; returns its address. */
  another(service: ServiceName): Promise<string>;
  /** The process id of a service. */
  pid(service: ServiceName): number;
  /** Core's token for a random service. */
  token(service: "random-a" | "random-b"): string;
  stop(): Promise<void>;
}

const root = dirname(import.meta.dir);

/**
 * Starts everything; `watch` is called with each piece on each connection, named like "core>random-a" or
 * "random-a>database".
 */
export async function startSystem(watch: Watch = () => true): Promise<System> {
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), "fairhat-system-"));
  const wires: Wire[] = [];
  const wire = async (name: string, target: number) => {
    const laid = await layWire(name, target, watch);
    wires.push(laid);
    return laid.port;
  };
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const ports = await inTurn(SERVICES, freePort);
  const databases = await inTurn(["core", "random-a", "random-b"], async (service) => {
    const port = await wire(`${service}>database`, postgres.port);
    return file(`${service}-database`, runtimeUrl(service.replace("-", "_"), port));
  });
  const database = await prepareDatabase(postgres);
  const tokens = await inTurn(["random-a", "random-b"], async (service) => {
    return file(`${service}-token`, `core.${randomBytes(32).toString("hex")}`);
  });
  const inner = await inTurn(["random-a", "random-b", "rules"], (service) =>
    wire(`core>${service}`, ports[service] ?? 0),
  );

  const random = (service: "random-a" | "random-b") => ({
    DATABASE_URL_FILE: databases[service],
    CORE_TOKENS_FILE: tokens[service],
  });
  const environments: Record<ServiceName, Record<string, string | undefined>> = {
    rules: {},
    "random-a": random("random-a"),
    "random-b": random("random-b"),
    core: {
      DATABASE_URL_FILE: databases.core,
      SECRET_FILE: file("core-secret", randomBytes(32).toString("hex")),
      RANDOM_A_URL: `http://127.0.0.1:${inner["random-a"]}`,
      RANDOM_B_URL: `http://127.0.0.1:${inner["random-b"]}`,
      RULES_URL: `http://127.0.0.1:${inner.rules}`,
      RANDOM_A_TOKEN_FILE: tokens["random-a"],
      RANDOM_B_TOKEN_FILE: tokens["random-b"],
    },
  };
  const running = new Map<string, Bun.Subprocess>();

  async function spawn(name: string, service: ServiceName, port: number): Promise<void> {
    const env = {
      PATH: process.env.PATH,
      ...environments[service],
      HOST: "127.0.0.1",
      PORT: String(port),
      GRACE_SECONDS: "25", // as in compose.yml
      LOG_LEVEL: "warn",
    };
    const log = Bun.file(join(folder, `${name}.log`));
    const started = Bun.spawn([process.execPath, join(root, service, "main.ts")], { env, stdout: log, stderr: log });
    running.set(name, started);
    await healthy(started, `http://127.0.0.1:${port}`, name);
  }

  const system: System = {
    postgres,
    database,
    url: `http://127.0.0.1:${ports.core}`,
    random: { a: `http://127.0.0.1:${ports["random-a"]}`, b: `http://127.0.0.1:${ports["random-b"]}` },
    start: (service) => spawn(service, service, ports[service] ?? 0),
    async kill(service) {
      running.get(service)?.kill("SIGKILL");
      await running.get(service)?.exited;
    },
    async end(service) {
      const process = running.get(service);
      process?.kill("SIGTERM");
      await Bun.sleep(20);
      process?.kill("SIGTERM");
      return process?.exited;
    },
    async another(service) {
      const port = await freePort();
      await spawn(`${service}-${port}`, service, port);
      return `http://127.0.0.1:${port}`;
    },
    pid: (service) => running.get(service)?.pid ?? 0,
    token: (service) => readFileSync(tokens[service], "utf8"),
    async stop() {
      for (const process of running.values()) process.kill("SIGKILL");
      for (const one of wires) one.close();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  for (const service of SERVICES) await system.start(service);
  return system;
}

async function inTurn<Name extends string, T>(
  names: readonly Name[],
  make: (name: Name) => Promise<T>,
): Promise<Record<Name, T>> {
  const made: [Name, T][] = [];
  for (const name of names) made.push([name, await make(name)]);
  return Object.fromEntries(made) as Record<Name, T>;
}

/** Waits until a service answers. Throws if it exits, or after a minute. */
async function healthy(started: Bun.Subprocess, url: string, name: string): Promise<void> {
  const isRunning = () => started.exitCode === null && started.signalCode === null;
  for (const end = Date.now() + 60_000; isRunning() && Date.now() < end; ) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.ok) return;
    await Bun.sleep(20);
  }
  throw new Error(`${name} did not become healthy`);
}
