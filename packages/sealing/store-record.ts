// Records beside a KEY_FILE which store each key belongs to. An emptied or restored database has another id, and a key
// that was used before is not used there again (docs/protocol.md, section 4).
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import { codeOf } from "@fairhat/runtime";

/** Store ids by public key. */
export type StoresByKey = Map<string, string>;

export interface StoreRecord {
  /** Its path, for messages to the operator. */
  name: string;
  /** Null if the record cannot be read. */
  read(): StoresByKey | null;
  /** False if it cannot be written. Flushed once written. */
  write(stores: StoresByKey): boolean;
}

const LINE = /^([0-9a-f]{64}) ([0-9a-f]{32})$/;

/** One line of the record. */
export function recordLine(key: string, store: string): string {
  return `${key} ${store}`;
}

/** The record in `path`, one line per key: `<public key> <store id>`. */
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
    const stores = new Map<string, string>();
    for (const line of lines) {
      const [, key, store] = LINE.exec(line) ?? [];
      if (!key || !store) return null;
      stores.set(key, store);
    }
    return stores;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? new Map() : null;
  }
}

// Atomic, even if the machine stops meanwhile.
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
  if (process.platform === "win32") return; // Windows cannot open folders
  const folder = openSync(path, "r");
  fsyncSync(folder);
  closeSync(folder);
}
