// SHA-256 for runtimes without a synchronous one: browsers.
import { sha256 as hash } from "@noble/hashes/sha2.js";

/** SHA-256 (FIPS 180-4) of `data`: 32 bytes, written into `into` if given. */
export function sha256(data: Uint8Array, into: Uint8Array = new Uint8Array(32)): Uint8Array {
  hash.create().update(data).digestInto(into);
  return into;
}
