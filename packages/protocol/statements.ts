// The statements of protocol 1, docs/protocol.md sections 1 to 5. Each shape is the only description of what is hashed
// or signed.

import { canonical, digest } from "./canonical.ts";
import { fromHex, utf8 } from "./hex.ts";
import { typed } from "./phrases.ts";
import {
  anyObject,
  constant,
  hex,
  integer,
  nullable,
  type Of,
  object,
  oneOf,
  pattern,
  refined,
  type Shape,
  text,
  time,
} from "./shape.ts";
import { verifies } from "./signature.ts";

export const drawId = hex(16);
export const publicKey = hex(32);
export const hash = hex(32);
export const ruleName = pattern(/^[a-z]{1,32}\/[1-9][0-9]{0,8}$/, { code: "rule_name" });
export const title = text(1, 200);
export const organiser = text(0, 200);
export const operator = text(0, 200);
export const reason = text(1, 200);

const count = integer(0);

export const seal = object({
  type: constant("fairhat/1/seal"),
  service: publicKey,
  operator,
  draw: drawId,
  commitment: hash,
  issuedAt: time,
});
export type Seal = Of<typeof seal>;

const manifestMembers = object({
  type: constant("fairhat/1/manifest"),
  draw: drawId,
  title,
  organiser,
  createdAt: time,
  lockedAt: time,
  drawAfter: nullable(time),
  rule: ruleName,
  params: anyObject,
  entries: object({ count, tickets: count, root: hash }),
  seals: object({ a: hash, b: hash }),
  policy: object({ substitutes: oneOf("none", "alternates"), redraw: oneOf("never", "void") }),
  previous: nullable(drawId),
  beacon: constant(null),
});
export type Manifest = Of<typeof manifestMembers>;

export const manifest = refined(manifestMembers, ({ draw, previous }) =>
  previous === draw ? { at: "previous", expected: { code: "another_draw" }, found: typed(draw) } : null,
);

export const binding = object({
  type: constant("fairhat/1/binding"),
  service: publicKey,
  draw: drawId,
  manifest: hash,
  boundAt: time,
});
export type Binding = Of<typeof binding>;

export const opening = object({
  type: constant("fairhat/1/opening"),
  service: publicKey,
  draw: drawId,
  manifest: hash,
  secret: hex(32),
  openedAt: time,
});
export type Opening = Of<typeof opening>;

/** A statement and the Ed25519 signature over its canonical form, 128 hex characters: S of the protocol. */
export interface Signed<T> {
  statement: T;
  signature: string;
}

export function signed<T>(statement: Shape<T>): Shape<Signed<T>> {
  return object({ statement, signature: hex(64) });
}

/** The signed bytes of a statement. */
export function signedBytes(statement: object): Uint8Array {
  return utf8(canonical(statement));
}

/** Whether the signature is valid for the `service` in the statement. */
export function signatureHolds(signed: Signed<{ service: string }>): boolean {
  return isSignedBy(signed.statement.service, signed);
}

/** Whether the signature is valid for a public key (64 hex characters). */
export function isSignedBy(key: string, { statement, signature }: Signed<object>): boolean {
  return verifies(fromHex(signature), signedBytes(statement), fromHex(key));
}

/**
 * The commitment of a seal to a secret (64 hex characters). The key in it keeps one service from copying the other's.
 */
export function commitment(service: string, draw: string, secret: string): string {
  return digest({ draw, secret, service, type: "fairhat/1/secret" });
}
