// A visitor on a draw's page: finds their name, shares the draw, saves its time.
import { afterAll, afterEach, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { type Look, startBrowser, type Visitor, visitor } from "./browser.ts";
import { makeDraw, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";

setDefaultTimeout(60_000);

let site: Running;
let browser: Browser;
const here: Visitor[] = [];
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterEach(async () => {
  for (const someone of here.splice(0)) await someone.leave();
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

async function someone(path: string, look: Look = {}): Promise<Visitor> {
  const came = await visitor(browser, site.url, look);
  here.push(came);
  expect(await came.open(path)).toBe(200);
  return came;
}

test.each([true, false])("a name is found among 100,000, JavaScript: %p", async (javaScript) => {
  const entries = Array.from({ length: 100_000 }, (_, at) => (at === 77_776 ? "Zoë Müller" : `Person ${at + 1}`));
  const draw = { title: "Who comes along", rule: "winners/1", params: { winners: 1_000 }, entries, draw: "later" };
  const { id } = await makeDraw(site.url, draw);
  const { page, nothingWrong } = await someone(`/draws/${id}`, { phone: true, javaScript });
  await page.getByLabel("Am I on the list?").fill("zoe muller");
  await Promise.all([page.waitForURL(/find=/), page.getByRole("button", { name: "Search" }).click()]);
  expect(await page.locator(".found li").allTextContents()).toEqual(["Zoë Müller entry 77777"]);
  expect(await page.locator(".found").textContent()).toContain("1,000 winners among 100,000 entries");
  await expectNoWiderThanWindow(page);
  if (javaScript) await expectAccessible(page);
  nothingWrong();
});

test("winners are marked in the list", async () => {
  const draw = { title: "Two", rule: "winners/1", params: { winners: 2 }, entries: ["Ada", "Bo"], draw: "now" };
  const { id } = await makeDraw(site.url, draw);
  const { page } = await someone(`/draws/${id}?find=ada`);
  expect(await page.locator(".found .won").textContent()).toMatch(/^Winners · [12]$/);
  expect((await page.locator(".entries .won").allTextContents()).sort()).toEqual(["Winners · 1", "Winners · 2"]);
});

test("another website can frame the embeddable page and no other", async () => {
  const draw = { title: "Two", rule: "winners/1", params: { winners: 1 }, entries: ["Ada", "Bo"], draw: "now" };
  const { id } = await makeDraw(site.url, draw);
  const { page } = await someone(`/draws/${id}`);
  await page.locator(".share summary").click();
  const code = await page.getByLabel("Code for your website").inputValue();
  const frames = code + code.replace("/embed", "");
  const other = Bun.serve({
    port: 0,
    fetch: () => new Response(`<!doctype html>${frames}`, { headers: { "content-type": "text/html" } }),
  });
  await page.goto(`http://127.0.0.1:${other.port}/`);
  await page.frameLocator("iframe >> nth=0").locator(".result bdi").first().waitFor();
  expect(await page.frameLocator("iframe >> nth=1").locator("#draw").count()).toBe(0);
  await other.stop(true);
});

test("an announced draw goes into a calendar, and its page is shared through the device", async () => {
  const draw = { title: "Later", rule: "winners/1", params: { winners: 1 }, entries: ["Ada", "Bo"], draw: "later" };
  const made = await makeDraw(site.url, draw);
  await step(site.url, made, "lock", { drawAfter: "2099-12-24T18:30:00.000Z" });
  const { page, nothingWrong } = await someone("/rules");
  await page.addInitScript(() => {
    Object.assign(navigator, { share: async (given: object) => Object.assign(window, { given }) });
  });
  await page.goto(`${site.url}/draws/${made.id}`);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByText("Add to my calendar").click()]);
  const text = await Bun.file(await file.path()).text();
  expect(text).toContain("DTSTART:20991224T183000Z");
  await page.getByRole("button", { name: "Share…" }).click();
  expect(await page.evaluate(() => (window as unknown as { given: object }).given)).toEqual({
    title: "Later",
    url: `${site.url}/draws/${made.id}`,
  });
  await expectAccessible(page);
  nothingWrong();
});
