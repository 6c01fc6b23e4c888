import { afterAll, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "fairhat-lock-"));
afterAll(() => rmSync(folder, { recursive: true }));

const environment = (who: string) => ({ PATH: process.env.PATH, FAIRHAT_NOTES: folder, BUILD_URL: who });
function lock(who: string, ...words: string[]) {
  const { exitCode, stdout, stderr } = Bun.spawnSync([join(import.meta.dir, "lock"), ...words], {
    env: environment(who),
  });
  return { status: exitCode, out: stdout.toString().trim(), said: stderr.toString().trim() };
}
const taken = { status: 0, out: "", said: "" };

beforeEach(() => void lock("anybody", "free", "site"));

test("whoever finds it taken is told who holds it, since when and why", () => {
  expect(lock("Ada", "take", "site", "deployment of 1ce76e0")).toEqual(taken);
  const told = /held by Ada since \d{4}-\d\d-\d\dT[\d:]+Z: deployment of 1ce76e0/;
  expect(lock("Grace", "take", "site", "another")).toEqual({ status: 75, out: "", said: expect.stringMatching(told) });
  expect(lock("Grace", "show", "site").out).toMatch(told);
  expect(lock("Grace", "take", "another-site", "another")).toEqual(taken);
});

test("it is freed by whom took it, for what it was taken; or by a person who says so", () => {
  lock("Ada", "take", "site", "first");
  lock("Grace", "free", "site", "first");
  lock("Ada", "free", "site", "second");
  expect(lock("Ada", "show", "site").out).toContain("held by Ada");
  lock("Ada", "free", "site", "first");
  expect(lock("Ada", "show", "site").out).toBe("free");
  lock("Ada", "take", "site", "first");
  expect(lock("Grace", "free", "site")).toEqual(taken);
  expect(lock("Grace", "show", "site").out).toBe("free");
});

test("taken again by the same run for the same reason is no error; by another run it is", () => {
  expect(lock("Ada", "take", "site", "first")).toEqual(taken);
  expect(lock("Ada", "take", "site", "first")).toEqual(taken);
  expect(lock("Grace", "take", "site", "first").status).toBe(75);
});

test("of many at once one gets it", async () => {
  const runs = Array.from({ length: 20 }, (_, at) =>
    Bun.spawn([join(import.meta.dir, "lock"), "take", "site", "race"], {
      env: environment(`run ${at}`),
      stderr: "ignore",
    }),
  );
  const statuses = await Promise.all(runs.map((run) => run.exited));
  expect(statuses.filter((status) => status === 0)).toHaveLength(1);
  expect(statuses.filter((status) => status === 75)).toHaveLength(19);
});

test("without a site or a reason it says what is missing", () => {
  expect(lock("Ada", "take")).toMatchObject({ status: 64, said: expect.stringContaining("of which site") });
  expect(lock("Ada", "take", "site")).toMatchObject({ status: 64, said: "lock: say why" });
  expect(lock("Ada", "--help")).toMatchObject({ status: 0, out: expect.stringContaining("ci/lock take") });
});
