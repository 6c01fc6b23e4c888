// The main job by keyboard alone: three hundred names, three winners, two alternates. Meanwhile another visitor keeps
// the draw's page open, sees it locked and drawn without a reload, and checks it.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { checkedRecord, type DrawAnswer } from "../client.ts";
import { NAMES } from "../names.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, verdictOn } from "./checking.ts";
import { paste, retype, tabTo } from "./keyboard.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive } from "./table.ts";
import { revealed } from "./watching.ts";

setDefaultTimeout(90_000);

let site: Running;
let browser: Browser;
let organiser: Visitor;
let onlooker: Visitor;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  organiser = await visitor(browser, site.url);
  onlooker = await visitor(browser, site.url, { phone: true });
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const send = (action: string) => `form[action="${action}"] :is(button:not([type]), button[type="submit"])`;
const act = (action: string) => `[name="action"][value="${action}"]`;

/** Tabs to a button that leads to another page, and presses it. */
async function press(page: Page, selector: string, key: "Enter" | "Space"): Promise<void> {
  await tabTo(page, selector);
  await arrive(page, () => page.keyboard.press(key));
}

/** Makes the draw and returns its public link. */
async function make(page: Page): Promise<URL> {
  await page.goto(site.url);
  await tabTo(page, '[name="entries"]');
  await paste(page, NAMES.join("\r\n"));
  await tabTo(page, '[name="winners/1.winners"]');
  await retype(page, "3");
  await tabTo(page, '[name="winners/1.alternates"]');
  await retype(page, "2");
  await tabTo(page, '[name="title"]');
  await page.keyboard.type("Three books");
  await tabTo(page, ".schedule > summary");
  await page.keyboard.press("Enter");
  await tabTo(page, '[name="draw"][value="later"]');
  await page.keyboard.press("Enter");
  await page.locator("dialog[open]").waitFor();
  await press(page, send("/draws"), "Space");
  await page.locator("#public-link").waitFor();
  return new URL(await page.locator("#public-link").inputValue());
}

/** Waits until all these texts are on the page. */
async function waitForTexts(page: Page, texts: string[]): Promise<void> {
  await page.waitForFunction((all) => all.every((text) => document.body.textContent?.includes(text)), texts);
}

const told = async ({ pathname }: URL) => (await (await fetch(`${site.url}/api${pathname}`)).json()) as Told;
type Told = DrawAnswer & { manifest: string; result: Record<"winners" | "alternates", { label: string }[]> };

test("a draw is made, locked and drawn by keyboard, and seen and checked by another visitor", async () => {
  const { page } = organiser;
  const link = await make(page);

  const { page: seen } = onlooker;
  await seen.goto(link.href);
  await seen.evaluate(() => Object.assign(window, { neverReloaded: true }));
  await press(page, act("lock"), "Enter");
  await waitForTexts(seen, [(await told(link)).manifest]);
  await press(page, act("draw"), "Space");
  const { result, id } = await told(link);
  expect([result.winners.length, result.alternates.length]).toEqual([3, 2]);
  await waitForTexts(
    seen,
    [...result.winners, ...result.alternates].map(({ label }) => label),
  );
  expect(await seen.evaluate(() => "neverReloaded" in window)).toBe(true);
  await revealed(seen);

  await tabTo(seen, "#check .begin");
  await seen.keyboard.press("Enter");
  expect(await verdictOn(seen)).toMatchObject({ tone: "good", checks: ALL_PASSED });
  expect((await checkedRecord(site.url, id)).report.verdict).toBe("holds");
  organiser.nothingWrong();
  onlooker.nothingWrong();
});
