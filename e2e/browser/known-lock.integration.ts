// A visitor's browser remembers the lists that it saw locked, and warns about a different one.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, checkHere } from "./checking.ts";
import { type Draw, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { revealed } from "./watching.ts";

setDefaultTimeout(60_000);

const DRAW = { title: "Two books", rule: "winners/1", params: { winners: 2 }, entries: NEIGHBOURS, draw: "later" };
const OTHER = "f".repeat(64);

let site: Running;
let browser: Browser;
let someone: Visitor;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});
beforeEach(async () => {
  someone = await visitor(browser, site.url, { phone: true, reducedMotion: true });
  page = someone.page;
});
afterEach(() => someone.leave());

async function lockedDraw(): Promise<Draw> {
  const draw = await makeDraw(site.url, DRAW);
  await step(site.url, draw, "lock");
  return draw;
}

const known = () => page.evaluate(() => JSON.parse(localStorage.getItem("fairhat locks") ?? "[]"));
const warning = () => page.locator("#draw > [role=alert]").textContent();

async function expectFine(): Promise<void> {
  await expectAccessible(page);
  await expectNoWiderThanWindow(page);
  someone.nothingWrong();
}

describe("a list that was seen locked", () => {
  test("is stored, and a check after the draw says so", async () => {
    const draw = await lockedDraw();
    await someone.open(`/draws/${draw.id}`);
    await page.waitForSelector("[data-noted]:not([hidden])");
    const { manifest } = await (await fetch(`${site.url}/api/draws/${draw.id}`)).json();
    expect(await known()).toMatchObject([{ draw: draw.id, M: manifest, waiting: true }]);
    await expectFine();
    await step(site.url, draw, "draw");
    await revealed(page);
    const { tone, text, checks } = await checkHere(page);
    expect([tone, checks]).toEqual(["good", ALL_PASSED]);
    expect(text).toContain("This browser saw this list locked on");
    await expectFine();
  });

  test("is stored when it happens during the visit", async () => {
    const draw = await makeDraw(site.url, DRAW);
    await someone.open(`/draws/${draw.id}`);
    await page.waitForSelector("[data-live]:not([hidden])");
    expect(await known()).toEqual([]);
    await step(site.url, draw, "lock");
    await page.waitForSelector("[data-noted]:not([hidden])");
    expect(await known()).toMatchObject([{ draw: draw.id, waiting: true }]);
  });

  test("and differs now raises a warning, on the page and in the check", async () => {
    const draw = await lockedDraw();
    await someone.open(`/draws/${draw.id}`);
    await page.waitForSelector("[data-noted]:not([hidden])");
    await page.evaluate((M) => {
      const [seen] = JSON.parse(localStorage.getItem("fairhat locks") ?? "[]");
      localStorage.setItem("fairhat locks", JSON.stringify([{ ...seen, M }]));
    }, OTHER);
    await step(site.url, draw, "draw");
    await page.waitForSelector('#draw[data-state="drawn"]');
    expect(await warning()).toContain("Do not trust this page.");
    await expectFine();
    const { tone, text } = await checkHere(page);
    expect(tone).toBe("bad");
    expect(text).toContain("this browser saw the same draw locked with another list");
    expect(await page.locator(".findings").textContent()).toContain(OTHER);
    await expectFine();
  });
});

test("a draw first seen when drawn is not reported as seen before", async () => {
  const { id } = await makeDraw(site.url, { ...DRAW, draw: "now" });
  await someone.open(`/draws/${id}`);
  const { tone, text } = await checkHere(page);
  expect([tone, text.includes("This browser saw")]).toEqual(["good", false]);
});

test("a browser without storage shows the page as well", async () => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("full", "QuotaExceededError");
    };
  });
  const draw = await lockedDraw();
  await someone.open(`/draws/${draw.id}`);
  await page.waitForSelector("[data-live]:not([hidden])");
  expect(await page.locator("[data-noted]:not([hidden])").count()).toBe(0);
  await step(site.url, draw, "draw");
  await revealed(page);
  expect(await checkHere(page)).toMatchObject({ tone: "good" });
  someone.nothingWrong();
});

test("the page of one draw at the address of another warns", async () => {
  const [asked, other] = [await lockedDraw(), await lockedDraw()];
  const forged = await (await fetch(`${site.url}/draws/${other.id}`, { headers: { accept: "text/html" } })).text();
  await page.route(`**/draws/${asked.id}`, (route) => route.fulfill({ contentType: "text/html", body: forged }));
  await page.goto(`${site.url}/draws/${asked.id}`);
  await page.waitForSelector("#draw > [role=alert]");
  expect(await warning()).toContain("another draw than its address names");
});

test("the offered lock is the file that the API gives", async () => {
  const draw = await lockedDraw();
  await someone.open(`/draws/${draw.id}`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("Download the lock").click()]);
  expect(download.suggestedFilename()).toBe(`fairhat-${draw.id}-lock.json`);
  const file = await Bun.file(await download.path()).text();
  expect(file).toBe(await (await fetch(`${site.url}/api/draws/${draw.id}/lock`)).text());
});
