// docs/protocol.md, section 6: the seed of a draw.

import { concatBytes } from "@noble/hashes/utils.js";
import { hkdf } from "#hkdf";
import { fromHex, toHex, utf8 } from "./hex.ts";

const INFO = utf8("fairhat/1/seed");

/** The seed (64 hex characters) from manifest digest M and both secrets (64 hex characters each): HKDF, RFC 5869. */
export function seedOf(M: string, secretA: string, secretB: string): string {
  const secrets = concatBytes(fromHex(secretA), fromHex(secretB));
  return toHex(hkdf(secrets, fromHex(M), INFO, 32));
}
