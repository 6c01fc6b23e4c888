// Open pages update at the same moment, on any instance of core and over lost connections; and the big-screen view. On
// the real system: two cores, one PostgreSQL.
import { afterAll, afterEach, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { type System, startSystem } from "../system.ts";
import { type Look, startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Draw, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { startFairhat } from "./process.ts";
import { drawnPlaces, inState, isFocused, revealed, shownPlaces, stage, stayed } from "./watching.ts";

setDefaultTimeout(60_000);

let system: System;
let other: string;
let browser: Browser;
const here: Visitor[] = [];
beforeAll(async () => {
  [system, browser] = await Promise.all([startSystem(), startBrowser()]);
  other = await system.another("core");
});
afterEach(async () => {
  for (const someone of here.splice(0)) await someone.leave();
});
afterAll(async () => {
  await browser.close();
  await system.stop();
});

const LATER = { title: "Three books", rule: "winners/1", params: { winners: 3 }, entries: NEIGHBOURS, draw: "later" };
const make = (changes: object = {}) => makeDraw(system.url, { ...LATER, ...changes });

async function watcher(draw: Draw, look: Look = {}, url = system.url, rest = ""): Promise<Visitor> {
  const someone = await visitor(browser, url, look);
  here.push(someone);
  expect(await someone.open(`/draws/${draw.id}${rest}`)).toBe(200);
  // Lost when the page reloads.
  await someone.page.evaluate(() => Object.assign(window, { stayed: true })).catch(() => {});
  return someone;
}

describe("a visitor of the page", () => {
  test("sees lock and result without a reload, on every instance of core", async () => {
    const draw = await make();
    const [one, two] = [await watcher(draw), await watcher(draw, { phone: true }, other)];
    for (const [action, state] of [
      ["lock", "locked"],
      ["draw", "drawn"],
    ] as const) {
      // Each step on the other instance.
      await step(action === "lock" ? other : system.url, draw, action);
      for (const { page } of [one, two]) await inState(page, state);
    }
    for (const { page, nothingWrong } of [one, two]) {
      await revealed(page);
      expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
      expect(await stayed(page)).toBe(true);
      nothingWrong();
    }
  });

  test("sees a no-show replaced without a reload, on the page and in the hall", async () => {
    const draw = await make({ draw: "now", params: { winners: 2, alternates: 2 } });
    const [page, hall] = [await watcher(draw), await watcher(draw, {}, other, "/present")];
    const { result } = await (await fetch(`${system.url}/api/draws/${draw.id}`)).json();
    const passed = await fetch(`${system.url}/api/draws/${draw.id}/passovers`, {
      method: "POST",
      headers: { authorization: `Bearer ${draw.manageKey}`, "content-type": "application/json" },
      body: JSON.stringify({ position: result.winners[0].position, reason: "not in the hall" }),
    });
    expect(passed.status).toBe(201);
    for (const { page: shown, nothingWrong } of [page, hall]) {
      const passovers = shown.locator(".passovers");
      await passovers.getByText(result.alternates[0].label).waitFor();
      expect(await passovers.textContent()).toContain("not in the hall");
      expect(await stayed(shown)).toBe(true);
      nothingWrong();
    }
  });

  test("hears a spoken update and keeps the focus", async () => {
    const draw = await make();
    const { page, nothingWrong } = await watcher(draw);
    await page.getByText("The fingerprints of the envelopes").click();
    const link = page.getByRole("link", { name: "Refresh" });
    await link.focus();
    await step(system.url, draw, "lock");
    await inState(page, "locked");
    await page.getByRole("status").filter({ hasText: "The draw is locked." }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.outerHTML)).toBe(
      await link.evaluate((element) => element.outerHTML),
    );
    expect(await page.locator("details", { hasText: "The fingerprints of the envelopes" }).getAttribute("open")).toBe(
      "",
    );
    expect(await stayed(page)).toBe(true);
    nothingWrong();
  });

  test("sees that it is void", async () => {
    const draw = await make();
    await step(system.url, draw, "lock");
    const { page } = await watcher(draw);
    await step(other, draw, "void", { reason: "A name is missing" });
    await page.getByText("A name is missing").waitFor();
    expect(await stayed(page)).toBe(true);
  });

  test("in a hidden tab sees it on return, and costs nothing until then", async () => {
    const draw = await make();
    const { page } = await watcher(draw);
    await page.locator("[data-live]:not([hidden])").waitFor();
    const turn = (hidden: boolean) =>
      page.evaluate((now) => {
        Object.defineProperty(document, "hidden", { value: now, configurable: true });
        document.dispatchEvent(new Event("visibilitychange"));
      }, hidden);
    const ended = page.waitForEvent("requestfailed", (request) => request.resourceType() === "eventsource");
    await turn(true);
    await ended;
    await step(other, draw, "draw");
    await turn(false);
    await inState(page, "drawn");
    expect(await stayed(page)).toBe(true);
  });

  test("of a scheduled draw sees the countdown, and then the result", async () => {
    const draw = await make();
    const { page, nothingWrong } = await watcher(draw);
    const drawAfter = new Date(Date.now() + 9_000).toISOString();
    await step(system.url, draw, "lock", { drawAfter });
    await page.waitForFunction(() => {
      const [clock, words] = [".clock", ".unseen"].map(
        (part) => document.querySelector(`.countdown ${part}`)?.textContent,
      );
      return /^00:0[1-9]$/.test(clock ?? "") && words === "The draw runs in 10 seconds.";
    });
    await inState(page, "drawn");
    await revealed(page);
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
    nothingWrong();
  });

  test("without JavaScript refreshes by a link", async () => {
    const draw = await make();
    const { page } = await watcher(draw, { javaScript: false });
    await step(system.url, draw, "draw");
    await page.getByRole("link", { name: "Refresh" }).click();
    await inState(page, "drawn");
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
  });
});

describe("a lost connection", () => {
  test("during the reveal changes nothing", async () => {
    const draw = await make();
    const { page } = await watcher(draw);
    await step(system.url, draw, "draw");
    await stage(page).waitFor();
    await page.context().setOffline(true);
    await revealed(page);
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
    await page.context().setOffline(false);
    expect(await stayed(page)).toBe(true);
  });

  test("is shown, and its updates are caught up", async () => {
    const draw = await make();
    const { page } = await watcher(draw);
    await page.locator("[data-live]:not([hidden])").waitFor();
    await system.kill("core");
    const notice = page.locator(".connection", { hasText: "Connection lost." });
    await notice.waitFor();
    await page.getByRole("status").filter({ hasText: "Connection lost." }).waitFor();
    expect(await notice.getByRole("link", { name: "Refresh" }).count()).toBe(1);
    await step(other, draw, "draw");
    await system.start("core");
    await inState(page, "drawn");
    await page.getByRole("status").filter({ hasText: "It is drawn. The result is on the page. Connected" }).waitFor();
    await revealed(page);
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
    expect(await stayed(page)).toBe(true);
  });

  test("of the network is shown at once", async () => {
    const { page } = await watcher(await make());
    await page.locator("[data-live]:not([hidden])").waitFor();
    await page.context().setOffline(true);
    await page.locator(".connection", { hasText: "Connection lost." }).waitFor();
    expect(await page.locator("[data-live]").isVisible()).toBe(false);
    await page.context().setOffline(false);
    await page.locator(".connection", { hasText: "Connected again." }).waitFor();
    expect(await page.locator("[data-live]").isVisible()).toBe(true);
  });
});

test("open pages do not delay the end of the process", async () => {
  const site = await startFairhat();
  const { id } = await makeDraw(site.url, LATER);
  const ends = Array.from({ length: 50 }, async () => {
    const { body } = await fetch(`${site.url}/api/draws/${id}/events`);
    const reader = (body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    return async () => {
      while (!(await reader.read()).done);
    };
  });
  const until = await Promise.all(ends);
  const from = performance.now();
  await site.stop();
  for (const ended of until) await ended();
  // Shorter than the grace period: the streams ended, none was cut.
  expect(performance.now() - from).toBeLessThan(5_000);
});

describe("on a big screen", () => {
  test("one screen follows the draw, by keyboard alone", async () => {
    const draw = await make();
    const { page, nothingWrong } = await watcher(draw);
    const loaded = page.waitForURL(/\/present$/);
    await page.getByRole("link", { name: "Present on a big screen" }).press("Enter");
    await loaded;
    await page.keyboard.press("Tab"); // the skip link
    await page.keyboard.press("Tab");
    const button = page.getByRole("button", { name: "Full screen" });
    for (let tabs = 0; tabs < 5 && !(await isFocused(button)); tabs += 1) await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.fullscreenElement !== null);
    await step(other, draw, "draw");
    await inState(page, "drawn");
    await revealed(page);
    expect(await shownPlaces(page)).toEqual(await drawnPlaces(other, draw));
    await page.getByRole("button", { name: "Leave full screen" }).press("Enter");
    await page.waitForFunction(() => document.fullscreenElement === null);
    await page.getByRole("button", { name: "Reveal again" }).press("Enter");
    await revealed(page);
    const back = page.waitForURL(new RegExp(`/draws/${draw.id}$`));
    await page.keyboard.press("Escape");
    await back;
    nothingWrong();
  });
});
