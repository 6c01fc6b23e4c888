// The data folder of an embedded Fairhat: database, secrets, and a lock against a second process.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { BadSettings, messageOf } from "@fairhat/runtime";
import { takeLock } from "./lock.ts";

/** The services' shared secrets; generated once, in a file that only its owner can read. */
export interface Secrets {
  /** Core's private key. */
  core: string;
  /** Core's tokens for the random services. */
  tokens: { a: string; b: string };
}

export interface Folder {
  /** Path of the database. */
  database: string;
  /** Whether the database was created completely; an interrupted one is created again. */
  ready: boolean;
  secrets: Secrets;
  markReady(): void;
  unlock(): void;
}

const PRIVATE = { mode: 0o600 };

/**
 * Locks the folder at `path`, creating it if needed. Throws BadSettings if another process has it or it is unusable.
 */
export function openFolder(path: string): Folder {
  try {
    return takeFolder(path);
  } catch (error) {
    if (error instanceof BadSettings) throw error;
    throw new BadSettings([`FAIRHAT_DATA ${path} cannot be used: ${messageOf(error)}`]);
  }
}

function takeFolder(path: string): Folder {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  // PGlite takes no lock, and two processes would silently corrupt each other's database.
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
    // Renamed into place, so that a crash leaves all of the file or none.
    writeFileSync(`${file}.new`, JSON.stringify(made), PRIVATE);
    renameSync(`${file}.new`, file);
  }
  return JSON.parse(readFileSync(file, "utf8"));
}
