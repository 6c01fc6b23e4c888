import type { Keys } from "./keys.ts";
import type { MonitoredGenerator } from "./monitored.ts";
import type { Db } from "./tables.ts";

/** The dependencies of seal, bind and open; tests inject theirs. */
export interface Sealing {
  /** For the service's schema. */
  db: Db;
  keys: Keys;
  /** The claimed operator of this service. */
  operator: string;
  generator: MonitoredGenerator;
  /** Milliseconds since 1970. */
  clock(): number;
}

/** The time in the protocol's format. */
export function nowOf({ clock }: Pick<Sealing, "clock">): string {
  return new Date(clock()).toISOString();
}
