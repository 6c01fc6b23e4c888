import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { LANGUAGES } from "@fairhat/messages";
import { type Fairhat, type Site, siteOf, startFairhat, withRules } from "../testing/fairhat.ts";
import { all, fieldsOf, formTo, textOf } from "../testing/html.ts";
import { englishOn } from "../testing/language.ts";
import { headingOf, isIndexed, pageOf } from "../testing/pages.ts";
import { PRESETS } from "./presets.ts";

let fairhat: Fairhat;
let site: Site;

beforeAll(async () => {
  fairhat = await startFairhat();
  site = siteOf(fairhat.context);
});
afterAll(() => fairhat.stop());

test("every kind of draw has its texts in every language, and there are no others", () => {
  for (const { templates } of Object.values(LANGUAGES))
    expect(Object.keys(templates.pages).sort()).toEqual(PRESETS.map(({ slug }) => slug).sort());
});

describe.each([...PRESETS])("/$slug", ({ slug, rule, params }) => {
  test("is the form with its rule filled in, under its own heading", async () => {
    const page = pageOf(await site.get(`/${slug}`));
    const fields = Object.fromEntries(fieldsOf(formTo(page, "/draws/confirm")));
    const filled = Object.entries(params).map(([name, value]) => [`${rule}.${name}`, value]);
    expect(fields).toMatchObject({ rule, ...Object.fromEntries(filled) });
    const words = LANGUAGES.en.templates.pages[slug];
    expect(headingOf(page)).toBe(words?.heading ?? "none");
    expect(all(page, "title").map(textOf)).toEqual([`${words?.title} · Fairhat`]);
    expect(isIndexed(page)).toBe(true);
  });

  test("is German for German readers", async () => {
    const page = pageOf(await site.get(`/${slug}?lang=de`), 200, "de");
    expect(headingOf(page)).toBe(LANGUAGES.de.templates.pages[slug]?.heading ?? "none");
    expect(englishOn(page)).toEqual([]);
  });
});

test("the home page links to all of them, and the sitemap lists them", async () => {
  const links = all(pageOf(await site.get("/")), "a").map(({ attributes }) => attributes.get("href"));
  const { text } = await site.get("/sitemap.xml");
  for (const { slug } of PRESETS) {
    expect(links).toContain(`/${slug}`);
    expect(text).toContain(`<loc>https://draws.example/${slug}</loc>`);
  }
  expect((await site.get("/robots.txt")).text).toContain("Sitemap: https://draws.example/sitemap.xml");
});

test("a kind without its rule is not offered", async () => {
  const published = async () => (await fairhat.context.rules.published()).filter(({ name }) => name !== "pairs/1");
  const without = siteOf(withRules(fairhat.context, { published }));
  for (const path of ["/", "/sitemap.xml"]) expect((await without.get(path)).text).not.toContain("secret-santa");
  expect((await without.get("/secret-santa")).status).toBe(404);
});
