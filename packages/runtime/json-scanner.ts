// Limits on the depth and size of JSON, enforced while it is received, before it is parsed or kept (RFC 8259).
import { type HttpRefusal, refusal } from "./problem.ts";

const DEEPEST = 32; // levels, as in a record, so that recursive code never exhausts the stack
const MOST_MEMBERS = 100; // of an object; ours have fewer than twenty

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

// Classes of a byte outside strings: part of a number or word, white space, punctuation.
const [OTHER, SPACE, SIGN] = [0, 1, 2];
const KINDS = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d]) KINDS[byte] = SPACE;
for (const byte of [QUOTE, COMMA, COLON, LIST, LIST_END, OBJECT, OBJECT_END]) KINDS[byte] = SIGN;

/**
 * Scans JSON in pieces, in linear time. Throws HttpRefusal as soon as a limit is passed; JSON.parse checks the grammar.
 */
export class JsonScanner {
  /** Members of all objects so far. */
  members = 0;
  /** Open lists and objects. */
  protected depth = 0;
  /** Strings, numbers, words, lists and objects so far, including member names. */
  protected tokens = 0;
  protected mostTokens: number;
  readonly #opened = new Uint8Array(DEEPEST + 1);
  readonly #membersAt = new Uint8Array(DEEPEST + 1);
  #inString = false;
  #escaped = false;
  #inScalar = false;

  constructor(mostTokens: number) {
    this.mostTokens = mostTokens;
  }

  scan(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#inString) at = this.#passString(piece, at);
      else at = this.#passOutside(piece, at);
    }
  }

  // Hooks for subclasses; `at` is the punctuation's index in the piece.
  protected stringBegins(_at: number): void {}
  protected memberNamed(_piece: Uint8Array, _at: number): void {}
  protected valueEnds(_piece: Uint8Array, _at: number): void {}
  protected opens(_piece: Uint8Array, _at: number, _list: boolean): void {}
  protected closes(_piece: Uint8Array, _at: number): void {}
  protected spaces(_piece: Uint8Array, _from: number, _to: number): void {}

  #passString(piece: Uint8Array, from: number): number {
    let escaped = this.#escaped;
    for (let at = from; at < piece.length; at += 1) {
      const byte = piece[at];
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) {
        this.#escaped = false;
        this.#inString = false;
        return at + 1;
      }
    }
    this.#escaped = escaped;
    return piece.length;
  }

  #passOutside(piece: Uint8Array, at: number): number {
    const kind = KINDS[piece[at] as number];
    if (kind === OTHER) return this.#passScalar(piece, at);
    this.#inScalar = false;
    if (kind === SPACE) return this.#passSpaces(piece, at);
    this.#passSign(piece, at);
    return at + 1;
  }

  #passScalar(piece: Uint8Array, from: number): number {
    if (!this.#inScalar) this.#count();
    this.#inScalar = true;
    let at = from + 1;
    while (at < piece.length && KINDS[piece[at] as number] === OTHER) at += 1;
    return at;
  }

  #passSpaces(piece: Uint8Array, from: number): number {
    let at = from + 1;
    while (at < piece.length && KINDS[piece[at] as number] === SPACE) at += 1;
    this.spaces(piece, from, at);
    return at;
  }

  #passSign(piece: Uint8Array, at: number): void {
    const byte = piece[at] as number;
    if (byte === QUOTE) {
      this.#count();
      this.#inString = true;
      this.stringBegins(at);
    } else if (byte === COMMA) this.valueEnds(piece, at);
    else if (byte === COLON) this.#name(piece, at);
    else if (byte === LIST || byte === OBJECT) this.#open(piece, at, byte);
    else this.#close(piece, at, byte);
  }

  #count(): void {
    this.tokens += 1;
    if (this.tokens <= this.mostTokens) return;
    throw refusal("too_many_values", { most: this.mostTokens });
  }

  #open(piece: Uint8Array, at: number, byte: number): void {
    this.#count();
    this.opens(piece, at, byte === LIST);
    this.depth += 1;
    if (this.depth > DEEPEST) {
      throw refusal("too_deep", { most: DEEPEST });
    }
    this.#opened[this.depth] = byte;
    this.#membersAt[this.depth] = 0;
  }

  #close(piece: Uint8Array, at: number, byte: number): void {
    const opening = byte === LIST_END ? LIST : OBJECT;
    if (this.depth === 0 || this.#opened[this.depth] !== opening) throw notJson("brackets do not match");
    this.closes(piece, at);
    this.depth -= 1;
  }

  #name(piece: Uint8Array, at: number): void {
    if (this.#opened[this.depth] !== OBJECT || this.depth === 0) throw notJson("a colon outside of an object");
    this.members += 1;
    const members = (this.#membersAt[this.depth] as number) + 1;
    this.#membersAt[this.depth] = members;
    if (members > MOST_MEMBERS) {
      throw refusal("too_many_members", { most: MOST_MEMBERS });
    }
    this.memberNamed(piece, at);
  }
}

export function notJson(why: string): HttpRefusal {
  return refusal("not_json", { why });
}
