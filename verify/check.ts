// What a check of docs/protocol.md section 9 is. Pure: what was published and what was known before in, what failed out.
import type { DrawLock, DrawRecord, Side } from "@fairhat/protocol";
import type { Failure } from "./compare.ts";

/** The public keys (64 hex characters each) that a verifier got from elsewhere; any of a side's is good for that side. */
export type Keys = Record<Side, readonly string[]>;

/** What was known before the file was read, and is demanded of it. */
export interface Known {
  keys: Keys;
  /** The draw that was asked for. */
  draw: string | null;
  /** M of a lock that was kept. */
  M: string | null;
  /** A file of passovers, and core's public keys where they are known from elsewhere. */
  passovers: { file: Uint8Array; keys: readonly string[] } | null;
  /** The file of an entrant's receipt. */
  receipt: Uint8Array | null;
  /** What was published of the first draw that this one follows: it holds, or its list is erased. */
  previous: Evidence | null;
}

/** What was published of a draw: a record, or a lock, which has neither openings nor an end. */
export type Evidence = Omit<DrawRecord, "type" | "state" | "entries"> & {
  state: DrawRecord["state"] | "locked";
  /** Null where the list is erased. */
  entries: DrawRecord["entries"] | null;
};

export function evidenceOf({ manifest, entries, seals, bindings }: DrawLock): Evidence {
  const openings = { a: null, b: null };
  return { state: "locked", manifest, entries, seals, bindings, openings, outcome: null, void: null };
}

/** What went into a check, by name. */
export type Facts = Record<string, string>;

/** Hears which part of a check is done, from 0 to 1. */
export type Tell = (part: number) => void;

export interface Check {
  name: string;
  /** What must hold. */
  demand: string;
  /** Why it cannot run on this evidence, after the checks named in `passed` passed; null when it can. */
  skipped?(evidence: Evidence, passed: ReadonlySet<string>): string | null;
  facts(evidence: Evidence, known: Known): Facts;
  /** What is wrong, or null when it holds. Where the list may be long, `tell` hears how much of it is done. */
  failure(evidence: Evidence, known: Known, tell: Tell): Failure | null;
}
