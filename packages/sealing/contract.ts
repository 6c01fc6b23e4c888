// What a random service answers: its cores and everyone else import these types.
import type { Binding, Opening, Seal, Signed } from "@fairhat/protocol";

export interface Sealed {
  seal: Signed<Seal>;
  /** Name of the generator that made the secret. */
  generator: string;
  /** Why it can never be bound or opened any more; null while it can, or is opened. */
  lost: "key_retired" | "secret_lost" | null;
}

export interface Bound {
  binding: Signed<Binding>;
}

export interface Opened extends Bound {
  opening: Signed<Opening>;
}

/** What anyone may read of a draw: everything but the secret, which is out once the opening is. */
export interface Published {
  seal: Signed<Seal>;
  binding: Signed<Binding> | null;
  opening: Signed<Opening> | null;
  generator: string;
}

export interface RandomAbout {
  /** The public key that makes its seals now. */
  service: string;
  operator: string;
  generator: string;
  /** Whether its database flushes what it answers. */
  durable: boolean;
  keys: PublishedKey[];
}

export interface PublishedKey {
  key: string;
  /** When it was made. */
  from: string;
  /** When it made its last seal; null for the key that makes them now. */
  until: string | null;
  /** Whether nothing is sealed, bound or opened with it any more: the store was restored. */
  retired: boolean;
}
