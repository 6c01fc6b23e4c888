// A form with one long text in it, read while it comes in: application/x-www-form-urlencoded, in UTF-8.
import { Bytes } from "./bytes.ts";
import { notEncoded, parseForm } from "./form.ts";
import { HttpRefusal } from "./problem.ts";

const AND = 0x26;
const EQUALS = 0x3d;
const PERCENT = 0x25;
const PLUS = 0x2b;
const SPACE = 0x20;

const MOST_FIELDS = 200; // a form of ours has about fifty

/** Takes a form in pieces: gives the text of the first field of a name as it comes in, and the other fields at the end. */
export class FormWithText {
  readonly #name: string;
  readonly #mostBytes: number;
  /** All fields as they were sent, without that text. */
  readonly #rest = new Bytes();
  readonly #utf8 = new TextDecoder("utf-8", { fatal: true });
  #wasThere = false;
  #inText = false;
  #inName = true;
  #nameAt = 0; // where in the rest the name of the present field begins
  #fields = 1;
  #escape: number[] = []; // the bytes of %xx that have come so far

  /** The other fields may have `mostBytes` bytes. */
  constructor(name: string, mostBytes: number) {
    this.#name = name;
    this.#mostBytes = mostBytes;
  }

  /** What a piece has of the text, as UTF-8. Throws HttpRefusal. */
  scan(piece: Uint8Array): Uint8Array {
    const text = new Uint8Array(piece.length);
    let length = 0;
    for (let at = 0; at < piece.length; ) {
      if (this.#inText) {
        const end = until(piece, at, AND);
        length += this.#unescape(piece.subarray(at, end), text, length);
        this.#inText = end === piece.length;
        at = end;
      } else at = this.#passField(piece, at);
    }
    this.#demandUtf8(text.subarray(0, length));
    this.#demandShort();
    return text.slice(0, length);
  }

  /** All fields; the long text is empty there. */
  fields(): URLSearchParams {
    if (this.#escape.length > 0) throw notEncoded();
    this.#demandUtf8();
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
      throw new HttpRefusal(400, "too_many_fields", `a form may have at most ${MOST_FIELDS} fields`);
    }
  }

  // RFC 3986, section 2.1; a plus is a space (WHATWG URL, section 5.1).
  #unescape(sent: Uint8Array, text: Uint8Array, from: number): number {
    let length = 0;
    for (const byte of sent) {
      if (this.#escape.length > 0 || byte === PERCENT) {
        this.#escape.push(byte);
        if (this.#escape.length < 3) continue;
        text[from + length] = this.#escaped();
      } else text[from + length] = byte === PLUS ? SPACE : byte;
      length += 1;
    }
    return length;
  }

  #escaped(): number {
    const digits = String.fromCharCode(...this.#escape.splice(0).slice(1));
    if (!/^[0-9a-f]{2}$/i.test(digits)) throw notEncoded();
    return Number.parseInt(digits, 16);
  }

  #demandUtf8(text?: Uint8Array): void {
    try {
      this.#utf8.decode(text, { stream: text !== undefined });
    } catch {
      throw notEncoded();
    }
  }

  #demandShort(): void {
    if (this.#rest.length <= this.#mostBytes) return;
    throw new HttpRefusal(413, "too_large", `the form may have at most ${this.#mostBytes} bytes beside its list`);
  }
}

function until(bytes: Uint8Array, from: number, sign: number): number {
  const at = bytes.indexOf(sign, from);
  return at < 0 ? bytes.length : at;
}
