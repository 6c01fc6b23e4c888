// The response types of a random service, imported by its clients.
import type { Binding, Opening, Seal, Signed } from "@fairhat/protocol";

export interface Sealed {
  seal: Signed<Seal>;
  /** Name of the generator that made the secret. */
  generator: string;
  /** Why it can no longer be bound or opened; null if it can, or if it is opened. */
  lost: "key_retired" | "secret_lost" | null;
}

export interface Bound {
  binding: Signed<Binding>;
}

export interface Opened extends Bound {
  opening: Signed<Opening>;
}

/** Everything public about a draw; the secret appears only in the opening. */
export interface Published {
  seal: Signed<Seal>;
  binding: Signed<Binding> | null;
  opening: Signed<Opening> | null;
  generator: string;
}

export interface RandomAbout {
  /** The public key that makes new seals. */
  service: string;
  operator: string;
  generator: string;
  /** Whether its database flushes before it answers. */
  durable: boolean;
  keys: PublishedKey[];
}

export interface PublishedKey {
  key: string;
  /** When the key was created. */
  from: string;
  /** When it made its last seal; null for the current key. */
  until: string | null;
  /** Whether it signs nothing more, because the store was restored. */
  retired: boolean;
}
