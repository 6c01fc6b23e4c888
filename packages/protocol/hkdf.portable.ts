// HKDF for runtimes without a synchronous one: browsers.
import { hkdf as derive } from "@noble/hashes/hkdf.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** HKDF-SHA256 (RFC 5869): `length` bytes. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return derive(sha256, secret, salt, info, length);
}
