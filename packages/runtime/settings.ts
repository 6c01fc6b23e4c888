// Settings of a process: from the environment, secrets from files. All problems are reported at once, by name, at the
// start.
import { readFileSync, statSync } from "node:fs";
import { codeOf } from "./errors.ts";

/** A process cannot start with these settings. The message has one line per missing or malformed setting. */
export class BadSettings extends Error {
  constructor(problems: string[]) {
    super(`this service cannot start:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

type Environment = Record<string, string | undefined>;

/** Reads settings one by one and collects problems until `check` is called. */
export class Settings {
  readonly #environment: Environment;
  readonly #problems: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Any text; required without a fallback. */
  text(name: string, fallback?: string): string {
    return this.#environment[name] || (fallback ?? this.#refuse(name, "is missing", ""));
  }

  /** A TCP port; 0 lets the system choose. */
  port(name: string, fallback: number): number {
    const given = this.text(name, String(fallback));
    if (/^\d{1,5}$/.test(given) && Number(given) < 65536) return Number(given);
    return this.#refuse(name, "must be a port, 0 to 65535", fallback);
  }

  /** A whole number, limits included. */
  integer(name: string, { from, to }: { from: number; to: number }, fallback: number): number {
    const given = this.text(name, String(fallback));
    if (/^\d{1,9}$/.test(given) && Number(given) >= from && Number(given) <= to) return Number(given);
    return this.#refuse(name, `must be a whole number from ${from} to ${to}`, fallback);
  }

  /** An absolute URL with one of the protocols, without a trailing slash. */
  url(name: string, protocols: string[], fallback?: string): string {
    const value = this.text(name, fallback);
    if (!value) return value;
    if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value.replace(/\/$/, "");
    return this.#refuse(name, `must be a URL that begins with ${protocols.join(" or ")}`, value);
  }

  oneOf<T extends string>(name: string, allowed: readonly T[], fallback: T): T {
    const value = this.text(name, fallback);
    const found = allowed.find((one) => one === value);
    return found ?? this.#refuse(name, `must be one of ${allowed.join(", ")}`, fallback);
  }

  /** The content of the file that the setting names, trimmed. Never shown in a message. */
  secretFile(name: string): string {
    const path = this.text(name);
    return path ? this.#read(name, path) : "";
  }

  /** Like secretFile, but empty if the setting is missing. */
  optionalFile(name: string): string {
    return this.#environment[name] ? this.secretFile(name) : "";
  }

  /** Reports a setting as malformed for a reason that only its reader knows. */
  refuse(name: string, why: string): void {
    this.#refuse(name, why, null);
  }

  /** Throws BadSettings if anything read so far was missing or malformed. */
  check(): void {
    if (this.#problems.length > 0) throw new BadSettings(this.#problems);
  }

  // Without the path: an operator may have given the secret instead, which must not be logged.
  #read(name: string, path: string): string {
    try {
      const content = readFileSync(path, "utf8").trim();
      if (isLoose(path)) this.#refuse(name, "names a file that others can read; chmod 600 it", "");
      return content || this.#refuse(name, "names a file that is empty", "");
    } catch (error) {
      return this.#refuse(name, `names a file that cannot be read (${codeOf(error)})`, "");
    }
  }

  #refuse<T>(name: string, why: string, instead: T): T {
    this.#problems.push(`${name} ${why}`);
    return instead;
  }
}

const MOUNTED = /^\/run\/secrets\//; // container mounts, readable only inside the container

/**
 * Whether others than its owner can read or write a secret file. A group may read one that root owns, which is how a
 * service gets a secret that it cannot change.
 */
export function isLoose(path: string): boolean {
  if (process.platform === "win32" || MOUNTED.test(path)) return false; // Windows has no such mode bits
  const { mode, uid } = statSync(path);
  return (mode & (uid === 0 ? 0o037 : 0o077)) !== 0;
}
