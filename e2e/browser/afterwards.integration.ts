// After a draw, in a real browser: the redraw of a void one, links, the result as CSV, the certificate.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { verifyRecord } from "@fairhat/verify";
import type { Browser, Page } from "playwright-core";
import { NAMES } from "../names.ts";
import { expectAccessible } from "./axe.ts";
import { startBrowser, visitor } from "./browser.ts";
import { makeDraw, step } from "./fixtures.ts";
import { list, shown } from "./form.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive, makeIt, manageWith, review } from "./table.ts";

setDefaultTimeout(120_000);

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test("a void draw is drawn again from its manage page, and the new record verifies", async () => {
  const old = await makeDraw(site.url, {
    title: "First try",
    rule: "winners/1",
    params: { winners: 1 },
    entries: NAMES,
    draw: "later",
  });
  await step(site.url, old, "lock");
  await step(site.url, old, "void", { reason: "somebody was left out" });
  const { page, nothingWrong, leave } = await visitor(browser, site.url);
  await manageWith(page, `${site.url}/draws/${old.id}`, old.manageKey);
  await arrive(page, () => page.getByRole("button", { name: "Draw again, as a new draw" }).click());
  await expectAccessible(page);
  await list(page).fill([...NAMES, "Somebody"].join("\n"));
  await shown(page, ".preview", "301 entries");
  expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(old.manageKey);
  await review(page, "now");
  await expectAccessible(page);
  await makeIt(page);
  const url = page.url();
  expect(url).toMatch(/\/draws\/[0-9a-f]{32}$/);
  await page.waitForFunction(() => !JSON.stringify(localStorage).includes("draft"));
  await page.goto(url);
  await arrive(page, () => page.locator(`a[href="/draws/${old.id}"]`).click());
  await arrive(page, () => page.locator(`a[href="${new URL(url).pathname}"]`).click());
  const record = await (await fetch(`${url.replace("/draws/", "/api/draws/")}/record`)).bytes();
  expect(verifyRecord(record, {})).toMatchObject({ verdict: "holds" });
  expect(JSON.parse(new TextDecoder().decode(record)).manifest.previous).toBe(old.id);
  nothingWrong();
  await leave();
});

async function pagesOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  return pdf.match(/\/Type \/Page\b/g)?.length ?? 0;
}

describe("after the draw", () => {
  const people = (count: number, name = "Maximiliane Oberdorfstetten") =>
    Array.from({ length: count }, (_, at) => `${name} ${at}`);

  test.each<[string, object]>([
    ["16 winners and 4 alternates", { rule: "winners/1", params: { winners: 16, alternates: 4 }, entries: people(40) }],
    ["6 teams of 5", { rule: "groups/1", params: { groups: 6 }, entries: people(30) }],
    ["12 teams of 6", { rule: "groups/1", params: { groups: 12 }, entries: people(72, "Alexandra Carter") }],
  ])("a certificate with %s is one page", async (_, changes) => {
    const title = "Sixteen places in the pottery class of the adult education centre";
    const { id } = await makeDraw(site.url, { title, ...changes, draw: "now" });
    const { page, open, leave } = await visitor(browser, site.url);
    await open(`/draws/${id}`);
    expect(await pagesOf(page)).toBe(1);
    await leave();
  });

  test("links are copied, the result downloads as CSV, and the certificate is one page", async () => {
    // A winner with a name of 200 characters may need a second page.
    const entries = NAMES.filter((name) => name.length < 60);
    const draw = {
      title: "Three books",
      organiser: "The reading circle",
      rule: "winners/1",
      entries,
      draw: "now",
    };
    const { id } = await makeDraw(site.url, { ...draw, params: { winners: 3, alternates: 2 } });
    const { page, open, nothingWrong, leave } = await visitor(browser, site.url);
    await open(`/draws/${id}`);
    await page.locator("#public-link + button").click();
    await shown(page, "#public-link + button", "Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${site.url}/draws/${id}`);
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByText("The result as CSV").click()]);
    expect(download.suggestedFilename()).toBe(`fairhat-${id}.csv`);
    await page.evaluate(() => {
      window.print = () => document.body.setAttribute("data-printed", "");
    });
    await page.getByRole("button", { name: "Print a certificate" }).click();
    expect(await page.locator("[data-printed]").count()).toBe(1);
    expect(await pagesOf(page)).toBe(1);
    await page.emulateMedia({ media: "print" });
    for (const part of [".title", ".result", ".certificate", ".qr"])
      expect(await page.locator(part).first().isVisible()).toBe(true);
    for (const part of ["nav", "footer", "button", ".entries", ".steps"])
      expect(await page.locator(part).first().isVisible()).toBe(false);
    const { manifest } = await (await fetch(`${site.url}/api/draws/${id}`)).json();
    await shown(page, ".certificate", manifest);
    nothingWrong();
    await leave();
  });
});
