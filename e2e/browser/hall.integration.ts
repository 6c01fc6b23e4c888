// The big-screen view: one screen, one key, no scrolling.
import { afterAll, afterEach, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { type Look, startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Draw, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { drawnPlaces, inState, shownByKey, shownPlaces, stage } from "./watching.ts";

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

const BOOKS = { title: "Three books", rule: "winners/1", params: { winners: 3 }, entries: NEIGHBOURS, draw: "later" };
const make = (changes: object = {}) => makeDraw(site.url, { ...BOOKS, ...changes });

/** A person at the screen; `organiser` if their browser has the key. */
async function presenter({ id, manageKey }: Draw, organiser: boolean, look: Look = {}): Promise<Visitor> {
  const someone = await visitor(browser, site.url, look);
  here.push(someone);
  const kept = [`fairhat organiser ${id}`, manageKey] as const;
  if (organiser) await someone.page.addInitScript(([name, key]) => sessionStorage.setItem(name, key), kept);
  expect(await someone.open(`/draws/${id}/present`)).toBe(200);
  return someone;
}

const scrolls = () => document.documentElement.scrollHeight > innerHeight;

test("one key draws, reveals one winner after the other, and ends with all of them beside the QR code", async () => {
  const draw = await make();
  const { page, nothingWrong } = await presenter(draw, true);
  const other = await presenter(draw, false);
  await page.getByText("Press space, or tap, to draw").waitFor();
  expect(await page.evaluate(scrolls)).toBe(false);
  await expectAccessible(page);
  await page.keyboard.press("Space");
  await stage(page).waitFor();
  const places = await drawnPlaces(site.url, draw);
  // The first one waits for the key, however long.
  await page.waitForTimeout(3_000);
  expect(await page.locator(".card-of").count()).toBe(0);
  expect(await shownByKey(page, "Space")).toEqual([
    ["Winner 3", places.slice(2)],
    ["Winner 2", places.slice(1, 2)],
    ["Winner 1", places.slice(0, 1)],
    ["The result", places],
  ]);
  expect(await shownPlaces(page)).toEqual(places);
  expect(await page.evaluate(scrolls)).toBe(false);
  // A second screen without the key shows the same draw without a key press.
  await inState(other.page, "drawn");
  await stage(other.page).waitFor();
  nothingWrong();
});

test("a screen without the organiser's key cannot draw", async () => {
  const draw = await make();
  const { page, nothingWrong } = await presenter(draw, false);
  await page.keyboard.press("Space");
  await page.locator(".hall h1").click();
  const { state } = await (await fetch(`${site.url}/api/draws/${draw.id}`)).json();
  expect(state).toBe("open");
  nothingWrong();
});

test("a draw that becomes void while it is presented shows that", async () => {
  const draw = await make();
  const { page, nothingWrong } = await presenter(draw, true);
  await step(site.url, draw, "lock");
  await inState(page, "locked");
  await step(site.url, draw, "void", { reason: "A name is missing" });
  await page.getByText("A name is missing").waitFor();
  await page.keyboard.press("Space");
  expect(await stage(page).count()).toBe(0);
  nothingWrong();
});

const LONG = "Ä".repeat(200);
const people = (count: number) => Array.from({ length: count }, (_, at) => `Person ${at}`);

test.each<[string, object]>([
  ["a few", {}],
  ["long ones", { title: LONG, organiser: LONG, entries: [LONG, `B${LONG.slice(1)}`, "C"] }],
  ["teams", { rule: "groups/1", params: { groups: 12 }, entries: people(72) }],
  ["numbers", { rule: "numbers/1", params: { from: 1, to: 49, count: 6 }, entries: [] }],
])("%s fit on the screen", async (_, changes) => {
  const draw = await make({ ...changes, draw: "now" });
  const looks: Look[] = [{}, { dark: true }, { phone: true }];
  for (const look of looks) {
    const { page, nothingWrong } = await presenter(draw, false, { ...look, reducedMotion: true });
    await expectAccessible(page);
    await expectNoWiderThanWindow(page);
    expect(await page.evaluate(scrolls)).toBe(false);
    // A phone is not a big screen: seventy names scroll in their card there.
    const cut = await page.locator(".result").evaluate((card) => card.scrollHeight > card.clientHeight + 1);
    expect(cut && !look.phone).toBe(false);
    nothingWrong();
  }
});
