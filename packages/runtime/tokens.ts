// The cores that a service serves: a file with one token per line, `<core name>.<secret>`.
import { createHash, timingSafeEqual } from "node:crypto";

export interface Token {
  core: string;
  /** SHA-256 of the token: comparing digests leaks neither content nor length through timing. */
  digest: Uint8Array;
}

const LINE = /^([a-z0-9-]{1,64})\.[\w.~+/=-]{32,}$/;

/** The tokens of a file, or its first invalid line number. Two lines for one core are a rotation. */
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

function readToken(line: string): Token | null {
  const core = LINE.exec(line)?.[1];
  return core === undefined ? null : { core, digest: sha256(line) };
}

/** The core that sent this Authorization header, or why there is none. RFC 6750, section 2.1. */
export function callerOf(tokens: Token[], authorization: string | null): { core: string } | "missing" | "unknown" {
  const given = /^bearer +([\w.~+/=-]+)$/i.exec(authorization ?? "")?.[1];
  if (given === undefined) return "missing";
  const digest = sha256(given);
  const [caller] = tokens.filter((token) => timingSafeEqual(token.digest, digest));
  return caller ? { core: caller.core } : "unknown";
}

function sha256(text: string): Uint8Array {
  return createHash("sha256").update(text).digest();
}
