// Tables of a random service's schema. Statements are kept with their signatures, as text: they are repeated as they were given.
import type { Database } from "@fairhat/runtime";

/** One row for a draw, for ever. */
export interface SealTable {
  draw: string;
  /** Name of the core that had it sealed. */
  core: string;
  /** Public key that the seal was made with. */
  key: string;
  /** Name of the generator that made the secret. */
  generator: string;
  issued_at: string;
  /** Digest of the seal. */
  digest: string;
  /** S of the seal, JSON, as `binding` and `opening` are of theirs. */
  seal: string;
  /** M, once bound. */
  manifest: string | null;
  draw_after: string | null;
  bound_at: string | null;
  binding: string | null;
  opened_at: string | null;
  opening: string | null;
}

/** Apart from the seals, so that a backup can leave this table out and a reader of seals never touches it. */
export interface SecretTable {
  draw: string;
  /** 32 bytes, hex. */
  secret: string;
}

/** The public keys that ever made seals here. */
interface KeyTable {
  key: string;
  since: string;
}

/** The public keys that may make signatures here. A backup leaves them out: a restored store starts with a new key. */
interface LivingKeyTable {
  key: string;
}

/** The private keys that this service made for itself, where none came from a file. A backup leaves them out as well. */
interface OwnKeyTable {
  /** Counted up: the highest one's key makes the seals. */
  slot: number;
  pem: string;
}

/** The one row that names this store. A backup leaves it out: a restored store is another one. */
interface StoreTable {
  /** 16 random bytes, hex. */
  id: string;
}

export type Tables = {
  seal: SealTable;
  secret: SecretTable;
  key: KeyTable;
  living_key: LivingKeyTable;
  own_key: OwnKeyTable;
  store: StoreTable;
};

/** Tables that a backup leaves out. The secrets of opened seals stand in their openings. */
export const LEFT_OUT = ["secret", "own_key", "living_key", "store"] satisfies (keyof Tables)[];

/** What the service does with the rows of each table, as its role may. Nothing but `restored` deletes any. */
export const PRIVILEGES: Record<keyof Tables, string> = {
  seal: "select, insert, update",
  secret: "select, insert",
  key: "select, insert",
  living_key: "select, insert, delete",
  own_key: "select, insert",
  store: "select, insert, delete",
};

export type Db = Database<Tables>;
