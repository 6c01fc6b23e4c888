// JSON as it comes in over HTTP: UTF-8 without flaws, no member twice in an object, nothing nested without end.
import { HttpRefusal } from "./problem.ts";

const DEEPEST = 32; // levels, as in a record; what reads a value by recursion never runs out of stack
const LONGEST_SHOWN = 60; // characters of a name

/** Parses a request's body. Throws HttpRefusal 400 with what is wrong. */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes);
  const value = parse(text);
  refuseFlaws(text);
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
    throw new HttpRefusal(400, "not_json", `the body is not JSON: ${(error as Error).message}`);
  }
}

// JSON.parse keeps the last of two equal members silently; the text, known to be JSON, has them all.
function refuseFlaws(json: string): void {
  const around: Set<string>[] = []; // names so far, for each list and object that is open
  let quoted = "";
  for (let at = 0; at < json.length; at += 1) {
    const character = json[at];
    if (character === '"') {
      const end = closingQuote(json, at);
      quoted = json.slice(at, end + 1);
      at = end;
    } else if (character === ":") addName(around.at(-1), quoted);
    else if (character === "{" || character === "[") addLevel(around);
    else if (character === "}" || character === "]") around.pop();
  }
}

function closingQuote(json: string, opening: number): number {
  let at = opening + 1;
  while (json[at] !== '"') at += json[at] === "\\" ? 2 : 1;
  return at;
}

function addLevel(around: Set<string>[]): void {
  around.push(new Set());
  if (around.length <= DEEPEST) return;
  throw new HttpRefusal(400, "too_deep", `lists and objects may nest ${DEEPEST} levels deep, these nest deeper`);
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
