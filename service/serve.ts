// A process of ours from its start to its end.
import type { AnyElysia } from "elysia";
import type { Log } from "./log.ts";
import { BadSettings } from "./settings.ts";

export interface Serving {
  /** Where it listens: http://host:port. */
  url: string;
  /** Finishes what is being answered, takes nothing new, then closes what the service held. */
  stop(): Promise<void>;
}

interface Service {
  app: AnyElysia;
  log: Log;
  hostname: string;
  /** 0 lets the system choose. */
  port: number;
  /** Gives back connections and the like, after the last answer. */
  close(): Promise<void>;
}

const LIMITS = {
  reusePort: false, // Elysia would share a taken port without a word
  idleTimeout: 120, // seconds, more than the longest answer; Bun ends slow handlers silently after it
  maxRequestBodySize: Number.MAX_SAFE_INTEGER, // bytes; `web` limits bodies and says so, Bun would answer without a word
};

/** Listens, and says so in the log. */
export function serve({ app, log, hostname, port, close }: Service): Serving {
  listen(app, hostname, port);
  const url = `http://${hostname}:${app.server?.port}`;
  log.info({ url }, "listening");
  return {
    url,
    async stop() {
      await app.stop();
      await close();
      log.info("stopped");
    },
  };
}

function listen(app: AnyElysia, hostname: string, port: number): void {
  try {
    app.listen({ hostname, port, ...LIMITS });
  } catch (error) {
    if ((error as { code?: string }).code !== "EADDRINUSE") throw error;
    throw new BadSettings([`PORT ${port} is taken by another program; set PORT to a free one`]);
  }
}

/** Runs `start`, then stops what it started on SIGTERM or SIGINT. Bad settings are told in plain words, status 78 (EX_CONFIG). */
export async function run(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  try {
    const serving = await start();
    const stop = () => serving.stop().then(() => process.exit(0));
    process.once("SIGTERM", stop).once("SIGINT", stop);
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}
