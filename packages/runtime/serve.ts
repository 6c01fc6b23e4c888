// The life of a process, from start to stop.
import type { AnyElysia } from "elysia";
import { codeOf } from "./errors.ts";
import type { ListenOptions } from "./listen.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";
import { HttpRefusal, problemResponse, RETRY_AFTER } from "./problem.ts";
import { BadSettings } from "./settings.ts";
import { withTimeout } from "./timeout.ts";

export interface Serving {
  /** Its address: http://host:port. */
  url: string;
  /** Finishes current answers, accepts nothing new, then releases the service's resources. Safe to call twice. */
  stop(): Promise<void>;
}

export interface Service extends ListenOptions {
  app: AnyElysia;
  log: Log;
  metrics: Metrics;
  /** Aborted first when the service stops, so that endless answers end. */
  closing?: AbortController;
  /** Throws what keeps this process from answering, such as an unavailable database. */
  ready?(): Promise<unknown>;
  /** Releases connections and the like after the last answer. */
  close(): Promise<void>;
}

const LIMITS = {
  reusePort: false, // Elysia would silently share a taken port
  idleTimeout: 120, // seconds, more than the longest answer; Bun silently ends slower handlers
  maxRequestBodySize: Number.MAX_SAFE_INTEGER, // bytes; `web` limits bodies with an answer, Bun would refuse without one
};
const LAST_GRACE = 500;
const READY_WITHIN = 2_000;

/** Listens and logs the address. /ready answers 200 while requests can be answered, otherwise 503 with the reason. */
export function serve(service: Service): Serving {
  const { app, log, hostname, port, closing = new AbortController() } = service;
  addReadiness(service, closing.signal);
  atPort("PORT", port, () => app.listen({ hostname, port, ...LIMITS }));
  const telling = tellMetrics(service);
  const url = `http://${hostname}:${app.server?.port}`;
  log.info({ url }, "listening");
  let stopped: Promise<void> | undefined;
  return {
    url,
    stop() {
      stopped ??= stop(service, closing).finally(() => telling?.stop(true));
      return stopped;
    },
  };
}

function addReadiness({ app, log, ready = async () => {} }: Service, closing: AbortSignal): void {
  app
    .onRequest(({ set }) => {
      // Clients must not reuse a connection that is about to close.
      if (closing.aborted) set.headers.connection = "close";
    })
    .get("/ready", async ({ set }) => {
      const notReady = (reason: string, detail: string) => {
        Object.assign(set, { status: 503 });
        set.headers["retry-after"] = RETRY_AFTER[503];
        return problemResponse(new HttpRefusal(503, reason, detail));
      };
      if (closing.aborted) return notReady("closing", "this process is about to end");
      const failed = await withTimeout(READY_WITHIN, ready()).then(
        () => null,
        (error: Error) => error,
      );
      if (!failed) return { ready: true };
      log.warn({ err: failed }, "not ready");
      return notReady("not_ready", "this process cannot answer requests now; its log says why");
    });
}

// A process ends within its grace period, before the caller kills it.
async function stop({ app, log, drain, grace, close }: Service, closing: AbortController): Promise<void> {
  log.info("stopping");
  closing.abort();
  const { server } = app;
  const finish = async () => {
    await Bun.sleep(drain);
    await app.stop();
    await close();
  };
  try {
    await withTimeout(grace, finish());
    log.info("stopped");
  } catch (error) {
    log.warn({ err: error }, "stopped before everything was finished");
    const cut = Promise.all([server?.stop(true), close()]);
    await withTimeout(LAST_GRACE, cut).catch(() => {});
  }
}

// On a separate port, which no route from outside reaches.
function tellMetrics({ hostname, metricsPort, metrics }: Service) {
  if (metricsPort === null) return null;
  const headers = { "content-type": "text/plain; version=0.0.4" };
  const fetch = ({ url }: Request) => {
    // HTTP/1.0 needs no Host, and then the URL is only a path.
    return new URL(url, "http://localhost").pathname === "/metrics"
      ? new Response(metrics.text(), { headers })
      : new Response(null, { status: 404 });
  };
  return atPort("METRICS_PORT", metricsPort, () => Bun.serve({ hostname, port: metricsPort, fetch }));
}

function atPort<T>(setting: string, port: number, listen: () => T): T {
  try {
    return listen();
  } catch (error) {
    if (codeOf(error) !== "EADDRINUSE") throw error;
    throw new BadSettings([`${setting} ${port} is taken by another program; set ${setting} to a free one`]);
  }
}

/**
 * Runs `start`, then stops the result on SIGTERM or SIGINT; during start-up these end the process. Bad settings are
 * printed, with status 78 (EX_CONFIG).
 */
export async function run(start: () => Promise<{ stop(): Promise<void> }>): Promise<void> {
  let end = async () => {};
  // Not `once`: a second signal would end the process amid its last answers.
  const stop = () => end().then(() => process.exit(0));
  process.on("SIGTERM", stop).on("SIGINT", stop);
  try {
    end = (await start()).stop;
  } catch (error) {
    if (!(error instanceof BadSettings)) throw error;
    console.error(error.message);
    process.exit(78);
  }
}
