// Who may use a service: a file with one token per line, `<name>.<secret>`.
import { createHash, timingSafeEqual } from "node:crypto";
import type { Settings } from "./settings.ts";

export interface Token {
  /** Whose it is. */
  name: string;
  /** SHA-256 of the token: comparing digests leaks neither content nor length through timing. */
  digest: Uint8Array;
}

const LINE = /^([a-z0-9-]{1,64})\.[\w.~+/=-]{32,}$/;

/** The tokens of a file, or its first invalid line number. Two lines for one name are a rotation. */
export function readTokens(file: string): Token[] | { wrongLine: number } {
  const lines = file.split(/\r?\n/);
  const tokens: Token[] = [];
  for (const [at, line] of lines.entries()) {
    const token = readToken(line);
    if (!token) return { wrongLine: at + 1 };
    tokens.push(token);
  }
  return tokens;
}

/** The tokens of a file; a malformed one is reported as the setting `name`. */
export function tokensIn(settings: Settings, file: string, name: string): Token[] {
  const tokens = file ? readTokens(file) : []; // a missing file is already reported
  if (Array.isArray(tokens)) return tokens;
  const form = "<name>.<secret of 32 characters or more>";
  settings.refuse(name, `must have lines of the form ${form}; line ${tokens.wrongLine} is not`);
  return [];
}

function readToken(line: string): Token | null {
  const name = LINE.exec(line)?.[1];
  return name === undefined ? null : { name, digest: sha256(line) };
}

/** Who sent this Authorization header, or why nobody is known. RFC 6750, section 2.1. */
export function callerOf(tokens: Token[], authorization: string | null): { name: string } | "missing" | "unknown" {
  const given = /^bearer +([\w.~+/=-]+)$/i.exec(authorization ?? "")?.[1];
  if (given === undefined) return "missing";
  const digest = sha256(given);
  const [caller] = tokens.filter((token) => timingSafeEqual(token.digest, digest));
  return caller ? { name: caller.name } : "unknown";
}

function sha256(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
