export { bytesToHex as toHex, hexToBytes as fromHex } from "@noble/hashes/utils.js";

const encoder = new TextEncoder();

export function utf8(text: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(text);
}
