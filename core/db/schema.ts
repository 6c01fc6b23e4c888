// Tables of the schema `core`. Statements are stored as canonical text: what is hashed is what is stored.
import type { Mask } from "@fairhat/lists";
import { keysOf } from "@fairhat/protocol";
import type { Database as Connection } from "@fairhat/runtime";
import type { Kysely, Transaction } from "kysely";

export type State = "open" | "locked" | "drawn" | "void";

export interface DrawTable {
  id: string;
  title: string;
  organiser: string;
  rule: string;
  /** Canonical form, with every parameter of the rule. */
  params: string;
  listed: boolean;
  /** Whether every database involved flushed to disk: false on the embedded database. */
  durable: boolean;
  state: State;
  created_at: string;
  /** Number of manage keys issued for this draw; only the newest is valid. */
  generation: number;
  /** SHA-256 of the manage key, hex. */
  manage_hash: string;
  /** Digest of the request that made the draw, if it had an Idempotency-Key. */
  request_digest: string | null;
  /** The void draw that this one replaces. */
  previous: string | null;
  entry_count: number;
  entry_tickets: number;
  entry_root: string;
  seal_a: string;
  seal_b: string;
  generator_a: string;
  generator_b: string;
  manifest: string | null;
  /** M */
  manifest_digest: string | null;
  locked_at: string | null;
  draw_after: string | null;
  /** From this time on the openings may have been requested; the draw is finished, not stopped. */
  begun_at: string | null;
  binding_a: string | null;
  binding_b: string | null;
  opening_a: string | null;
  opening_b: string | null;
  outcome: string | null;
  /** {reason, at} */
  void: string | null;
  /** Number of passed-over winners. */
  passed: number;
  /** When its list was erased, which leaves manifest, root, outcome and positions. */
  erased_at: string | null;
}

const COLUMNS: Record<keyof DrawTable, null> = {
  id: null,
  title: null,
  organiser: null,
  rule: null,
  params: null,
  listed: null,
  durable: null,
  state: null,
  created_at: null,
  generation: null,
  manage_hash: null,
  request_digest: null,
  previous: null,
  entry_count: null,
  entry_tickets: null,
  entry_root: null,
  seal_a: null,
  seal_b: null,
  generator_a: null,
  generator_b: null,
  manifest: null,
  manifest_digest: null,
  locked_at: null,
  draw_after: null,
  begun_at: null,
  binding_a: null,
  binding_b: null,
  opening_a: null,
  opening_b: null,
  outcome: null,
  void: null,
  passed: null,
  erased_at: null,
};

/** Every column of a draw. Statements name them, because `*` changes while a later version migrates the table. */
export const DRAW_COLUMNS = keysOf(COLUMNS);

interface EntriesTable {
  draw: string;
  /** From 0; each but the last has CHUNK entries. */
  chunk: number;
  /** The entries' canonical forms, joined by commas. */
  data: string;
}

/** A passed-over winner. Rows are only added. */
export interface PassoverTable {
  draw: string;
  /** Counted from 0 within the draw. */
  number: number;
  position: number;
  /** Core's public key at the time, hex. */
  key: string;
  /** Canonical form of {signature, statement}. */
  signed: string;
}

/** A disclosed name of a private draw. Deleted with the list. */
export interface DisclosureTable {
  draw: string;
  position: number;
  label: string;
  salt: string;
}

/** The key to the names of a private draw that core hid. It goes when the list is erased. */
export interface NamesKeyTable {
  draw: string;
  /** How `masked` is made of a label. */
  mask: Mask;
  /** The data key, encrypted under the manage key (core/draws/envelope.ts). */
  wrapped: string;
}

/** Names and salts of a private list, encrypted under the data key. */
interface NamesTable {
  draw: string;
  /** As of `entries`. */
  chunk: number;
  sealed: string;
}

/** A webhook of a draw. */
export interface WebhookTable {
  id: string;
  draw: string;
  url: string;
  /** Signing secret: whsec_ and base64, as in the Standard Webhooks specification. */
  secret: string;
  created_at: string;
  /** Number of delivered events. */
  sent: number;
  /** Attempts for the next event. */
  attempts: number;
  /** Status of the last answer; null without one. */
  status: number | null;
  /** When the next attempt is due; null if there is nothing to deliver. */
  next_at: string | null;
  /** Why delivery stopped: the receiver is gone (410), or all attempts failed. */
  ended: "gone" | "failed" | null;
}

// A type, not an interface: Kysely needs an index signature.
export type Tables = {
  draw: DrawTable;
  entries: EntriesTable;
  passover: PassoverTable;
  disclosure: DisclosureTable;
  names_key: NamesKeyTable;
  names: NamesTable;
  webhook: WebhookTable;
};

/** The runtime role's privileges per table. */
export const PRIVILEGES: Record<keyof Tables, string> = {
  draw: "select, insert, update, delete",
  entries: "select, insert, delete",
  passover: "select, insert",
  disclosure: "select, insert, delete",
  names_key: "select, insert, update, delete",
  names: "select, insert, delete",
  webhook: "select, insert, update, delete",
};

export type Db = Connection<Tables>;
export type DbOrTrx = Kysely<Tables> | Transaction<Tables>;
export const SCHEMA = "core";
