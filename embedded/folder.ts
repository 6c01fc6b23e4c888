// The folder of an embedded Fairhat: its database, its secrets, and the lock that keeps a second process out.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BadSettings } from "@fairhat/runtime";
import { takeLock } from "./lock.ts";

/** What the services of one embedded Fairhat share; made once, kept in a file that only its owner can read. */
export interface Secrets {
  /** Core's own. */
  core: string;
  /** Core's tokens at the random services. */
  tokens: { a: string; b: string };
}

export interface Folder {
  /** Where the database lies. */
  database: string;
  /** Whether the database was made whole; one that was cut off while it was made is made anew. */
  ready: boolean;
  secrets: Secrets;
  markReady(): void;
  unlock(): void;
}

const PRIVATE = { mode: 0o600 };

/** Takes the folder at `path`, making it where it is missing. Throws BadSettings when another has it or it is of no use. */
export function openFolder(path: string): Folder {
  try {
    return takeFolder(path);
  } catch (error) {
    if (error instanceof BadSettings) throw error;
    throw new BadSettings([`FAIRHAT_DATA ${path} cannot be used: ${(error as Error).message}`]);
  }
}

function takeFolder(path: string): Folder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // PGlite takes no lock itself, and two processes would spoil each other's database without a word.
  const unlock = takeLock(join(path, "lock"));
  if (!unlock) {
    throw new BadSettings([`FAIRHAT_DATA ${path} is in use by another Fairhat; stop that one, or name another folder`]);
  }
  try {
    const readyFile = join(path, "ready");
    return {
      database: join(path, "database"),
      ready: existsSync(readyFile),
      secrets: secretsIn(join(path, "secrets.json")),
      markReady: () => writeFileSync(readyFile, ""),
      unlock,
    };
  } catch (error) {
    unlock();
    throw error;
  }
}

function secretsIn(file: string): Secrets {
  if (!existsSync(file)) {
    const token = () => `core.${randomBytes(32).toString("hex")}`;
    const made: Secrets = { core: randomBytes(32).toString("hex"), tokens: { a: token(), b: token() } };
    // Renamed into its place whole: a crash leaves none or all of it.
    writeFileSync(`${file}.new`, JSON.stringify(made), PRIVATE);
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
