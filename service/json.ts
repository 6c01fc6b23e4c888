// JSON as it comes in over HTTP: UTF-8 without flaws, no member twice in an object, nothing nested without end.
import { type JsonScanner, notJson } from "./json-scanner.ts";
import { HttpRefusal } from "./problem.ts";

const LONGEST_SHOWN = 60; // characters of a name

/** Parses JSON that the scanner has seen: JSON.parse silently keeps the last of two equal members. Throws HttpRefusal 400. */
export function parseScanned(bytes: Uint8Array, { members }: JsonScanner): unknown {
  const text = decode(bytes);
  const value = parse(text);
  if (membersIn(value) !== members) refuseRepeated(text);
  return value;
}

/** Decodes UTF-8. Throws HttpRefusal 400 where it is flawed. */
export function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new HttpRefusal(400, "not_utf8", "the text is not valid UTF-8; save or send it in that encoding");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw notJson((error as Error).message);
  }
}

function membersIn(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const inner = Object.values(value);
  let members = Array.isArray(value) ? 0 : inner.length;
  for (const one of inner) members += membersIn(one);
  return members;
}

// Names the first member that an object of a text, known to be JSON, has twice.
function refuseRepeated(json: string): void {
  const around: Set<string>[] = []; // names so far, for each list and object that is open
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
  const name: string = JSON.parse(quoted); // two names may differ in their escapes alone
  if (names?.has(name)) {
    throw new HttpRefusal(
      400,
      "duplicate_member",
      `${quoted.slice(0, LONGEST_SHOWN)} stands twice in the same object; keep one`,
    );
  }
  names?.add(name);
}
