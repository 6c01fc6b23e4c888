// GitHub's webhook signature: X-Hub-Signature-256 is the HMAC-SHA256 of the body, in hex.
// https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries
import { createHmac, timingSafeEqual } from "node:crypto";

export function signatureOf(secret: string, body: Uint8Array): string {
  return `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`;
}

/** Whether a delivery was signed with the secret, compared in constant time. */
export function isSigned(secret: string, body: Uint8Array, signature: string | null): boolean {
  const expected = Buffer.from(signatureOf(secret, body));
  const given = Buffer.from(signature ?? "");
  return given.length === expected.length && timingSafeEqual(given, expected);
}
