// The main job without JavaScript, up to the file that anyone can check.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { verifyRecord } from "@fairhat/verify";
import type { Browser } from "playwright-core";
import { NAMES } from "../names.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive, fillAndSend, makeIt } from "./table.ts";

setDefaultTimeout(60_000);

let site: Running;
let browser: Browser;
let organiser: Visitor;
let visitorOfPage: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  organiser = await visitor(browser, site.url, { javaScript: false });
  visitorOfPage = await visitor(browser, site.url, { javaScript: false, phone: true });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

test("a draw among three hundred names is made, locked, drawn, seen by others, and its record fetched", async () => {
  const { page } = organiser;
  const typed = { entries: NAMES.join("\n"), "winners/1.winners": "3", "winners/1.alternates": "2" };
  await fillAndSend(page, site.url, typed);
  await makeIt(page);
  const link = new URL(await page.locator("#public-link").inputValue());
  const press = (action: string) => arrive(page, () => page.locator(`button:not(.unseen)[value="${action}"]`).click());

  // On another day, the organiser has the link and enters its key by hand.
  const kept = new URL(await page.locator("#manage-link").inputValue());
  await page.goto("about:blank");
  await page.goto(kept.href);
  expect(await page.locator("noscript p").isVisible()).toBe(true);
  await page.locator("#key").fill(kept.hash.slice(1));
  await press("show");

  const { page: seen } = visitorOfPage;
  const lookAgain = () => arrive(seen, () => seen.locator(`main a[href="${link.pathname}"]`).first().click());
  await seen.goto(link.href);
  expect(await seen.locator("#result").count()).toBe(0);
  await press("lock");
  await lookAgain();
  expect(await seen.locator("#result").count()).toBe(0);
  await press("draw");
  await lookAgain();
  expect(await seen.locator(".result li").count()).toBe(5);

  // It may be in a closed disclosure.
  const record = seen.locator("a[download]").first();
  if (!(await record.isVisible())) await seen.locator("details:has(a[download]) > summary").first().click();
  const [download] = await Promise.all([seen.waitForEvent("download"), record.click()]);
  const report = verifyRecord(await Bun.file(await download.path()).bytes());
  expect(report.verdict).toBe("holds");
  organiser.nothingWrong();
  visitorOfPage.nothingWrong();
});
