import { afterAll, expect, test } from "bun:test";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openDatabase } from "./database.ts";
import { openFolder } from "./folder.ts";

const path = mkdtempSync(join(tmpdir(), "fairhat-database-"));
afterAll(() => rmSync(path, { recursive: true }));

test("a half-created database is created again, a complete one is kept", async () => {
  mkdirSync(join(path, "database"));
  writeFileSync(join(path, "database", "PG_VERSION"), "cut off");
  const folder = openFolder(path);
  expect(folder.ready).toBe(false);
  const made = await openDatabase(folder);
  await made.exec("create table kept (n int); insert into kept values (7)");
  await made.close();
  folder.unlock();
  expect(existsSync(join(path, "ready"))).toBe(true);

  const again = openFolder(path);
  const opened = await openDatabase(again);
  expect((await opened.query("select n from kept")).rows).toEqual([{ n: 7 }]);
  await opened.close();
  again.unlock();
});
