// Explains a file that is not a record to the person who chose it.

/** Why a file is not a record. */
export type FileIssue =
  | "empty"
  | "picture"
  | "document"
  | "page"
  | "marked"
  | "not text"
  | "cut short"
  | "not JSON"
  | "deep"
  | "other";

// File signatures, as bytes in Latin-1. WebP and others are RIFF files.
const BEGINNINGS: [RegExp, FileIssue][] = [
  [/^(\x89PNG|\xff\xd8\xff|GIF8|RIFF)|^.{4}ftyp(avif|heic|mif1)/s, "picture"],
  // biome-ignore lint/suspicious/noControlCharactersInRegex: so they begin
  [/^(%PDF|PK\x03\x04|\x1f\x8b|\xd0\xcf\x11\xe0|Rar!|7z\xbc\xaf)/, "document"],
  [/^\xef\xbb\xbf/, "marked"],
  [/^\s*<(!doctype|html)/i, "page"],
];
const BEGINNING = 200; // bytes

/** The reason why a file is not a record. */
export function fileIssueOf(file: Uint8Array): FileIssue {
  const beginning = String.fromCharCode(...file.subarray(0, BEGINNING));
  const known = BEGINNINGS.find(([pattern]) => pattern.test(beginning));
  if (known) return known[1];
  const text = textOf(file);
  return text === null ? "not text" : oddityOfText(text);
}

function textOf(file: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    // The cut may split a character; without its last three bytes the text is whole.
    return cutThrough(file);
  }
}

function cutThrough(file: Uint8Array): string | null {
  for (const bytes of [1, 2, 3]) {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(file.subarray(0, Math.max(0, file.length - bytes)));
    } catch {}
  }
  return null;
}

function oddityOfText(text: string): FileIssue {
  if (text.trim() === "") return "empty";
  try {
    const value: unknown = JSON.parse(text);
    return saysRecord(value) ? "deep" : "other";
  } catch {
    return isUnfinished(text) ? "cut short" : "not JSON";
  }
}

// A record by its type that is not one nests too deep.
function saysRecord(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "type" in value &&
    /^fairhat\/\d+\/(record|lock)$/.test(`${value.type}`)
  );
}

const NESTING: Record<string, number> = { "[": 1, "{": 1, "]": -1, "}": -1 };

// Starts as JSON with an unclosed bracket.
function isUnfinished(text: string): boolean {
  if (!/^\s*[[{]/.test(text)) return false;
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === "\\") at += 1;
    else if (character === '"') quoted = !quoted;
    else if (!quoted) depth += NESTING[character] ?? 0;
  }
  return quoted || depth > 0;
}
