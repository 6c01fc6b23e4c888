// Fairhat as deployed: the bundles of ops/bundles.ts, a separate PostgreSQL that flushes every commit, NGINX in front.
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildAssets, writeAssets } from "@fairhat/browser/assets";
import { prepareDatabase, runtimeUrl } from "@fairhat/e2e/database";
import { freePort } from "@fairhat/e2e/ports";
import { type Postgres, startPostgres } from "@fairhat/e2e/postgres";
import { bundle } from "../ops/bundles.ts";
import { startProxy } from "./nginx.ts";
import { type Program, type Started, start } from "./program.ts";

export const SERVICES = ["random-a", "random-b", "rules", "core"] as const;
type ServiceName = (typeof SERVICES)[number];
type Environment = Record<string, string>;

export interface Stack {
  /** The proxy's URL. */
  url: string;
  folder: string;
  postgres: Postgres;
  /** The services' database, as superuser. */
  database: string;
  /** Process ids by name: the services, nginx, postgres. */
  pids: Record<string, number>;
}

/** Builds and starts the whole stack. */
export async function startStack(running: Started): Promise<Stack> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-bench-"));
  running.defer(() => rmSync(folder, { recursive: true, force: true }));
  chmodSync(folder, 0o755); // NGINX's workers read assets there
  const assets = join(folder, "assets-root");
  await writeAssets(await buildAssets(), join(assets, "assets"));
  for (const name of SERVICES) await bundle(name, join(folder, name));
  const postgres = await startPostgres();
  running.defer(() => postgres.stop());
  const database = await prepareDatabase(postgres);
  const ports = await portsOf(SERVICES);
  const proxyPort = await freePort();
  const environments = environmentsIn(folder, postgres.port, ports, assets, `http://127.0.0.1:${proxyPort}`);
  const programs: Program[] = [];
  for (const name of SERVICES)
    programs.push(await startService(running, name, folder, ports[name], environments[name]));
  const proxy = await startProxy(running, folder, proxyPort, `127.0.0.1:${ports.core}`, assets);
  const pids = Object.fromEntries([...programs, proxy].map(({ name, pid }) => [name, pid]));
  return { url: proxy.url, folder, postgres, database, pids: { ...pids, postgres: postgres.pid } };
}

async function portsOf(names: readonly ServiceName[]): Promise<Record<ServiceName, number>> {
  const ports: [ServiceName, number][] = [];
  for (const name of names) ports.push([name, await freePort()]);
  return Object.fromEntries(ports) as Record<ServiceName, number>;
}

function startService(
  running: Started,
  name: ServiceName,
  folder: string,
  port: number,
  own: Environment,
): Promise<Program> {
  const env = { ...own, NODE_ENV: "production", HOST: "127.0.0.1", PORT: String(port), DRAIN_SECONDS: "0" };
  return start(running, name, [process.execPath, join(folder, name, "main.js")], env, join(folder, name), port);
}

function environmentsIn(
  folder: string,
  database: number,
  ports: Record<ServiceName, number>,
  assets: string,
  publicUrl: string,
): Record<ServiceName, Environment> {
  const secrets = join(folder, "secrets");
  mkdirSync(secrets, { mode: 0o700 });
  const secret = (name: string, text: string) => {
    writeFileSync(join(secrets, name), text, { mode: 0o600 });
    return join(secrets, name);
  };
  const databaseUrl = (role: string) => secret(`${role}-database`, runtimeUrl(role, database));
  const token = (name: string) => secret(`${name}-token`, `core.${randomBytes(32).toString("hex")}`);
  const [tokenA, tokenB] = [token("random-a"), token("random-b")];
  return {
    rules: {},
    "random-a": { DATABASE_URL_FILE: databaseUrl("random_a"), CORE_TOKENS_FILE: tokenA },
    "random-b": { DATABASE_URL_FILE: databaseUrl("random_b"), CORE_TOKENS_FILE: tokenB, GENERATOR: "ctr-drbg" },
    core: {
      DATABASE_URL_FILE: databaseUrl("core"),
      SECRET_FILE: secret("core-secret", randomBytes(32).toString("hex")),
      PUBLIC_URL: publicUrl,
      ASSETS_FOLDER: join(assets, "assets"),
      RANDOM_A_URL: `http://127.0.0.1:${ports["random-a"]}`,
      RANDOM_B_URL: `http://127.0.0.1:${ports["random-b"]}`,
      RULES_URL: `http://127.0.0.1:${ports.rules}`,
      RANDOM_A_TOKEN_FILE: tokenA,
      RANDOM_B_TOKEN_FILE: tokenB,
    },
  };
}
