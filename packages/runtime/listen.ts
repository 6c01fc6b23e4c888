// Where a process listens.
import type { Settings } from "./settings.ts";

export interface Place {
  hostname: string;
  /** 0 lets the system choose. */
  port: number;
  /** Where it tells its metrics, a port that no proxy leads to; null for nowhere. */
  metricsPort: number | null;
  /** Milliseconds from /ready saying no to the first connection that is refused; a proxy turns to others in that time. */
  drain: number;
  /** Milliseconds from being asked to stop to the end, whatever is not finished then. */
  grace: number;
}

const LONGEST_DRAIN = 5; // seconds: the rest of the grace is for finishing
const GRACE = 8; // seconds, less than the ten after which Docker kills what has no grace of its own

/** The settings HOST, PORT, METRICS_PORT, DRAIN_SECONDS and GRACE_SECONDS. */
export function place(settings: Settings, port: number): Place {
  const metricsPort = settings.text("METRICS_PORT", "") ? settings.port("METRICS_PORT", 0) : null;
  return {
    hostname: settings.text("HOST", "0.0.0.0"),
    port: settings.port("PORT", port),
    metricsPort,
    drain: settings.integer("DRAIN_SECONDS", { from: 0, to: LONGEST_DRAIN }, 1) * 1_000,
    grace: settings.integer("GRACE_SECONDS", { from: GRACE, to: 300 }, GRACE) * 1_000,
  };
}

/** On loopback, for a process that holds several services; nobody else comes in. */
export function inside(port: number): Place {
  return { hostname: "127.0.0.1", port, metricsPort: null, drain: 0, grace: GRACE * 1_000 };
}
