// The type of a check in docs/protocol.md section 9. Pure: from published and previously known data to failures.
import type { DrawLock, DrawRecord, Side } from "@fairhat/protocol";
import type { Failure } from "./compare.ts";

/** The public keys (64 hex characters each) known from elsewhere; any key of a side is valid for that side. */
export type Keys = Record<Side, readonly string[]>;

/** What was known before the file was read, and is required of it. */
export interface Known {
  keys: Keys;
  /** The expected draw. */
  draw: string | null;
  /** M of a lock that was kept. */
  M: string | null;
  /** A file of passovers, and core's public keys if known from elsewhere. */
  passovers: { file: Uint8Array; keys: readonly string[] } | null;
  /** The file of an entrant's receipt. */
  receipt: Uint8Array | null;
  /** What was published of the first draw that this one follows: it holds, or its list is erased. */
  previous: Evidence | null;
}

/** The published data of a draw: a record, or a lock, which has no openings and no end. */
export type Evidence = Omit<DrawRecord, "type" | "state" | "entries"> & {
  state: DrawRecord["state"] | "locked";
  /** Null if the list is erased. */
  entries: DrawRecord["entries"] | null;
};

export function evidenceOf({ manifest, entries, seals, bindings }: DrawLock): Evidence {
  const openings = { a: null, b: null };
  return { state: "locked", manifest, entries, seals, bindings, openings, outcome: null, void: null };
}

/** The inputs of a check, by name. */
export type Facts = Record<string, string>;

/** Called with the finished part of a check, from 0 to 1. */
export type Tell = (part: number) => void;

export interface Check {
  name: string;
  /** The requirement. */
  demand: string;
  /** Why it cannot run on this evidence, after the checks in `passed` passed; null if it can. */
  skipped?(evidence: Evidence, passed: ReadonlySet<string>): string | null;
  facts(evidence: Evidence, known: Known): Facts;
  /** The failure, or null. For long lists, `tell` receives progress. */
  failure(evidence: Evidence, known: Known, tell: Tell): Failure | null;
}
