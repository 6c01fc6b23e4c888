import type { Keys } from "./keys.ts";
import type { MonitoredGenerator } from "./monitored.ts";
import type { Db } from "./tables.ts";

/** All that seal, bind and open reach out to; tests bring their own. */
export interface Sealing {
  /** On the service's own schema. */
  db: Db;
  keys: Keys;
  /** Who says to run this service. */
  operator: string;
  generator: MonitoredGenerator;
  /** Milliseconds since 1970. */
  clock(): number;
}

/** The time as the protocol writes it. */
export function nowOf({ clock }: Pick<Sealing, "clock">): string {
  return new Date(clock()).toISOString();
}
