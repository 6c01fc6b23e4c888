// Where a process listens.
import type { Settings } from "./settings.ts";

export interface ListenOptions {
  hostname: string;
  /** 0 lets the system choose. */
  port: number;
  /** Port for metrics, which no proxy forwards to; null for none. */
  metricsPort: number | null;
  /** Milliseconds from /ready failing until connections are refused; proxies switch to other replicas in that time. */
  drain: number;
  /** Milliseconds from the stop request until the process ends, finished or not. */
  grace: number;
}

const LONGEST_DRAIN = 5; // seconds: the rest of the grace period is for finishing
const GRACE = 8; // seconds, less than Docker's default of ten before it kills

/** The settings HOST, PORT, METRICS_PORT, DRAIN_SECONDS and GRACE_SECONDS. */
export function listenOptions(settings: Settings, port: number): ListenOptions {
  const metricsPort = settings.text("METRICS_PORT", "") ? settings.port("METRICS_PORT", 0) : null;
  return {
    hostname: settings.text("HOST", "0.0.0.0"),
    port: settings.port("PORT", port),
    metricsPort,
    drain: settings.integer("DRAIN_SECONDS", { from: 0, to: LONGEST_DRAIN }, 1) * 1_000,
    grace: settings.integer("GRACE_SECONDS", { from: GRACE, to: 300 }, GRACE) * 1_000,
  };
}

/** On loopback only, for a process that contains several services. */
export function loopback(port: number): ListenOptions {
  return { hostname: "127.0.0.1", port, metricsPort: null, drain: 0, grace: GRACE * 1_000 };
}
