// The reveal only replays a finished draw, and everyone gets all of it, on screen and by screen reader.
import { afterAll, afterEach, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { type Look, startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Draw, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { tasksDuring } from "./tasks.ts";
import { drawnPlaces, inState, noteCards, revealed, shownByKey, shownPlaces, stage } from "./watching.ts";

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

const LONG = "Donaudampfschifffahrt".repeat(10).slice(0, 200);
const BOOKS = { title: "Three books", rule: "winners/1", params: { winners: 3 }, entries: NEIGHBOURS, draw: "now" };
const make = (changes: object = {}) => makeDraw(site.url, { ...BOOKS, ...changes });

async function watcher({ id }: Draw, look: Look & { style?: string } = {}, hash = "#reveal"): Promise<Visitor> {
  const someone = await visitor(browser, site.url, look);
  here.push(someone);
  const { style = "envelopes" } = look;
  await someone.page.addInitScript((chosen) => localStorage.setItem("fairhat reveal", chosen), style);
  await someone.page.addInitScript(listen);
  await someone.page.addInitScript(noteCards);
  expect(await someone.open(`/draws/${id}${hash}`)).toBe(200);
  return someone;
}

/** Text announced to a screen reader during the reveal. */
const spoken = (page: Page) => page.evaluate(() => (window as unknown as { said: string[] }).said);
const listen = () => {
  const said: string[] = [];
  Object.assign(window, { said });
  new MutationObserver(() => {
    const text = document.querySelector('.stage [role="status"]')?.textContent;
    if (text && text !== said.at(-1)) said.push(text);
  }).observe(document, { subtree: true, childList: true });
};

describe.each(["envelopes", "wheel", "names"])("by %s", (style) => {
  test("the last place comes first, each is announced, and all are on the page at the end", async () => {
    const draw = await make();
    const places = await drawnPlaces(site.url, draw);
    const { page, nothingWrong } = await watcher(draw, { style });
    // Names replace one another, so the size is read at the moment the name is found.
    const size = await page.waitForFunction(() => {
      const name = document.querySelector(".winner");
      return name && Number.parseFloat(getComputedStyle(name).fontSize);
    });
    expect(await size.jsonValue()).toBeGreaterThanOrEqual(64);
    expect(await shownByKey(page, "Space")).toEqual([
      ["Winner 3", places.slice(2)],
      ["Winner 2", places.slice(1, 2)],
      ["Winner 1", places.slice(0, 1)],
      ["The result", places],
    ]);
    const said = places.map((name, at) => `Winner ${at + 1}: \u2068${name}\u2069.`);
    expect(await spoken(page)).toEqual(said.toReversed());
    expect(await shownPlaces(page)).toEqual(places);
    expect(new URL(page.url()).hash).toBe("");
    nothingWrong();
  });

  test("Escape ends it, and its button shows it again", async () => {
    const draw = await make();
    const { page, nothingWrong } = await watcher(draw, { style, phone: true });
    await page.locator(".card-of").waitFor();
    await expectAccessible(page);
    await revealed(page);
    await expectNoWiderThanWindow(page);
    await page.getByRole("button", { name: "Reveal again" }).press("Enter");
    await stage(page).waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await stage(page).waitFor({ state: "detached" });
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(site.url, draw));
    nothingWrong();
  });
});

describe("the wheel", () => {
  const three = [{ label: LONG, tickets: 5 }, { label: "محمد الهاشمي", tickets: 2 }, { label: "Ada" }];
  const hundred = Array.from({ length: 100 }, (_, at) => (at % 3 === 0 ? `${LONG.slice(3)}${at}` : `Person ${at}`));

  test.each<[number, object]>([
    [3, { rule: "raffle/1", params: { winners: 2 }, entries: three }],
    [100, { params: { winners: 2 }, entries: hundred }],
  ])("of %i stops on the drawn entry", async (_, changes) => {
    const draw = await make(changes);
    const answer = await (await fetch(`${site.url}/api/draws/${draw.id}`)).json();
    const drawn = (answer.result.winners as { position: number }[]).map(({ position }) => String(position + 1));
    const { page, nothingWrong } = await watcher(draw, { style: "wheel" });
    const rests: (string | null)[] = [];
    for (const _ of drawn) {
      await page.locator(".card-of").waitFor();
      // Measured by its angle, not by the target it was given.
      rests.push(await page.locator(".wheel").getAttribute("data-rests"));
      const inside = await page
        .locator(".wheel text")
        .evaluateAll((texts) => texts.every((text) => (text as SVGTextElement).getComputedTextLength() <= 57));
      expect(inside).toBe(true);
      await page.keyboard.press("Space");
    }
    expect(rests).toEqual(drawn.toReversed());
    nothingWrong();
  });

  test("is not offered for more entries than fit", async () => {
    const entries = Array.from({ length: 101 }, (_, at) => `Person ${at}`);
    const { page } = await watcher(await make({ entries }), { style: "wheel" }, "");
    expect(await page.getByLabel("Show as").locator("option").allTextContents()).toEqual([
      "Envelopes",
      "Rolling names",
    ]);
  });
});

test("visitors who prefer reduced motion get a crossfade", async () => {
  const draw = await make();
  const { page, nothingWrong } = await watcher(draw, { style: "wheel", reducedMotion: true });
  await page.locator(".card-of").waitFor();
  const moved = await page.evaluate(() =>
    document.getAnimations().flatMap(({ effect }) => {
      const frames = effect instanceof KeyframeEffect ? effect.getKeyframes() : [];
      return frames.map(({ transform }) => transform).filter(Boolean);
    }),
  );
  expect(moved).toEqual([]);
  expect(await page.locator(".wheel, .confetti").count()).toBe(0);
  const places = await drawnPlaces(site.url, draw);
  expect((await shownByKey(page, "Space")).at(-1)).toEqual(["The result", places]);
  nothingWrong();
});

test("later visitors get the result without a reveal", async () => {
  const { page } = await watcher(await make(), {}, "");
  expect(await page.locator(".result li:visible").count()).toBe(3);
  expect(await stage(page).count()).toBe(0);
});

test("a name of 200 characters fits on a phone, and so do teams", async () => {
  const prizes = [{ name: LONG, quantity: 1 }];
  const long = await make({ rule: "prizes/1", params: { prizes }, entries: [LONG, `B${LONG.slice(1)}`] });
  const people = Array.from({ length: 44 }, (_, at) => `Person ${at}`);
  const teams = await make({ rule: "groups/1", params: { groups: 8 }, entries: people });
  for (const draw of [long, teams]) {
    const { page } = await watcher(draw, { phone: true });
    await page.locator(".card-of").waitFor();
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const whole = await page
      .locator(".cards")
      .evaluate((cards) => cards.scrollHeight <= cards.clientHeight && cards.scrollWidth <= cards.clientWidth);
    expect(whole).toBe(true);
  }
});

test("ten thousand winners do not block the page", async () => {
  const entries = Array.from({ length: 12_000 }, (_, at) => `Person ${at}`);
  const draw = await make({ entries, params: { winners: 10_000 }, draw: "later" });
  const { page } = await watcher(draw, {}, "");
  const { longest } = await tasksDuring(browser, async () => {
    await step(site.url, draw, "draw");
    await stage(page).waitFor();
    await page.evaluate(() => void performance.mark("begun"));
    expect((await shownByKey(page, "Space")).length).toBeLessThanOrEqual(24);
  });
  expect(longest).toBeLessThan(3_000);
  expect(await shownPlaces(page)).toHaveLength(1_000);
});

test("if the reveal cannot be loaded, the result is shown at once", async () => {
  const draw = await make({ draw: "later" });
  const { page } = await watcher(draw, {}, "");
  await page.route("**/assets/stage-*.js", (route) => route.abort());
  await step(site.url, draw, "draw");
  await inState(page, "drawn");
  await page.locator(".result:not(.veiled) li").first().waitFor();
  expect(await shownPlaces(page)).toEqual(await drawnPlaces(site.url, draw));
});
