// Prepares a test's PostgreSQL like a deployment: roles, schemas and migrations by the same job.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { SQL } from "bun";
import type { Postgres } from "./postgres.ts";

const oneShot = join(dirname(import.meta.dir), "ops/database/main.ts");
const PASSWORD = "0".repeat(64); // in ops/secrets' format; this PostgreSQL trusts local connections
export const ROLES = ["core", "random_a", "random_b"] as const;

/** The URL of a service's role. */
export function runtimeUrl(role: string, port: number, database = "fairhat"): string {
  return `postgres://${role}:${PASSWORD}@127.0.0.1:${port}/${database}`;
}

/** Creates a deployment's database and returns its superuser's URL. */
export async function prepareDatabase(postgres: Postgres): Promise<string> {
  await asSuperuser(postgres.url, "create database fairhat");
  const url = postgres.url.replace(/postgres$/, "fairhat");
  const { status, said } = await runOneShot(url, postgres.port);
  if (status !== 0) throw new Error(said);
  return url;
}

/** Runs the job on a database, as a deployment does before each update. */
export async function runOneShot(superuser: string, port: number): Promise<{ status: number; said: string }> {
  const folder = mkdtempSync(join(tmpdir(), "fairhat-one-shot-"));
  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const urls = ROLES.map((role) => [`${role.toUpperCase()}_URL_FILE`, file(role, runtimeUrl(role, port))]);
  const env = { PATH: process.env.PATH, SUPERUSER_URL_FILE: file("superuser", superuser), ...Object.fromEntries(urls) };
  const child = Bun.spawn([process.execPath, oneShot], { env, stdout: "ignore", stderr: "pipe" });
  const said = await new Response(child.stderr).text();
  rmSync(folder, { recursive: true });
  return { status: await child.exited, said };
}

export async function asSuperuser(url: string, ...statements: string[]): Promise<void> {
  const sql = new SQL(url, { max: 1 });
  for (const statement of statements) await sql.unsafe(statement);
  await sql.close();
}
