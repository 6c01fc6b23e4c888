// Which store each key of a KEY_FILE belongs to, kept beside that file: an emptied or restored database has another id, and
// a key that was used before does not begin again there (docs/protocol.md, section 4).
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";

/** The id of a store by the public key that belongs to it. */
export type StoresByKey = Map<string, string>;

export interface StoreRecord {
  /** Where an operator finds it. */
  name: string;
  /** Null for a record that cannot be read. */
  read(): StoresByKey | null;
  /** False where it cannot be written. What was written is flushed. */
  write(stores: StoresByKey): boolean;
}

const LINE = /^([0-9a-f]{64}) ([0-9a-f]{32})$/;

/** One line of the record. */
export function recordLine(key: string, store: string): string {
  return `${key} ${store}`;
}

/** The record in `path`, a line for each key: `<public key> <id of its store>`. */
export function storeRecord(path: string): StoreRecord {
  return {
    name: path,
    read: () => readRecord(path),
    write(stores) {
      try {
        replaceFile(path, Array.from(stores, ([key, store]) => `${recordLine(key, store)}\n`).join(""));
        return true;
      } catch {
        return false;
      }
    },
  };
}

function readRecord(path: string): StoresByKey | null {
  try {
    const lines = readFileSync(path, "utf8").trim().split(/\r?\n/);
    const pairs = lines.map((line) => LINE.exec(line)?.slice(1) as [string, string] | undefined);
    return pairs.includes(undefined) ? null : new Map(pairs as [string, string][]);
  } catch (error) {
    return (error as { code?: string }).code === "ENOENT" ? new Map() : null;
  }
}

// All of it or nothing, also when the machine stops meanwhile.
function replaceFile(path: string, content: string): void {
  const part = `${path}.${process.pid}`;
  const file = openSync(part, "w", 0o600);
  try {
    writeSync(file, content);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  renameSync(part, path);
  flushFolder(dirname(path));
}

function flushFolder(path: string): void {
  if (process.platform === "win32") return; // a folder cannot be opened there
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
