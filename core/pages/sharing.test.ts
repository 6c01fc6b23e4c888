import { afterAll, beforeAll, expect, test } from "bun:test";
import { insertDraw } from "../draws/repository.ts";
import { type Fairhat, type Site, siteOf, startFairhat } from "../testing/fairhat.ts";
import { pageOf } from "../testing/pages.ts";
import { drawnRow, lockedRow, openRow, voidRow } from "../testing/rows.ts";

let fairhat: Fairhat;
let site: Site;
beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

test.each([
  ["open", openRow],
  ["locked", lockedRow],
  ["drawn", () => drawnRow({ order: [] })],
  ["void", voidRow],
])("a draw that is %s may be framed only by its embedded page, without scripts", async (_, row) => {
  const { id } = row();
  await insertDraw(fairhat.context.db, { ...row(), id }, []);
  const embedded = await site.get(`/draws/${id}/embed`);
  const policy = embedded.headers.get("content-security-policy");
  expect(policy).toContain("frame-ancestors *");
  expect(policy).not.toContain("script-src");
  expect(embedded.text).not.toContain("<script");
  for (const path of [`/draws/${id}`, `/draws/${id}/present`])
    expect((await site.get(path)).headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
});

test("an unscheduled draw has no event", async () => {
  const row = openRow();
  await insertDraw(fairhat.context.db, row, []);
  pageOf(await site.get(`/draws/${row.id}/calendar.ics`), 409);
});
