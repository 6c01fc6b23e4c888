// The organiser's page in a real browser: times are in the local zone, and no final action happens by accident.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, visitor } from "./browser.ts";
import { makeDraw } from "./fixtures.ts";
import { becomes, list, shown } from "./form.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive, manageWith } from "./table.ts";

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

const DRAW = { title: "Three books", rule: "winners/1", params: { winners: 1 }, draw: "later" };

test("a typed time is on the visitor's clock, and Enter in a field does nothing final", async () => {
  const { page, nothingWrong, leave } = await visitor(browser, site.url);
  const { id, manageKey } = await makeDraw(site.url, { ...DRAW, entries: ["Ada", "Grace"] });
  const state = async () => (await (await fetch(`${site.url}/api/draws/${id}`)).json()).state;
  const press = (button: string) => arrive(page, () => page.locator(`[value="${button}"]:not(.unseen)`).click());
  const enter = (field: string) => arrive(page, () => page.locator(field).press("Enter"));
  await manageWith(page, `${site.url}/draws/${id}`, manageKey ?? "");
  expect(await page.locator("[data-zone]").textContent()).toBe("(Europe/Berlin)");
  await page.locator("#drawAfter").fill("2040-07-31T20:00");
  await list(page).fill("1. Ada\n2. Grace\n3. Emmy");
  await shown(page, ".look", "3 lines with numbering");
  await page.getByRole("button", { name: "Remove the numbering" }).click();
  await becomes(page, "Ada\nGrace\nEmmy");
  await expectAccessible(page);
  await enter("#drawAfter");
  expect([await page.locator("#drawAfter").inputValue(), await state()]).toEqual(["2040-07-31T20:00", "open"]);
  expect(await list(page).inputValue()).toBe("Ada\nGrace\nEmmy");
  await press("lock");
  await shown(page, '[role="alert"]', "save the list first");
  await press("entries");
  await press("lock");
  await shown(page, "time", "31 July 2040 at 20:00:00 (31 July 2040 at 18:00:00 UTC)");
  await page.locator("#reason").fill("too few came");
  await enter("#reason");
  expect([await page.locator("#reason").inputValue(), await state()]).toEqual(["too few came", "locked"]);
  await expectAccessible(page);
  await expectNoWiderThanWindow(page);
  nothingWrong();
  await leave();
});

test("the list of an open draw takes a file, whose columns are joined", async () => {
  const { page, nothingWrong, leave } = await visitor(browser, site.url);
  const raffle = { ...DRAW, rule: "raffle/1", entries: ["Ada", "Grace"] };
  const { id, manageKey } = await makeDraw(site.url, raffle);
  await manageWith(page, `${site.url}/draws/${id}`, manageKey ?? "");
  await shown(page, ".look", "2 entries, 2 tickets");
  const rows = "Name;City;Tickets\nEmmy;Erlangen;3\nSophie;Paris;1";
  await page
    .locator('[type="file"]')
    .setInputFiles({ name: "more.csv", mimeType: "text/csv", buffer: Buffer.from(rows) });
  await page.getByLabel("Joined with").selectOption({ label: "Column 2: City" });
  await page.getByRole("button", { name: "Replace the list" }).click();
  await becomes(page, "Emmy Erlangen, 3\nSophie Paris");
  await shown(page, ".look", "2 entries, 4 tickets");
  await arrive(page, () => page.locator('[value="entries"]:not(.unseen)').click());
  const { entries } = await (await fetch(`${site.url}/api/draws/${id}`)).json();
  expect(entries).toMatchObject({ count: 2, tickets: 4 });
  await expectAccessible(page);
  await expectNoWiderThanWindow(page);
  nothingWrong();
  await leave();
});
