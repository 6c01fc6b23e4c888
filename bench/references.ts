// The references: a Flask application of the same brief, pgbench, and NGINX serving files.
import { join } from "node:path";
import { asSuperuser } from "@fairhat/e2e/database";
import { freePort } from "@fairhat/e2e/ports";
import { program as ofPostgres, type Postgres, startPostgres } from "@fairhat/e2e/postgres";
import { startReference } from "./nginx.ts";
import { type Program, program, type Started, start } from "./program.ts";

export interface References {
  /** NGINX in front of Flask. */
  flask: string;
  flaskPids: number[];
  postgres: Postgres;
}

const WORKERS = 2;

export async function startReferences(running: Started, folder: string): Promise<References> {
  const postgres = await startPostgres();
  running.defer(() => postgres.stop());
  await asSuperuser(
    postgres.url,
    "create table reference (id bigserial primary key, note text)",
    "create table flask_draw (id bigserial primary key, title text, entries text, a text, b text, winners text)",
  );
  const programs: Program[] = [];
  const service = async (name: string, env: Record<string, string>) => {
    const one = await startFlask(running, name, env, folder);
    programs.push(one);
    return String(one.port);
  };
  const random = { RANDOM_A: await service("random", {}), RANDOM_B: await service("random", {}) };
  const RULES = await service("rules", {});
  const draws = await service("draws", { ...random, RULES, DATABASE_URL: postgres.url });
  const proxy = await startReference(running, join(folder, "flask"), `proxy_pass http://127.0.0.1:${draws};`);
  programs.push(proxy);
  return {
    flask: proxy.url,
    flaskPids: [...programs.map(({ pid }) => pid), postgres.pid],
    postgres,
  };
}

async function startFlask(
  running: Started,
  name: string,
  env: Record<string, string>,
  folder: string,
): Promise<Program> {
  const port = await freePort();
  const gunicorn = program("gunicorn", "gunicorn python3-flask python3-psycopg2");
  const command = [gunicorn, "-w", String(WORKERS), "-b", `127.0.0.1:${port}`, "--log-level", "error"];
  const chdir = ["--chdir", join(import.meta.dir, "flask"), "reference:app"];
  return start(
    running,
    `flask-${name}`,
    [...command, ...chdir],
    { ...env, SERVICE: name, PYTHONDONTWRITEBYTECODE: "1" },
    folder,
    port,
  );
}

/** One-row inserts per second, by pgbench with 16 clients. */
export async function insertsPerSecond({ postgres }: References, folder: string, seconds: number): Promise<number> {
  const script = join(folder, "insert.sql");
  await Bun.write(script, "insert into reference (note) values ('a row of the reference');\n");
  const command = [ofPostgres("pgbench"), "-n", "-c16", "-j2", `-T${seconds}`, "-f", script, postgres.url];
  const child = Bun.spawn(command, { stdout: "pipe", stderr: "ignore" });
  const tps = Number(/tps = ([\d.]+)/.exec(await new Response(child.stdout).text())?.[1]);
  if (!tps) throw new Error("pgbench measured nothing");
  return tps;
}
