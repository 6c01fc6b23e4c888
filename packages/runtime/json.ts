// JSON from HTTP requests: valid UTF-8, no duplicate members, limited depth.
import { messageOf } from "./errors.ts";
import { JsonScanner, notJson } from "./json-scanner.ts";
import { type HttpRefusal, refusal } from "./problem.ts";

const LONGEST_SHOWN = 60; // characters of a name

/** JSON that is buffered piece by piece and parsed at the end. */
export class JsonText extends JsonScanner {
  readonly #pieces: Uint8Array[] = [];
  length = 0;

  override scan(piece: Uint8Array): void {
    super.scan(piece);
    this.#pieces.push(piece);
    this.length += piece.length;
  }

  value(): unknown {
    return parseCounted(decode(Buffer.concat(this.#pieces)), this.members);
  }
}

/** Parses a request body. Throws HttpRefusal that describes the problem. */
export function parseJson(bytes: Uint8Array, mostTokens = Infinity): unknown {
  const text = new JsonText(mostTokens);
  text.scan(bytes);
  return text.value();
}

/** Decodes UTF-8; drops or keeps a leading byte order mark. Throws HttpRefusal 400 if it is invalid. */
export function decode(bytes: Uint8Array, keepMark = false): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: keepMark }).decode(bytes);
  } catch {
    throw notUtf8();
  }
}

function notUtf8(): HttpRefusal {
  return refusal("not_utf8", { what: "text" });
}

/** Parses JSON with a known number of `members`: JSON.parse silently keeps the last of two equal names. */
export function parseCounted(json: string, members: number): unknown {
  const value = parse(json);
  if (members > 0 && membersIn(value) !== members) refuseRepeated(json);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson(messageOf(error));
  }
}

function membersIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value);
  let members = Array.isArray(value) ? 0 : inner.length;
  for (const one of inner) members += membersIn(one);
  return members;
}

// Names the first duplicate member of an object in valid JSON.
function refuseRepeated(json: string): void {
  const around: Set<string>[] = []; // names so far in each open list and object
  let quoted = "";
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') {
      const end = closingQuote(json, at);
      quoted = json.slice(at, end + 1);
      at = end;
    } else if (character === ":") addName(around.at(-1), quoted);
    else if (character === "{" || character === "[") around.push(new Set());
    else if (character === "}" || character === "]") around.pop();
  }
}

function closingQuote(json: string, opening: number): number {
  let at = opening + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

function addName(names: Set<string> | undefined, quoted: string): void {
  const name: string = JSON.parse(quoted); // equal names may have different escapes
  if (names?.has(name)) {
    throw refusal("duplicate_member", { name: quoted.slice(0, LONGEST_SHOWN) });
  }
  names?.add(name);
}
