// Breaking a record in the browser, and a page that stays responsive during a check, however long the list.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, checkFile, checkHere, verdictOn } from "./checking.ts";
import { granted, makeDraw, NEIGHBOURS, step } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";

setDefaultTimeout(60_000);

const vectors = join(dirname(dirname(import.meta.dir)), "verify/vectors");
const DRAW = { title: "Two books", rule: "winners/1", params: { winners: 2 }, entries: NEIGHBOURS, draw: "now" };

let site: Running;
let browser: Browser;
let someone: Visitor;
let page: Page;
let drawn: string;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  someone = await visitor(browser, site.url, { phone: true, reducedMotion: true });
  page = someone.page;
  drawn = (await makeDraw(site.url, DRAW)).id;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const caughtBy = () => page.locator(".chips [data-first]").getAttribute("data-check");
const outcome = (tone: string) => page.waitForSelector(`.breaking .outcome[data-tone="${tone}"]`);
const field = (place: string) => page.locator(`[id="value-${place}"]`);

async function open(group: string): Promise<void> {
  await page.locator(`.fields [data-group="${group}"]`).evaluate((details: HTMLDetailsElement) => {
    details.open = true;
  });
}

async function putBack(): Promise<void> {
  await page.locator(".breaking .back").click();
  await outcome("");
}

describe("break it", () => {
  beforeAll(async () => {
    await someone.open(`/draws/${drawn}`);
    await checkHere(page);
    await page.locator(".breaking > details > summary").click();
  });

  test("shows nothing above the verdict", async () => {
    expect(await page.locator(".outcome").textContent()).toBe("");
  });

  test.each([
    ["winner", "result"],
    ["swap", "entries"],
    ["secrets", "signatures"],
    ["binding", "form"],
    ["rule", "bindings"],
  ])("the trick %s fails the check %s, with what it expected and found", async (name, check) => {
    const { en } = await import("../../packages/messages/en/index.ts");
    const text = en.check.breaking.trick[name as "winner"];
    await page.getByRole("button", { name: text, exact: true }).click();
    await outcome("bad");
    expect(await caughtBy()).toBe(check);
    expect(await page.locator(".why dd").count()).toBe(2);
    expect(await page.locator(".fields .changed").count()).toBeGreaterThan(0);
    await putBack();
    expect(await page.locator(".fields .changed, .chips [data-first]").count()).toBe(0);
  });

  test("a value changed and changed back", async () => {
    await open("entries");
    await field("entries[0].label").fill("Somebody else");
    await outcome("bad");
    expect(await caughtBy()).toBe("entries");
    await field("entries[0].label").fill(NEIGHBOURS[0] ?? "");
    await outcome("good");
    await putBack();
  });

  test("one character of each kind of value", async () => {
    await open("manifest");
    await open("outcome");
    const kinds = { "manifest.title": "bindings", "manifest.entries.count": "entries", "outcome.seed": "seed" };
    for (const [place, check] of Object.entries(kinds)) {
      await page.getByRole("button", { name: `Change one character of ${place}`, exact: true }).click();
      await outcome("bad");
      expect(await caughtBy()).toBe(check);
      await putBack();
    }
  });

  test("text that is no longer a record", async () => {
    await open("record");
    await field("type").fill("nonsense");
    await outcome("bad");
    expect(await page.locator(".chips [data-status=skipped]").count()).toBe(10);
    await putBack();
  });

  test("is accessible and fits a phone with everything open", async () => {
    await page.getByRole("button", { name: "Rename the first entry", exact: true }).click();
    await outcome("bad");
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await expectNoWiderThanWindow(page);
    someone.nothingWrong();
  });
});

test("in a void draw, changes to unsigned fields are not caught, and the page says so", async () => {
  await someone.open("/verify");
  expect(await checkFile(page, readFileSync(join(vectors, "void-substitutes-bound.json")))).toMatchObject({
    tone: "open",
  });
  await page.getByRole("button", { name: "Take away a binding", exact: true }).click();
  await outcome("open");
  expect(await page.locator(".chips [data-first]").count()).toBe(0);
});

test("a check survives a change of the page's content", async () => {
  const made = await makeDraw(site.url, { ...DRAW, draw: "later" });
  await step(site.url, made, "lock");
  await step(site.url, made, "void", { reason: "One was left out" });
  await someone.open(`/draws/${made.id}`);
  await checkHere(page);
  await page.locator(".breaking .tricks button").first().click();
  await page.waitForSelector(".chips [data-first]");
  const version = await page.locator("#draw").getAttribute("data-version");
  await granted(site.url, `/api/draws/${made.id}/redraw`, DRAW, made.manageKey);
  await page.waitForSelector(`#draw:not([data-version="${version}"])`);
  expect(await page.locator(".verdict[data-tone=open]").count()).toBe(1);
  await page.locator(".breaking .back").click();
  await outcome("");
  someone.nothingWrong();
});

describe("a list of 100,000 entries", () => {
  let many: string;
  beforeAll(async () => {
    const entries = Array.from({ length: 100_000 }, (_, at) => `Entry number ${at}`);
    many = (await makeDraw(site.url, { ...DRAW, entries })).id;
  }, 60_000);

  test("during its check, the page responds and renders", async () => {
    await someone.open(`/draws/${many}`);
    const { delays, frames } = await page.evaluate(async () => {
      const seen = { delays: [] as number[], frames: 0 };
      const [summary, run, begin] = ["#check > details > summary", "#check .run", ".begin"].map(
        (selector) => document.querySelector(selector) as HTMLElement,
      ) as [HTMLElement, HTMLElement, HTMLElement];
      const until = (time: number) => new Promise((resolve) => setTimeout(resolve, time - performance.now()));
      const frame = () => {
        if (run.hidden) return;
        seen.frames += 1;
        requestAnimationFrame(frame);
      };
      begin.click();
      while (run.hidden) await until(performance.now() + 5);
      frame();
      for (let due = performance.now(); !run.hidden; due += 50) {
        await until(due);
        summary.click();
        // The frame after the click's effect is when it is visible. A late click counts from its due time.
        requestAnimationFrame(() => seen.delays.push(performance.now() - due));
      }
      return seen;
    });
    expect(await verdictOn(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
    console.error(`${frames} frames; clicks seen after ${delays.map(Math.round).join(", ")} ms`);
    expect(delays.length).toBeGreaterThan(2);
    expect(frames).toBeGreaterThan(10);
    // A page blocked by the check would be seconds late; noise of a busy test machine is less.
    expect(delays.toSorted((a, b) => a - b)[Math.floor(delays.length / 2)]).toBeLessThan(250);
    someone.nothingWrong();
  });

  test("a change is checked on request", async () => {
    await page.getByRole("button", { name: "Rename the first entry", exact: true }).click();
    expect(await page.locator(".chips [data-first]").count()).toBe(0);
    await page.locator(".breaking .press").click();
    await outcome("bad");
    expect(await caughtBy()).toBe("entries");
    await page.locator(".breaking > details > summary").click();
    expect(await page.locator('.fields [data-group="entries"]').textContent()).toContain(
      "99,992 more are in the record",
    );
  });

  test("can be stopped and restarted", async () => {
    await page.locator(".begin").click();
    await page.locator(".stop").click();
    expect(await page.locator(".verdict").textContent()).toBe("Stopped. Nothing was decided.");
    expect(await page.locator(".checks").isVisible()).toBe(false);
    expect(await checkHere(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
    someone.nothingWrong();
  });
});
