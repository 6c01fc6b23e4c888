// Tables of a random service's schema. Signed statements are stored as text, because they are repeated byte for byte.
import type { Database } from "@fairhat/runtime";

/** One permanent row per draw. */
export interface SealTable {
  draw: string;
  /** The core that requested the seal. */
  core: string;
  /** The seal's public key. */
  key: string;
  /** The generator of the secret. */
  generator: string;
  issued_at: string;
  /** Digest of the seal. */
  digest: string;
  /** S of the seal as JSON, as in `binding` and `opening`. */
  seal: string;
  /** M, once bound. */
  manifest: string | null;
  draw_after: string | null;
  bound_at: string | null;
  binding: string | null;
  opened_at: string | null;
  opening: string | null;
}

/** Separate from the seals, so that a backup can omit it and readers of seals never touch it. */
export interface SecretTable {
  draw: string;
  /** 32 bytes, hex. */
  secret: string;
}

/** The public keys that ever sealed here. */
interface KeyTable {
  key: string;
  since: string;
}

/** The public keys that may sign here. Omitted from backups: a restored store starts with a new key. */
interface LivingKeyTable {
  key: string;
}

/** The private keys generated here, if none came from a file. Omitted from backups. */
interface OwnKeyTable {
  /** Increasing: the key with the highest slot makes new seals. */
  slot: number;
  pem: string;
}

/** The row with this store's id. Omitted from backups: a restored store is another one. */
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

/** Tables omitted from backups. Secrets of opened seals are in their openings. */
export const OMITTED_FROM_BACKUPS = ["secret", "own_key", "living_key", "store"] satisfies (keyof Tables)[];

/** The runtime role's privileges per table. Only `restored` deletes rows. */
export const PRIVILEGES: Record<keyof Tables, string> = {
  seal: "select, insert, update",
  secret: "select, insert",
  key: "select, insert",
  living_key: "select, insert, delete",
  own_key: "select, insert",
  store: "select, insert, delete",
};

export type Db = Database<Tables>;
