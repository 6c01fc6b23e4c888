// Receipts in a link's fragment, which browsers never send. Short enough for an easily scanned QR code.
import { fromHex, isObject, type Receipt, toHex, utf8 } from "@fairhat/protocol";

const VERSION = 1;
const HASH = 32; // bytes
const ID = 16; // bytes of a draw id, and of a salt

/** The fragment of a receipt's link. */
export function fragmentOf({ draw, manifest, index, entry, label, salt, proof }: Receipt): string {
  const { hidden, masked, tickets = 1, group = null } = entry;
  const text = JSON.stringify([index, label, masked, tickets, group]);
  const parts = [[VERSION], ...[draw, manifest, salt, hidden].map(fromHex), [proof.length], ...proof.map(fromHex)];
  return toBase64Url(new Uint8Array([...parts, utf8(text)].flatMap((part) => [...part])));
}

/** The unchecked receipt in a fragment; null if there is none. */
export function receiptIn(fragment: string): unknown {
  try {
    const bytes = new Bytes(fromBase64Url(fragment));
    if (bytes.next(1)[0] !== VERSION) return null;
    const [draw, manifest, salt, hidden] = [ID, HASH, ID, HASH].map((length) => toHex(bytes.next(length)));
    const proof = Array.from({ length: bytes.next(1)[0] ?? 0 }, () => toHex(bytes.next(HASH)));
    const [index, label, masked, tickets, group] = JSON.parse(new TextDecoder().decode(bytes.rest()));
    const entry = { hidden, masked, ...(tickets !== 1 && { tickets }), ...(group !== null && { group }) };
    return { type: "fairhat/1/receipt", draw, manifest, index, entry, label, salt, proof };
  } catch {
    return null;
  }
}

/** The receipt in a pasted link or file; null if it is neither. */
export function receiptFrom(text: string): unknown {
  const given = text.trim();
  if (!given.startsWith("{")) return receiptIn(given.slice(given.indexOf("#") + 1));
  try {
    const read: unknown = JSON.parse(given);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

class Bytes {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  next(length: number): Uint8Array {
    const taken = this.#bytes.subarray(this.#at, this.#at + length);
    if (taken.length < length) throw new RangeError("the receipt ends too soon");
    this.#at += length;
    return taken;
  }

  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at);
  }
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

function fromBase64Url(text: string): Uint8Array {
  const bytes = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}
