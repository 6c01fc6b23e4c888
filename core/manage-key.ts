// The organiser's key: made from core's secret, so that a repeated request gets it again and only its hash is kept.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { DrawTable } from "./db/schema.ts";

/** The manage key of a draw, 43 characters that need no escaping in a URL. `secret` is core's own. */
export function manageKey(secret: string, { id, generation }: Pick<DrawTable, "id" | "generation">): string {
  return createHmac("sha256", secret).update(`manage ${id} ${generation}`).digest("base64url");
}

/** The key that replaces the one before it. The same `token` makes the same key, so that a request can be repeated; nobody else can guess it. */
export function replacedKey(
  secret: string,
  { id, generation }: Pick<DrawTable, "id" | "generation">,
  token: string,
): string {
  return createHmac("sha256", secret).update(`manage ${id} ${generation} ${token}`).digest("base64url");
}

/** What is kept of a manage key: SHA-256, hex. */
export function manageHash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether `key` is the one of the draw; takes as long for a draw that is not there. */
export function opens(key: string, draw: Pick<DrawTable, "manage_hash"> | undefined): boolean {
  const kept = draw?.manage_hash ?? manageHash("");
  const same = timingSafeEqual(Buffer.from(manageHash(key)), Buffer.from(kept));
  return same && draw !== undefined;
}

/** The draw id that a request with this Idempotency-Key makes, each time anew: 32 hex characters. */
export function repeatedId(secret: string, idempotencyKey: string): string {
  return createHmac("sha256", secret).update(`draw ${idempotencyKey}`).digest("hex").slice(0, 32);
}
