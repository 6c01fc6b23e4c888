// Tables of the schema `core`. Statements are kept as the text of their canonical form: what is hashed is what is stored.
import type { Database as Connection } from "@fairhat/runtime";
import type { Kysely, Transaction } from "kysely";

export type State = "open" | "locked" | "drawn" | "void";

export interface DrawTable {
  id: string;
  title: string;
  organiser: string;
  rule: string;
  /** Canonical form; every parameter of the rule. */
  params: string;
  listed: boolean;
  /** Whether everything that held this draw flushed to disk: false on the embedded database. */
  durable: boolean;
  state: State;
  created_at: string;
  /** Counts the manage keys that were given out for this draw; only the newest is good. */
  generation: number;
  /** SHA-256 of the manage key, hex. */
  manage_hash: string;
  /** Digest of the request that made the draw, where it came with an Idempotency-Key. */
  request_digest: string | null;
  /** The void draw that this one takes the place of. */
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
  /** From here on the openings may be on their way; the draw is finished, not stopped. */
  begun_at: string | null;
  binding_a: string | null;
  binding_b: string | null;
  opening_a: string | null;
  opening_b: string | null;
  outcome: string | null;
  /** {reason, at} */
  void: string | null;
  /** How many of its winners were passed over. */
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

/** Every column of a draw. Statements name them, for `*` gives others while a later version migrates the table. */
export const DRAW_COLUMNS = Object.keys(COLUMNS) as (keyof DrawTable)[];

interface EntriesTable {
  draw: string;
  /** Counted from 0; each but the last holds CHUNK entries. */
  chunk: number;
  /** The entries' canonical forms, joined by commas. */
  data: string;
}

/** A winner who was passed over. Rows are only added. */
export interface PassoverTable {
  draw: string;
  /** Counted from 0 within the draw. */
  number: number;
  position: number;
  /** Core's public key of then, hex. */
  key: string;
  /** Canonical form of {signature, statement}. */
  signed: string;
}

/** The name of an entry of a private draw, as its organiser published it. It goes when the list is erased. */
export interface DisclosureTable {
  draw: string;
  position: number;
  label: string;
  salt: string;
}

/** An address that hears of a draw. */
export interface WebhookTable {
  id: string;
  draw: string;
  url: string;
  /** Signs what is sent: whsec_ and base64, as the Standard Webhooks specification has it. */
  secret: string;
  created_at: string;
  /** How many of the draw's events were delivered. */
  sent: number;
  /** How often the next one was tried. */
  attempts: number;
  /** Status of the last answer; null without one. */
  status: number | null;
  /** When the next attempt is due; null while there is nothing to deliver. */
  next_at: string | null;
  /** Why nothing more is sent: the receiver is gone (410), or did not take an event in all attempts. */
  ended: "gone" | "failed" | null;
}

// A type, not an interface: Kysely wants one that has an index.
export type Tables = {
  draw: DrawTable;
  entries: EntriesTable;
  passover: PassoverTable;
  disclosure: DisclosureTable;
  webhook: WebhookTable;
};

/** What core does with the rows of each table, as its role may. */
export const PRIVILEGES: Record<keyof Tables, string> = {
  draw: "select, insert, update, delete",
  entries: "select, insert, delete",
  passover: "select, insert",
  disclosure: "select, insert, delete",
  webhook: "select, insert, update, delete",
};

export type Db = Connection<Tables>;
export type DbOrTrx = Kysely<Tables> | Transaction<Tables>;
export const SCHEMA = "core";
