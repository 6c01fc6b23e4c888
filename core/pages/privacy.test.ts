import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, siteOf, startFairhat } from "../testing/fairhat.ts";
import { textOf } from "../testing/html.ts";
import { pageOf } from "../testing/pages.ts";

let fairhat: Fairhat;
beforeAll(async () => {
  fairhat = await startFairhat();
});
afterAll(() => fairhat.stop());

test("the privacy page names the operators of site and services, and every page links to it", async () => {
  const site = siteOf(fairhat.context);
  const page = textOf(pageOf(await site.get("/privacy")));
  for (const said of ["Village hall", "hall@example.org", "Alpha", "Beta"]) expect(page).toContain(said);
  expect((await site.get("/trust")).text).toContain('href="/privacy"');
});

test("without settings it says that nothing is stated", async () => {
  const site = siteOf({ ...fairhat.context, site: { operator: "", contact: "" } });
  const page = textOf(pageOf(await site.get("/privacy")));
  expect(page.match(/not stated by this site/g)).toHaveLength(2);
});
