// Input of /verify: known keys, texts, links and files; and what it caches for offline use.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, checkFile, checkHere, checkText, verdictOn } from "./checking.ts";
import { makeDraw, NEIGHBOURS } from "./fixtures.ts";
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

describe("keys from elsewhere", () => {
  const KEYS: Record<string, string> = {};
  beforeAll(async () => {
    const answer = await fetch(`${site.url}/api/services`);
    const services = (await answer.json()) as Record<string, { keys: { key: string }[] }>;
    for (const side of ["a", "b"]) KEYS[side] = services[side]?.keys[0]?.key ?? "";
    await someone.open("/verify");
    await page.locator(".keys summary").click();
  });
  const give = async (a: string, b: string) => {
    await page.locator("#key-a").fill(a);
    await page.locator("#key-b").fill(b);
  };

  test("correct ones are shown as required", async () => {
    await give(KEYS.a ?? "", KEYS.b ?? "");
    const { tone, text } = await checkText(page, `${site.url}/draws/${drawn}`);
    expect(tone).toBe("good");
    expect(text).toContain("Both services signed with the keys that you gave");
    expect(await page.locator(".findings").textContent()).not.toContain("Who signed");
  });

  test("without them the page says that keys were taken from the record", async () => {
    await give("", KEYS.b ?? "");
    expect(await checkText(page, drawn)).toMatchObject({ tone: "good" });
    expect(await page.locator(".findings").textContent()).toContain("Who signed");
  });

  test("wrong ones fail the check of keys", async () => {
    await give(KEYS.b ?? "", KEYS.a ?? "");
    const { tone, checks } = await checkText(page, drawn);
    expect([tone, checks]).toEqual(["bad", { ...ALL_PASSED, keys: "failed" }]);
    expect(await page.locator(".findings li").count()).toBe(4); // advice
  });

  test("malformed ones are refused, and nothing is checked", async () => {
    await give("", "abc");
    await page.locator("form.given button:not([type])").click();
    await page.waitForSelector('#key-b[aria-invalid="true"]:focus');
    expect(await page.locator(".problems").textContent()).toContain("64");
    await expectAccessible(page);
  });
});

describe("input of /verify", () => {
  test.each([
    ["", "Choose a file first"],
    ["https://other.example/draws/0123456789abcdef0123456789abcdef", "other.example"],
    ["Ada and Bo", "neither"],
  ])("%p is answered in words", async (text, answer) => {
    await someone.open("/verify");
    await page.locator("#pasted").fill(text);
    await page.locator("form.given button:not([type])").click();
    await page.waitForSelector(".problems:not([hidden])");
    expect(await page.locator(".problems").textContent()).toContain(answer);
    someone.nothingWrong();
  });

  test.each<[string, () => Promise<unknown>]>([
    ["a text", () => page.locator("#pasted").fill("Ada and Bo")],
    ["a key", () => page.locator("#key-a").fill("abc")],
    [
      "a drop of nothing",
      () => page.evaluate(() => document.body.dispatchEvent(new DragEvent("drop", { bubbles: true }))),
    ],
  ])("after a valid record, %s clears the verdict", async (_, give) => {
    await someone.open("/verify");
    await page.locator(".keys summary").click();
    expect(await checkText(page, drawn)).toMatchObject({ tone: "good" });
    await page.waitForSelector(".breaking:not([hidden])");
    await give();
    expect(await page.locator(".verdict").textContent()).toBe("");
    expect(await page.locator(".verdict[data-tone=good], .findings > *").count()).toBe(0);
    expect(await page.locator(".checks:not([hidden]), .run:not([hidden]), .breaking:not([hidden])").count()).toBe(0);
    someone.nothingWrong();
  });

  test.each<[string, () => Promise<string>, string]>([
    ["is not drawn yet", async () => (await makeDraw(site.url, { ...DRAW, draw: "later" })).id, "not drawn yet"],
    ["nobody made", async () => "0123456789abcdef0123456789abcdef", "no such draw"],
  ])("the link of a draw that %s is answered in words", async (_, id, answer) => {
    await someone.open("/verify");
    await page.locator("#pasted").fill(`${site.url}/draws/${await id()}`);
    await page.locator("form.given button:not([type])").click();
    await page.locator(".verdict").filter({ hasText: answer }).waitFor();
  });

  test.each([
    ["undecided-version", "version"],
    ["undecided-rule", "rule"],
  ])("%s cannot be decided", async (name, word) => {
    await someone.open("/verify");
    const { tone, text } = await checkFile(page, readFileSync(join(vectors, `${name}.json`)));
    expect(tone).toBe("open");
    expect(text).toContain(word);
  });

  test("a file that is dropped anywhere", async () => {
    await someone.open("/verify");
    const text = readFileSync(join(vectors, "holds-substitutes-winners.json"), "utf8");
    await page.evaluate((record) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([record], "record.json"));
      document.body.dispatchEvent(new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true }));
    }, text);
    expect(await verdictOn(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
  });

  test("a draw's page sends its link", async () => {
    await someone.open(`/draws/${drawn}`);
    await checkHere(page);
    await page.locator(".findings a").click();
    await page.waitForURL("**/verify#**");
    expect(await page.locator("#pasted").inputValue()).toBe(`${site.url}/draws/${drawn}`);
  });
});

test("the service worker caches /verify, and no other page", async () => {
  await someone.open("/verify");
  await page.waitForFunction(() => document.querySelector(".offline")?.textContent !== "");
  const kept = await page.evaluate(async () => {
    const cache = await caches.open("verify");
    return (await cache.keys()).map(({ url }) => new URL(url).pathname.replace(/-[0-9a-f]{12}\./, ".")).sort();
  });
  const programs = ["fairhat-verify.mjs", "fairhat_verify.py"];
  const assets = [...programs, "mark.svg", "style.css", "verifier.js", "verify.js"].map((name) => `/assets/${name}`);
  expect(kept).toEqual([...assets, "/verify"]);
  await page.goto(`${site.url}/`);
  expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});
