// Envelope encryption of names that core hid: AES-256-GCM (NIST SP 800-38D) under a data key of each draw, which is wrapped
// under a key derived from the organiser's manage key by HKDF-SHA256 (RFC 5869).
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from "node:crypto";
import type { Revealed } from "@fairhat/protocol";

const CIPHER = "aes-256-gcm";
const KEY = 32; // bytes
const IV = 12; // bytes
const TAG = 16; // bytes
const BLOCK = 1_024; // bytes: the length of what is stored does not give away that of a name

export function newDataKey(): Uint8Array {
  return randomBytes(KEY);
}

/** The data key of a draw, encrypted under its manage key; base64. */
export function wrapKey(dataKey: Uint8Array, draw: string, manageKey: string): string {
  return encrypt(derived(draw, manageKey, "wrap"), dataKey, `key ${draw}`);
}

/** The data key of a draw. Throws unless `manageKey` is the one that it is wrapped under. */
export function unwrapKey(wrapped: string, draw: string, manageKey: string): Uint8Array {
  return decrypt(derived(draw, manageKey, "wrap"), wrapped, `key ${draw}`);
}

/** A chunk of names in list order, encrypted; base64. Bound to its draw and number. */
export function sealNames(dataKey: Uint8Array, draw: string, chunk: number, names: readonly Revealed[]): string {
  const json = Buffer.from(JSON.stringify(names.map(({ label, salt }) => [label, salt])));
  const padded = Buffer.alloc(Math.ceil(json.length / BLOCK) * BLOCK, " ");
  json.copy(padded);
  return encrypt(dataKey, padded, `names ${draw} ${chunk}`);
}

/** The names of such a chunk. Throws if it was changed. */
export function openNames(dataKey: Uint8Array, draw: string, chunk: number, sealed: string): Revealed[] {
  const names: [string, string][] = JSON.parse(decrypt(dataKey, sealed, `names ${draw} ${chunk}`).toString());
  return names.map(([label, salt]) => ({ label, salt }));
}

/** Digest of a request that has names in it: without the manage key, nobody can test guesses against it. */
export function keyedDigest(draw: string, manageKey: string, digest: string): string {
  return createHmac("sha256", derived(draw, manageKey, "request"))
    .update(digest)
    .digest("hex");
}

function derived(draw: string, manageKey: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", manageKey, draw, `fairhat names ${purpose}`, KEY));
}

function encrypt(key: Uint8Array, plain: Uint8Array, bound: string): string {
  const iv = randomBytes(IV);
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(Buffer.from(bound));
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString("base64");
}

function decrypt(key: Uint8Array, sealed: string, bound: string): Buffer {
  const bytes = Buffer.from(sealed, "base64");
  const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV), { authTagLength: TAG });
  decipher.setAAD(Buffer.from(bound)).setAuthTag(bytes.subarray(-TAG));
  return Buffer.concat([decipher.update(bytes.subarray(IV, -TAG)), decipher.final()]);
}
