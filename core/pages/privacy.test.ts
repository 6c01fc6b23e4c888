import { afterAll, beforeAll, expect, test } from "bun:test";
import { type Fairhat, siteOf, startFairhat } from "../testing/fairhat.ts";
import { all, textOf } from "../testing/html.ts";
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
  const links = new Map(
    all(pageOf(await site.get("/trust")), "a").map((link) => [textOf(link), link.attributes.get("href")]),
  );
  expect(links.get("Privacy")).toBe("/privacy");
  expect(links.get("Contact")).toBe("mailto:hall@example.org");
  expect(links.get("Source code")).toBe("https://git.example/fairhat");
});

test("form and privacy page say how long lists are kept", async () => {
  const saidOf = (retention: number) => {
    const site = siteOf({ ...fairhat.context, site: { ...fairhat.context.site, retention } });
    return Promise.all(["/", "/privacy"].map(async (path) => textOf(pageOf(await site.get(path)))));
  };
  for (const said of await saidOf(30)) expect(said).toContain("erased 30 days after the draw");
  const [form, privacy] = await saidOf(0);
  expect(form).not.toContain("days after the draw");
  expect(privacy).toContain("nothing is erased automatically");
});

test("without settings it says that nothing is stated", async () => {
  const site = siteOf({
    ...fairhat.context,
    site: { operator: "", contact: "", imprint: "", source: "", retention: 0 },
  });
  const page = textOf(pageOf(await site.get("/privacy")));
  expect(page.match(/not stated by this site/g)).toHaveLength(2);
});
