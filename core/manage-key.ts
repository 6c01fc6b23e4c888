// The organiser's key: derived from core's secret, so that a repeated request gets it again and only its hash is
// stored.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import type { DrawTable } from "./db/schema.ts";

/** The manage key of a draw, 43 URL-safe characters. `secret` is core's. */
export function manageKey(secret: string, { id, generation }: Pick<DrawTable, "id" | "generation">): string {
  return createHmac("sha256", secret).update(`manage ${id} ${generation}`).digest("base64url");
}

/**
 * The key that replaces the previous one. The same `token` gives the same key, so that a request can be repeated; it
 * cannot be guessed.
 */
export function replacedKey(
  secret: string,
  { id, generation }: Pick<DrawTable, "id" | "generation">,
  token: string,
): string {
  return createHmac("sha256", secret).update(`manage ${id} ${generation} ${token}`).digest("base64url");
}

/** The stored hash of a manage key: SHA-256, hex. */
export function manageHash(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Whether `key` is the draw's; takes equally long for an unknown draw. */
export function opens(key: string, draw: Pick<DrawTable, "manage_hash"> | undefined): boolean {
  const kept = draw?.manage_hash ?? manageHash("");
  const same = timingSafeEqual(Buffer.from(manageHash(key)), Buffer.from(kept));
  return same && draw !== undefined;
}

/** The draw id for this Idempotency-Key, always the same: 32 hex characters. */
export function repeatedId(secret: string, idempotencyKey: string): string {
  return createHmac("sha256", secret).update(`draw ${idempotencyKey}`).digest("hex").slice(0, 32);
}
