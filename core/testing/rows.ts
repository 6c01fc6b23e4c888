// Rows of draws for repository tests: every column filled, deterministic except for the id.
import type { DrawTable } from "../db/schema.ts";

export const CREATED = "2026-11-22T12:00:00.000Z";
export const LOCKED = "2026-11-22T12:05:00.000Z";
export const BOUND = "2026-11-22T12:05:01.000Z";
export const OPENED = "2026-11-22T12:05:02.000Z";

let made = 0;

/** 32 hex characters, different each time. */
export function nextId(): string {
  made += 1;
  return made.toString(16).padStart(32, "0");
}

const statement = (members: object) => JSON.stringify({ signature: "00".repeat(64), statement: members });

const sealBy = (side: string) =>
  statement({ service: side.repeat(64), operator: `Operator ${side}`, commitment: side.repeat(64), issuedAt: CREATED });

/** An open draw without a list. */
export function openRow(changes: Partial<DrawTable> = {}): DrawTable {
  return {
    ...{ id: nextId(), title: "Three books", organiser: "The reading circle", rule: "order/1", params: "{}" },
    ...{ listed: false, durable: true, state: "open", created_at: CREATED, request_digest: null },
    ...{ previous: null },
    ...{ generation: 1, manage_hash: "00".repeat(32) },
    ...{ entry_count: 0, entry_tickets: 0, entry_root: "ee".repeat(32) },
    ...{ seal_a: sealBy("a"), generator_a: "A", seal_b: sealBy("b"), generator_b: "B" },
    ...{ manifest: null, manifest_digest: null, locked_at: null, draw_after: null, begun_at: null },
    binding_a: null,
    binding_b: null,
    opening_a: null,
    opening_b: null,
    outcome: null,
    void: null,
    passed: 0,
    erased_at: null,
    ...changes,
  };
}

/** One locked to be drawn by hand. */
export function lockedRow(changes: Partial<DrawTable> = {}): DrawTable {
  const lock = { manifest: '{"draw":"…"}', manifest_digest: "dd".repeat(32), locked_at: LOCKED, draw_after: LOCKED };
  return openRow({ state: "locked", ...lock, ...changes });
}

export const ANSWERS = {
  binding_a: statement({ boundAt: BOUND }),
  binding_b: statement({ boundAt: LOCKED }),
  opening_a: statement({ openedAt: BOUND, secret: "aa".repeat(32) }),
  opening_b: statement({ openedAt: OPENED, secret: "bb".repeat(32) }),
};

/** A finished one with this result. */
export function drawnRow(result: object, changes: Partial<DrawTable> = {}): DrawTable {
  const outcome = JSON.stringify({ result, rule: "order/1", seed: "5e".repeat(32) });
  return lockedRow({ state: "drawn", begun_at: LOCKED, ...ANSWERS, outcome, ...changes });
}

export function voidRow(changes: Partial<DrawTable> = {}): DrawTable {
  return lockedRow({ state: "void", void: JSON.stringify({ reason: "too few came", at: OPENED }), ...changes });
}
