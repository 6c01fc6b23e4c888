// One random service as a process on PostgreSQL, with settings that the system fixture does not need.
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { call } from "./client.ts";
import { asSuperuser } from "./database.ts";
import { freePort } from "./ports.ts";
import { startPostgres } from "./postgres.ts";

const root = dirname(import.meta.dir);

/** The answer of POST /seals, /bindings and /openings to the only item. */
export interface ServiceReply {
  status: number;
  reason: string | undefined;
  answer: { ok: boolean; value: { seal: { statement: { service: string; commitment: string } } } } | undefined;
}

export type Started = { url: string } | { status: number | null; said: string };

/** A PostgreSQL and a folder for one service; starts nothing yet. */
export async function randomService(service: "random-a" | "random-b") {
  const postgres = await startPostgres();
  const folder = mkdtempSync(join(tmpdir(), `fairhat-${service}-`));
  const token = `core.${randomBytes(32).toString("hex")}`;
  const log = Bun.file(join(folder, "log"));
  let running: Bun.Subprocess<"ignore", Bun.BunFile, "pipe"> | undefined;

  const file = (name: string, content: string) => {
    writeFileSync(join(folder, name), content, { mode: 0o600 });
    return join(folder, name);
  };
  const kill = async () => {
    running?.kill("SIGKILL");
    await running?.exited;
  };

  return {
    folder,
    file,
    /** Everything logged since the last start. */
    log: () => readFileSync(join(folder, "log"), "utf8"),

    administer: (...statements: string[]) => asSuperuser(postgres.url, ...statements),

    /** (Re)starts it. Returns its address, or its output if it did not start. */
    async start(settings: Record<string, string> = {}, ...options: string[]): Promise<Started> {
      await kill();
      const port = await freePort();
      const env = {
        PATH: process.env.PATH,
        DATABASE_URL_FILE: file("url", postgres.url.replace(/postgres$/, "fairhat")),
        CORE_TOKENS_FILE: file("tokens", token),
        LOG_LEVEL: "warn",
        HOST: "127.0.0.1",
        PORT: String(port),
        ...settings,
      };
      const command = [process.execPath, ...options, join(root, service, "main.ts")];
      const started = Bun.spawn(command, { env, stdin: "ignore", stdout: log, stderr: "pipe" });
      running = started;
      const url = `http://127.0.0.1:${port}`;
      while (started.exitCode === null) {
        if ((await fetch(`${url}/health`).catch(() => null))?.ok) return { url };
        await Bun.sleep(20);
      }
      return { status: started.exitCode, said: await new Response(started.stderr).text() };
    },

    /** Sends a request as its core; `body` names one draw or manifest. */
    async ask(url: string, path: string, body: object): Promise<ServiceReply> {
      const reply = await call(url, "POST", path, { key: token, body });
      const told = reply?.body as unknown as { answers?: NonNullable<ServiceReply["answer"]>[]; reason?: string };
      return { status: reply?.status ?? 0, reason: told?.reason, answer: told?.answers?.[0] };
    },

    async stop(): Promise<void> {
      await kill();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
