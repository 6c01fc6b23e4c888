// Rules with a pictured result, on a phone: a gift exchange with wishes, and a bracket.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, visitor } from "./browser.ts";
import { checkHere } from "./checking.ts";
import { makeDraw } from "./fixtures.ts";
import { list, shown } from "./form.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { makeIt, review } from "./table.ts";

setDefaultTimeout(120_000);

const PEOPLE = "Ada Grace Emmy Sophie Marie Lise Hedy Rosa Radia Joan Katherine Zoë".split(" ");
const WISHES = [
  "Ada - Grace",
  "Emmy - Sophie",
  "Marie - Lise - Hedy",
  "Rosa > Radia",
  "Radia > Rosa",
  "joan > Katherine",
  "Zoë → Ada",
  "#12 - #11",
];

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test("a gift exchange of 12 with 8 wishes on a phone, from the form to its slips", async () => {
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url, { phone: true });
  await open("/");
  await list(page).fill(PEOPLE.join("\n"));
  await page.locator('[value="pairs/1"]').check();
  const wishes = page.locator('[name="pairs/1.forbidden"]');
  await wishes.fill(
    PEOPLE.slice(1)
      .map((name) => `Ada > ${name}`)
      .join("\n"),
  );
  await shown(page, ".preview", "found Ada → Grace, Ada → Emmy");
  await wishes.fill("Ada - Gracee");
  await shown(page, ".preview", 'found "Ada - Gracee"');
  await wishes.fill(WISHES.join("\n"));
  await shown(page, ".preview", "12 entries give to one another, nobody to themselves, and 16 pairs are excluded");
  await expectNoWiderThanWindow(page);
  await expectAccessible(page);
  await review(page, "now");
  await shown(page, "dd", "Ada – Grace");
  await makeIt(page);
  const address = await page.locator("#public-link, #draw-link").first().inputValue();
  await page.goto(address);
  const pairs = await page.locator(".places.pairs li").allInnerTexts();
  expect(pairs).toHaveLength(12);
  await expectNoWiderThanWindow(page);
  await expectAccessible(page);
  await page.goto(`${address}/slips`);
  expect(await page.locator(".slips .inside bdi").first().isVisible()).toBe(false);
  await expectNoWiderThanWindow(page);
  await expectAccessible(page);
  await page.emulateMedia({ media: "print" });
  expect(await page.locator(".slips .inside bdi").first().isVisible()).toBe(true);
  nothingWrong();
  await leave();
});

test("a bracket of 13 is readable on a phone", async () => {
  const entries = [...PEOPLE, "Nguyễn Văn Anh and friends of the club"];
  const draw = { title: "Table tennis", rule: "bracket/1", params: { seeds: 4 }, entries, draw: "now" };
  const { id } = await makeDraw(site.url, draw);
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url, { phone: true });
  await open(`/draws/${id}`);
  const names = page.locator("svg.bracket text");
  expect(await names.count()).toBe(13);
  expect(await page.locator(".places.bracket li").count()).toBe(8);
  const heights = await names.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(Math.min(...heights)).toBeGreaterThan(13);
  await expectNoWiderThanWindow(page);
  await expectAccessible(page);
  nothingWrong();
  await leave();
});

test.each([
  ["pairs/1", { forbidden: [[0, 1]] }],
  ["bracket/1", { seeds: 2 }],
  ["roundrobin/1", { twice: false }],
  ["panel/1", { panels: [{ positions: [0, 2, 4], weight: 3 }] }],
])("the page and the check of a draw by %s show the same", async (rule, params) => {
  const { id } = await makeDraw(site.url, { title: "T", rule, params, entries: PEOPLE.slice(0, 7), draw: "now" });
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url);
  await open(`/draws/${id}`);
  expect(await checkHere(page)).toMatchObject({ tone: "good" });
  await page.reload();
  const shown = page.locator(".places bdi").first();
  await shown.evaluate((name) => name.replaceChildren("Mallory"));
  expect(await checkHere(page)).toMatchObject({ tone: "bad" });
  nothingWrong();
  await leave();
});

test("a lottery of panels is entered by names, and a line without names is refused by its panel", async () => {
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url);
  await open("/");
  await list(page).fill(PEOPLE.join("\n"));
  await page.locator('[value="panel/1"]').check();
  const panels = page.locator('[name="panel/1.panels"]');
  await panels.fill("3: Ada, Grace\n0: Emmy, Lise");
  await shown(page, ".preview", "Panel 2, weight");
  await panels.fill("3: Ada, Grace\n1: #3, Nobody");
  await shown(page, ".preview", 'found "1: #3, Nobody"');
  await panels.fill("3: Ada, Grace\n1: #3, Lise");
  await shown(page, ".preview", "1 panel is drawn from 2 panels of a published lottery over 12 entries");
  await review(page, "now");
  await shown(page, "dd", "3: Ada, Grace");
  nothingWrong();
  await leave();
});
