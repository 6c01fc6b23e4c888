// Parses a form with one long text while it is received: application/x-www-form-urlencoded, in UTF-8.
import { Bytes } from "./bytes.ts";
import { notEncoded, parseForm } from "./form.ts";
import { refusal } from "./problem.ts";

const AND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

// Value of a hexadecimal digit, by its byte; -1 for other bytes.
const DIGITS = Int8Array.from({ length: 256 }, (_, byte) =>
  "0123456789abcdef".indexOf(String.fromCharCode(byte).toLowerCase()),
);
const NOTHING = new Uint8Array();

const MOST_FIELDS = 200; // our forms have about fifty

/**
 * Parses a form in pieces: yields the text of the first field of a given name as it arrives, and the other fields at
 * the end.
 */
export class FormWithText {
  readonly #name: string;
  readonly #mostBytes: number;
  /** All fields as sent, without that text. */
  readonly #rest = new Bytes();
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  #wasThere = false;
  #inText = false;
  #inName = true;
  #nameAt = 0; // start of the current field's name in the rest
  #fields = 1;
  #begun: Uint8Array = NOTHING; // an incomplete escape

  /** `mostBytes` limits the other fields. */
  constructor(name: string, mostBytes: number) {
    this.#name = name;
    this.#mostBytes = mostBytes;
  }

  /** The piece's part of the text, as UTF-8. Throws HttpRefusal. */
  scan(sent: Uint8Array): Uint8Array {
    const piece = this.#begun.length > 0 ? Buffer.concat([this.#begun, sent]) : sent;
    this.#begun = NOTHING;
    const text = new Uint8Array(piece.length);
    let length = 0;
    for (let at = 0; at < piece.length; ) {
      if (this.#inText) {
        const end = until(piece, at, AND);
        this.#inText = end === piece.length;
        length += this.#unescape(piece.subarray(at, end), text.subarray(length));
        at = end;
      } else at = this.#passField(piece, at);
    }
    this.#assertUtf8(text.subarray(0, length));
    this.#assertShort();
    return text.slice(0, length);
  }

  /** All fields; the long text is empty. */
  fields(): URLSearchParams {
    if (this.#begun.length > 0) throw notEncoded();
    this.#assertUtf8();
    return parseForm(this.#rest.view());
  }

  #passField(piece: Uint8Array, from: number): number {
    const and = until(piece, from, AND);
    const end = this.#inName ? Math.min(until(piece.subarray(0, and), from, EQUALS) + 1, and) : and;
    this.#rest.add(piece.subarray(from, end));
    if (end === from) this.#nextField();
    else if (this.#inName && piece[end - 1] === EQUALS) this.#endName();
    return end === from ? from + 1 : end;
  }

  #endName(): void {
    this.#inName = false;
    const name = new TextDecoder().decode(this.#rest.view(this.#nameAt)).slice(0, -1);
    this.#inText = !this.#wasThere && name === this.#name;
    this.#wasThere ||= this.#inText;
  }

  #nextField(): void {
    this.#rest.add(Uint8Array.of(AND));
    this.#inName = true;
    this.#nameAt = this.#rest.length;
    this.#fields += 1;
    if (this.#fields > MOST_FIELDS) {
      throw refusal("too_many_fields", { most: MOST_FIELDS });
    }
  }

  // An escape cut off at the end of a piece continues in the next one, unless the field ends there.
  #unescape(sent: Uint8Array, into: Uint8Array): number {
    const cut = this.#inText ? sent.length - startOfEscape(sent) : 0;
    if (cut > 0) this.#begun = sent.slice(-cut);
    return unescaped(cut > 0 ? sent.subarray(0, -cut) : sent, into);
  }

  #assertUtf8(text?: Uint8Array): void {
    try {
      this.#utf8.decode(text, { stream: text !== undefined });
    } catch {
      throw notEncoded();
    }
  }

  #assertShort(): void {
    if (this.#rest.length <= this.#mostBytes) return;
    throw refusal("too_large", { what: "form beside its list", most: this.#mostBytes });
  }
}

function until(bytes: Uint8Array, from: number, sign: number): number {
  const at = bytes.indexOf(sign, from);
  return at < 0 ? bytes.length : at;
}

/** Start of an incomplete escape at the end; the length if there is none. */
function startOfEscape(bytes: Uint8Array): number {
  const { length } = bytes;
  if (bytes[length - 1] === PERCENT) return length - 1;
  return bytes[length - 2] === PERCENT ? length - 2 : length;
}

/**
 * Decodes %xx (RFC 3986, section 2.1) and + for a space (WHATWG URL, section 5.1). Returns the number of bytes written.
 */
function unescaped(sent: Uint8Array, into: Uint8Array): number {
  let length = 0;
  for (let at = 0; at < sent.length; at += 1) {
    const byte = sent[at] as number;
    if (byte !== PERCENT) into[length] = byte === PLUS ? SPACE : byte;
    else {
      const value = ((DIGITS[sent[at + 1] ?? 0] as number) << 4) | (DIGITS[sent[at + 2] ?? 0] as number);
      if (value < 0) throw notEncoded();
      into[length] = value;
      at += 2;
    }
    length += 1;
  }
  return length;
}
