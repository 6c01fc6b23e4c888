// JSON counted byte by byte while it comes in, before anything is parsed or kept: how deep it nests, how much it holds (RFC 8259).
import { HttpRefusal } from "./problem.ts";

const DEEPEST = 32; // levels, as in a record; code that reads a value by recursion never runs out of stack
const MOST_MEMBERS = 100; // of an object; ours have fewer than twenty

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const LIST = 0x5b;
const LIST_END = 0x5d;
const OBJECT = 0x7b;
const OBJECT_END = 0x7d;

// What a byte outside of strings is: part of a number or word, white space or a comma, or a sign that changes the nesting.
const [OTHER, SPACE, SIGN] = [0, 1, 2];
const KINDS = new Uint8Array(256);
for (const byte of [0x20, 0x09, 0x0a, 0x0d, 0x2c]) KINDS[byte] = SPACE;
for (const byte of [QUOTE, COLON, LIST, LIST_END, OBJECT, OBJECT_END]) KINDS[byte] = SIGN;

/** Scans JSON that comes in pieces, in linear time. Throws HttpRefusal as soon as a limit is passed; JSON.parse checks the grammar. */
export class JsonScanner {
  /** Members of all objects so far. */
  members = 0;
  readonly #mostTokens: number;
  #depth = 0;
  /** Strings, numbers, words, lists and objects so far, names of members included. */
  #tokens = 0;
  readonly #opened = new Uint8Array(DEEPEST + 1);
  readonly #membersAt = new Uint8Array(DEEPEST + 1);
  #inString = false;
  #escaped = false;
  #inScalar = false;

  constructor(mostTokens: number) {
    this.#mostTokens = mostTokens;
  }

  scan(piece: Uint8Array): void {
    for (let at = 0; at < piece.length; ) {
      if (this.#inString) at = this.#passString(piece, at);
      else at = this.#passOutside(piece, at);
    }
  }

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
    if (kind === SIGN) this.#passSign(piece[at] as number);
    return at + 1;
  }

  #passScalar(piece: Uint8Array, from: number): number {
    if (!this.#inScalar) this.#count();
    this.#inScalar = true;
    let at = from + 1;
    while (at < piece.length && KINDS[piece[at] as number] === OTHER) at += 1;
    return at;
  }

  #passSign(byte: number): void {
    if (byte === QUOTE) {
      this.#count();
      this.#inString = true;
    } else if (byte === COLON) this.#name();
    else if (byte === LIST || byte === OBJECT) this.#open(byte);
    else this.#close(byte);
  }

  #count(): void {
    this.#tokens += 1;
    if (this.#tokens <= this.#mostTokens) return;
    throw new HttpRefusal(413, "too_many_values", `a body may hold at most ${this.#mostTokens} names and values`);
  }

  #open(byte: number): void {
    this.#count();
    this.#depth += 1;
    if (this.#depth > DEEPEST) {
      throw new HttpRefusal(400, "too_deep", `lists and objects may nest ${DEEPEST} levels deep, these nest deeper`);
    }
    this.#opened[this.#depth] = byte;
    this.#membersAt[this.#depth] = 0;
  }

  #close(byte: number): void {
    const opening = byte === LIST_END ? LIST : OBJECT;
    if (this.#depth === 0 || this.#opened[this.#depth] !== opening) throw notJson("brackets do not match");
    this.#depth -= 1;
  }

  #name(): void {
    if (this.#depth === 0 || this.#opened[this.#depth] !== OBJECT) throw notJson("a colon outside of an object");
    this.members += 1;
    const members = (this.#membersAt[this.#depth] as number) + 1;
    this.#membersAt[this.#depth] = members;
    if (members > MOST_MEMBERS) {
      throw new HttpRefusal(400, "too_many_members", `an object may have at most ${MOST_MEMBERS} members`);
    }
  }
}

export function notJson(why: string): HttpRefusal {
  return new HttpRefusal(400, "not_json", `the body is not JSON: ${why}`);
}
