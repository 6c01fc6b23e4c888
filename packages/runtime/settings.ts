// Settings of a process: from the environment, secrets from files. Everything wrong is told at once, by name, at the start.
import { readFileSync, statSync } from "node:fs";

/** A process cannot start with these settings. The message has a line for each that is missing or malformed. */
export class BadSettings extends Error {
  constructor(problems: string[]) {
    super(`this service cannot start:\n${problems.map((problem) => `  ${problem}`).join("\n")}`);
  }
}

type Environment = Record<string, string | undefined>;

/** Reads settings one by one and gathers what is wrong with them until `check` is called. */
export class Settings {
  readonly #environment: Environment;
  readonly #problems: string[] = [];

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** Any text; without a fallback it must be given. */
  text(name: string, fallback?: string): string {
    return this.#environment[name] || (fallback ?? this.#refuse(name, "is missing", ""));
  }

  /** A TCP port; 0 lets the system choose. */
  port(name: string, fallback: number): number {
    const given = this.text(name, String(fallback));
    if (/^\d{1,5}$/.test(given) && Number(given) < 65536) return Number(given);
    return this.#refuse(name, "must be a port, 0 to 65535", fallback);
  }

  /** A whole number, both limits included. */
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

  /** The content of the file that the setting names, without surrounding white space. Never shown in a message. */
  secretFile(name: string): string {
    const path = this.text(name);
    return path ? this.#read(name, path) : "";
  }

  /** As secretFile, but empty when the setting is not given. */
  optionalFile(name: string): string {
    return this.#environment[name] ? this.secretFile(name) : "";
  }

  /** Says that a setting is malformed for a reason that only its reader knows. */
  refuse(name: string, why: string): void {
    this.#refuse(name, why, null);
  }

  /** Throws BadSettings when anything read so far was missing or malformed. */
  check(): void {
    if (this.#problems.length > 0) throw new BadSettings(this.#problems);
  }

  // Without the path: whoever puts the secret itself where its file belongs shall not find it in the log.
  #read(name: string, path: string): string {
    try {
      const content = readFileSync(path, "utf8").trim();
      if (isLoose(path)) this.#refuse(name, "names a file that others can read; chmod 600 it", "");
      return content || this.#refuse(name, "names a file that is empty", "");
    } catch (error) {
      return this.#refuse(name, `names a file that cannot be read (${(error as { code?: string }).code})`, "");
    }
  }

  #refuse<T>(name: string, why: string, instead: T): T {
    this.#problems.push(`${name} ${why}`);
    return instead;
  }
}

const MOUNTED = /^\/run\/secrets\//; // a container's own mount, whose files are readable inside of it alone

/**
 * Whether others than its owner can read or write a file of secrets. A group may read one that root owns, as it is set up for
 * a service that shall not change its own secrets.
 */
export function isLoose(path: string): boolean {
  if (process.platform === "win32" || MOUNTED.test(path)) return false; // Windows knows no such bits
  const { mode, uid } = statSync(path);
  return (mode & (uid === 0 ? 0o037 : 0o077)) !== 0;
}
