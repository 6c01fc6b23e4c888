// From a pasted list to the revealed winner in a minute, on a phone, safely.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { checkedRecord } from "../client.ts";
import { NAMES } from "../names.ts";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { list } from "./form.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive, makeIt, review } from "./table.ts";
import { stage } from "./watching.ts";

setDefaultTimeout(120_000);

const TWENTY = NAMES.slice(0, 20).join("\n");
const DRAW_PAGE = /\/draws\/([0-9a-f]{32})$/;

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

const idOn = (page: Page) => DRAW_PAGE.exec(page.url())?.[1] ?? "";
const drawsThere = async () => (await (await fetch(`${site.url}/api/draws`)).json()).draws.length as number;

async function atForm(look: Parameters<typeof visitor>[2] = {}): Promise<Visitor> {
  const someone = await visitor(browser, site.url, look);
  await someone.open("/");
  return someone;
}

/** Makes a listed draw in one step, and waits for the page with its reveal. */
async function drawNow(page: Page): Promise<void> {
  await list(page).fill(TWENTY);
  await page.locator(".more summary").click();
  await page.locator('[name="listed"]').check();
  await review(page, "now");
  await makeIt(page);
  await afterReveal(page);
}

/** Waits for the reveal, skips it, and waits for the result. */
async function afterReveal(page: Page): Promise<void> {
  await stage(page).waitFor();
  await page.keyboard.press("Escape");
  await page.locator(".result li").waitFor();
}

test("by touch it takes three taps, and the winner is revealed", async () => {
  const { page, nothingWrong, leave } = await atForm({ phone: true });
  const { y } = (await list(page).boundingBox()) ?? { y: Infinity };
  expect(y).toBeLessThan(350);
  await list(page).tap();
  await page.keyboard.insertText(TWENTY);
  await page.getByRole("button", { name: "Draw now", exact: true }).tap();
  await page.locator("dialog[open]").waitFor();
  await expectAccessible(page);
  await arrive(page, () => page.getByRole("button", { name: "Lock and draw now" }).tap());
  await afterReveal(page);
  expect(await page.locator("h1").textContent()).toMatch(/^Draw, \d{1,2} \w+ 20\d\d$/);
  // The key is neither in the shared address nor in the shared page.
  expect(page.url()).toMatch(DRAW_PAGE);
  await expectAccessible(page);
  expect((await checkedRecord(site.url, idOn(page))).report.verdict).toBe("holds");
  nothingWrong();
  await leave();
});

test("reload, Back and Enter never make a second draw or lose the organiser's link", async () => {
  const { page, nothingWrong, leave } = await atForm();
  const before = await drawsThere();
  await drawNow(page);
  const id = idOn(page);
  const link = await page.locator("#organiser-link").inputValue();
  expect(link).toMatch(new RegExp(`^${site.url}/draws/${id}/manage#[\\w-]{43}$`));
  await page.reload();
  expect(await page.locator("#organiser-link").inputValue()).toBe(link);
  await page.locator(".result li").waitFor();
  expect(await stage(page).count()).toBe(0);
  await page.goBack();
  await page.waitForSelector("form[data-make]");
  await page.goForward();
  await page.locator(".result li").waitFor();
  expect([idOn(page), await drawsThere()]).toEqual([id, before + 1]);
  nothingWrong();
  await leave();
});

test("a bookmark of the organiser's page opens it again, and this browser remembers the draw on request", async () => {
  const { page, nothingWrong, leave } = await atForm();
  await drawNow(page);
  const id = idOn(page);
  await page.locator("[data-keep]").click();
  await page.locator("[data-kept]").waitFor();
  await page.locator("a[data-manage]").click();
  await page.getByText("The draw is finished").waitFor();
  const bookmark = page.url();
  expect(bookmark).toMatch(/\/manage#[\w-]{43}$/);
  const elsewhere = await visitor(browser, site.url);
  await elsewhere.page.goto(bookmark);
  await elsewhere.page.getByText("The draw is finished").waitFor();
  // A refused key is not sent again.
  await elsewhere.page.goto("about:blank");
  await elsewhere.page.goto(bookmark.replace(/#.*/, `#${"x".repeat(43)}`));
  await elsewhere.page.locator(".problems").waitFor();
  await elsewhere.leave();
  await page.goto(`${site.url}/draws`);
  await page.locator(`.mine a[href$="/draws/${id}/manage${new URL(bookmark).hash}"]`).waitFor();
  await expectAccessible(page);
  await page.locator(".mine button").click();
  expect(await page.locator(".mine li").count()).toBe(0);
  nothingWrong();
  await leave();
});

test.each([
  ["2040-12-24T20:00", "2040-12-24T19:00:00.000Z"],
  ["2040-07-24T20:00", "2040-07-24T18:00:00.000Z"],
])("scheduled in Berlin for %s it is drawn at %s", async (typed, drawAfter) => {
  const { page, nothingWrong, leave } = await atForm({ phone: true });
  await list(page).fill(TWENTY);
  await page.locator(".schedule summary").tap();
  expect(await page.locator("[data-zone]").textContent()).toBe("(Europe/Berlin)");
  await page.locator("#drawAfter").fill(typed);
  await expectAccessible(page);
  await review(page, "at");
  expect(await page.locator("dialog time").textContent()).toContain("20:00:00 (");
  await makeIt(page);
  const draw = await (await fetch(`${site.url}/api/draws/${idOn(page)}`)).json();
  expect(draw).toMatchObject({ state: "locked", drawAfter });
  nothingWrong();
  await leave();
});

test("without scripts times are in UTC, marked as such; the winner is on the page with the links", async () => {
  const { page, nothingWrong, leave } = await atForm({ javaScript: false, phone: true });
  await list(page).fill(TWENTY);
  expect(await page.locator("[data-zone]").textContent()).toBe("(UTC)");
  await review(page, "now");
  await makeIt(page);
  expect(await page.locator("ol.winners li").count()).toBe(1);
  expect(await page.locator("#manage-link").inputValue()).toContain("/manage#");
  nothingWrong();
  await leave();
});
