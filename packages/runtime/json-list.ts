// Parses a JSON object with one long list while it is received. The list is handled in groups of elements and never
// kept whole.
import { Bytes } from "./bytes.ts";
import { decode, parseCounted } from "./json.ts";
import { JsonScanner, notJson } from "./json-scanner.ts";
import { refusal } from "./problem.ts";

/** The top-level member with the long list. */
export interface LongList {
  name: string;
  /** Maximum bytes of an element, with white space collapsed. */
  longest: number;
  /** Handles the next elements, in order. */
  take(elements: unknown[]): void;
  /** The error for a longer element. */
  tooLong(position: number): Error;
}

/** Limits for everything outside the list. */
export interface Beside {
  bytes: number;
  tokens: number;
}

const GROUP = 1_000; // maximum elements parsed together
const GROUP_BYTES = 2 ** 18; // bytes after which a group is parsed, however few its elements

export class JsonWithList extends JsonScanner {
  readonly #list: LongList;
  readonly #beside: Beside;
  /** Everything but the list's elements. */
  readonly #rest = new Bytes();
  readonly #group = new Bytes();
  #inList = false;
  #wasThere = false;
  #listFollows = false;
  #from = 0; // start of the piece's part that is not yet in the rest or the group
  #nameAt = 0; // start of the last string in the rest
  #position = 0; // index of the current element
  #grouped = 0; // complete elements in the group
  #elementAt = 0; // start of the current element in the group
  #tokensBefore = 0; // count at its start
  #tokensAtList = 0; // count at the start of the list
  #membersBefore = 0; // count at the start of the group
  #membersInList = 0;

  constructor(list: LongList, beside: Beside) {
    super(beside.tokens);
    this.#list = list;
    this.#beside = beside;
  }

  override scan(piece: Uint8Array): void {
    this.#from = 0;
    super.scan(piece);
    this.#keep(piece, piece.length);
    if (this.#inList) this.#assertShort(this.#group.length);
    if (this.#rest.length <= this.#beside.bytes) return;
    throw refusal("too_large", { what: "body beside its list", most: this.#beside.bytes });
  }

  /** The object, its list empty. */
  value(): unknown {
    return parseCounted(decode(this.#rest.view()), this.members - this.#membersInList);
  }

  protected override stringBegins(at: number): void {
    if (!this.#inList) this.#nameAt = this.#rest.length + at - this.#from;
  }

  protected override memberNamed(piece: Uint8Array, at: number): void {
    if (this.depth !== 1) return;
    this.#keep(piece, at);
    this.#listFollows = !this.#wasThere && nameIn(this.#rest.view(this.#nameAt)) === this.#list.name;
  }

  protected override opens(piece: Uint8Array, at: number, list: boolean): void {
    const enters = this.#listFollows && list && this.depth === 1;
    this.#listFollows = false;
    if (!enters) return;
    this.#keep(piece, at + 1);
    this.#inList = this.#wasThere = true;
    this.mostTokens = Infinity; // elements have few bytes, and so few tokens
    this.#tokensAtList = this.#tokensBefore = this.tokens;
    this.#membersBefore = this.members;
  }

  protected override valueEnds(piece: Uint8Array, at: number): void {
    if (this.#inList && this.depth === 2) this.#elementEnds(piece, at, false);
    else if (this.depth === 1) this.#listFollows = false;
  }

  protected override closes(piece: Uint8Array, at: number): void {
    if (!this.#inList || this.depth !== 2) return;
    if (this.#position > 0 || this.tokens > this.#tokensBefore) this.#elementEnds(piece, at, true);
    this.#inList = false;
    this.#from = at;
    this.tokens = this.#tokensAtList;
    this.mostTokens = this.#beside.tokens;
  }

  // One byte of white space is enough to separate tokens.
  protected override spaces(piece: Uint8Array, from: number, to: number): void {
    if (to - from === 1) return;
    this.#keep(piece, from + 1);
    this.#from = to;
  }

  #keep(piece: Uint8Array, to: number): void {
    if (to > this.#from) (this.#inList ? this.#group : this.#rest).add(piece.subarray(this.#from, to));
    this.#from = to;
  }

  #elementEnds(piece: Uint8Array, at: number, last: boolean): void {
    if (this.tokens === this.#tokensBefore) throw notJson("a list has a comma and nothing behind it");
    this.#assertShort(this.#group.length + at - this.#from);
    this.#tokensBefore = this.tokens;
    this.#position += 1;
    this.#grouped += 1;
    const bytes = this.#group.length + at - this.#from;
    if (last || this.#grouped === GROUP || bytes >= GROUP_BYTES) this.#giveGroup(piece, at);
    else this.#elementAt = bytes + 1;
  }

  #assertShort(end: number): void {
    if (end - this.#elementAt > this.#list.longest) throw this.#list.tooLong(this.#position);
  }

  #giveGroup(piece: Uint8Array, at: number): void {
    this.#keep(piece, at);
    const members = this.members - this.#membersBefore;
    const elements = parseCounted(`[${decode(this.#group.view(), true)}]`, members) as unknown[];
    this.#membersInList += members;
    this.#membersBefore = this.members;
    this.#group.clear();
    this.#from = at + 1;
    this.#grouped = 0;
    this.#elementAt = 0;
    this.#list.take(elements);
  }
}

/** The quoted name in the last bytes of an object; null if there is none. */
function nameIn(bytes: Uint8Array): string | null {
  try {
    return JSON.parse(decode(bytes));
  } catch {
    return null;
  }
}
