import { afterAll, expect, test } from "bun:test";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { recordLine, storeRecord } from "./store-record.ts";

const folder = mkdtempSync(join(tmpdir(), "fairhat-record-"));
afterAll(() => rmSync(folder, { recursive: true }));

const [KEY, OTHER] = ["a1".repeat(32), "b2".repeat(32)];
const [STORE, ANOTHER] = ["c3".repeat(16), "d4".repeat(16)];

test("a written record reads back, and no other file is left in the folder", () => {
  const record = storeRecord(join(folder, "key.store"));
  expect(record.read()).toEqual(new Map());
  const stores = new Map([
    [KEY, STORE],
    [OTHER, ANOTHER],
  ]);
  expect(record.write(stores)).toBe(true);
  expect(record.read()).toEqual(stores);
  expect(readFileSync(record.name, "utf8")).toBe(`${recordLine(KEY, STORE)}\n${recordLine(OTHER, ANOTHER)}\n`);
  expect(statSync(record.name).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder)).toEqual(["key.store"]);
});

test.each(["", "\n", `${KEY} ${STORE} more\n`, `${KEY}\n`, `${KEY.toUpperCase()} ${STORE}\n`, "\u0000"])(
  "an invalid record is not read as an empty one (%j)",
  (content) => {
    const path = join(folder, crypto.randomUUID());
    writeFileSync(path, content);
    expect(storeRecord(path).read()).toBeNull();
  },
);

test("a missing folder means that nothing was written", () => {
  const record = storeRecord(join(folder, "nowhere", "key.store"));
  expect(record.write(new Map([[KEY, STORE]]))).toBe(false);
});

test("an unreadable file is not read as an empty record", () => {
  expect(storeRecord(folder).read()).toBeNull();
});
