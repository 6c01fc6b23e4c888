// Long, many, empty or broken content: each has a clear state and stays within its page.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Draw, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { fillAndSend, manageWith } from "./table.ts";
import { shownByKey, stage } from "./watching.ts";

setDefaultTimeout(60_000);

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const WINNER = { title: "One of us", rule: "winners/1", params: { winners: 1 }, entries: NEIGHBOURS };

describe.each([true, false])("a word of 200 characters, phone: %p", (phone) => {
  const word = "Donaudampfschifffahrt".repeat(10).slice(0, 200);
  const prizes = [{ name: word, quantity: 1 }];
  const draw = {
    title: word,
    organiser: word,
    rule: "prizes/1",
    params: { prizes },
    entries: [word, word],
    listed: true,
  };
  let someone: Visitor;
  beforeAll(async () => {
    someone = await visitor(browser, site.url, { phone, reducedMotion: true });
  });
  afterAll(() => someone.leave());

  const expectFine = async () => {
    await expectNoWiderThanWindow(someone.page);
    await expectAccessible(someone.page);
    someone.nothingWrong();
  };

  test("stays within the pages of a draw", async () => {
    const { id } = await makeDraw(site.url, { ...draw, draw: "now" });
    for (const path of [`/draws/${id}`, "/draws"]) {
      await someone.open(path);
      expect(await someone.page.locator("main").textContent()).toContain(word);
      await expectFine();
    }
  });

  test("stays within a page that explains why a draw is void", async () => {
    const stopped = await makeDraw(site.url, { ...draw, draw: "later" });
    await step(site.url, stopped, "lock");
    await step(site.url, stopped, "void", { reason: word });
    await someone.open(`/draws/${stopped.id}`);
    await expectFine();
  });

  test("stays within the pages that make and manage it", async () => {
    const typed = { title: word, organiser: word, entries: `${word}\n${word}\n${word}` };
    await fillAndSend(someone.page, site.url, typed);
    await expectFine();
    await fillAndSend(someone.page, site.url, { ...typed, "winners/1.winners": word });
    await expectFine();
    const open = await makeDraw(site.url, { ...draw, draw: "later" });
    await manageWith(someone.page, `${site.url}/draws/${open.id}`, open.manageKey);
    await expectFine();
  });
});

describe("other visitors", () => {
  let someone: Visitor;
  beforeAll(async () => {
    someone = await visitor(browser, site.url, { phone: true });
  });
  afterAll(() => someone.leave());

  test("see the first thousand of 10,000 winners, the cut, and the record that has all", async () => {
    const entries = Array.from({ length: 10_000 }, (_, n) => `Ticket ${n + 1}`);
    const { id } = await makeDraw(site.url, { ...WINNER, params: { winners: 10_000 }, entries, draw: "now" });
    await someone.open(`/draws/${id}`);
    const result = someone.page.locator(".result");
    expect(await result.locator("li").count()).toBe(1_000);
    expect(await result.textContent()).toContain("1,000");
    expect(await someone.page.locator(`a[href="/api/draws/${id}/record"]`).count()).toBeGreaterThan(0);
    await expectNoWiderThanWindow(someone.page);
    someone.nothingWrong();
  });

  test("read why a draw is void, and see no result", async () => {
    const draw = await makeDraw(site.url, { ...WINNER, draw: "later" });
    await step(site.url, draw, "lock");
    await step(site.url, draw, "void", { reason: "Grace was left out" });
    await someone.open(`/draws/${draw.id}`);
    expect(await someone.page.getByText("Grace was left out").isVisible()).toBe(true);
    expect(await someone.page.locator("#result").count()).toBe(0);
    someone.nothingWrong();
  });

  test("are invited to make a draw if there is none", async () => {
    await someone.open(`/draws?after=2020-01-01T00:00:00.000Z_${"0".repeat(32)}`);
    expect(await someone.page.locator("main").getByRole("listitem").count()).toBe(0);
    expect(await someone.page.locator('main a[href="/"]').isVisible()).toBe(true);
    someone.nothingWrong();
  });

  test("see a finding for a list that was typed before the help had loaded", async () => {
    const { page } = await visitor(browser, site.url);
    const arrived = Promise.withResolvers<void>();
    await page.route("**/assets/list-*.js", (route) => arrived.promise.then(() => route.continue()));
    await page.addInitScript(() => {
      const { postMessage } = Worker.prototype;
      Worker.prototype.postMessage = function (...given: [unknown]) {
        Object.assign(window, { asked: true });
        postMessage.apply(this, given);
      };
    });
    await page.goto(site.url);
    await page.locator('[name="entries"]').fill("Ada");
    await page.waitForFunction(() => "asked" in window);
    await page.locator('[name="entries"]').fill("Ada\nAda");
    arrived.resolve();
    await page.waitForSelector(".look li"); // Ada is listed twice
  });

  test("opens a manage link in a window that already asks for the key", async () => {
    const draw: Draw = await makeDraw(site.url, { ...WINNER, draw: "later" });
    await someone.open(`/draws/${draw.id}/manage`);
    await manageWith(someone.page, `${site.url}/draws/${draw.id}`, draw.manageKey);
    expect(await someone.page.locator('[name="entries"]').inputValue()).toBe(NEIGHBOURS.join("\n"));
    someone.nothingWrong();
  });
});

describe("a visitor who loses the connection", () => {
  let someone: Visitor;
  let page: Page;
  beforeEach(async () => {
    someone = await visitor(browser, site.url, { phone: true });
    page = someone.page;
  });
  afterEach(() => someone.leave());

  const openDraw = async () => {
    const draw = await makeDraw(site.url, { ...WINNER, params: { winners: 5 }, draw: "later" });
    await someone.open(`/draws/${draw.id}`);
    await page.waitForSelector("[data-live]:not([hidden])"); // its event stream is open
    someone.nothingWrong();
    return draw;
  };

  test("sees that, and the result after reconnecting", async () => {
    const draw = await openDraw();
    await page.context().setOffline(true);
    await page.waitForFunction(() => document.querySelector(".connection")?.textContent);
    await step(site.url, draw, "draw");
    await page.context().setOffline(false);
    await page.waitForSelector('#draw[data-state="drawn"] .result');
  });

  test("in the middle of the reveal sees the whole result", async () => {
    const draw = await openDraw();
    await step(site.url, draw, "draw");
    await stage(page).waitFor();
    await page.context().setOffline(true);
    expect(await shownByKey(page, "Space")).toHaveLength(6); // each winner, and all of them
    expect(await page.locator(".result li:visible").count()).toBe(5);
  });
});
