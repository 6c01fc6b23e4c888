// Core's signing key, for statements that only core can make: passed-over winners. Derived from core's secret, so that
// every instance has the same.
import { createPrivateKey, createPublicKey, hkdfSync, type KeyObject, sign } from "node:crypto";
import { type Signed, signedBytes, toHex } from "@fairhat/protocol";

// RFC 8410: the PKCS#8 prefix of a 32-byte Ed25519 private key.
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

const keys = new Map<string, KeyObject>();

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known) return known;
  const seed = Buffer.from(hkdfSync("sha256", secret, "", "fairhat core signing key", 32));
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  keys.set(secret, key);
  return key;
}

/** The public key, hex. */
export function corePublicKey(secret: string): string {
  const { x = "" } = createPublicKey(keyOf(secret)).export({ format: "jwk" });
  return toHex(Buffer.from(x, "base64url"));
}

export function signedByCore<T extends object>(secret: string, statement: T): Signed<T> {
  return { statement, signature: toHex(sign(null, signedBytes(statement), keyOf(secret))) };
}
