// A draw is made, drawn and checked in each language without any English text on the screen.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { LANGUAGES } from "../../packages/messages/index.ts";
import { ENGLISH } from "../../packages/messages/testing/english.ts";
import { startBrowser, visitor } from "./browser.ts";
import { ALL_PASSED, checkHere } from "./checking.ts";
import { list, shown } from "./form.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";

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

const { en: _english, ...OTHERS } = LANGUAGES;

/** The visible lines of a page that have English words: not those marked as English, typed or code. */
async function englishOn(page: Page): Promise<string[]> {
  const text = await page.evaluate(() => {
    const hidden = Array.from(document.querySelectorAll<HTMLElement>("[lang=en], bdi, code, pre, textarea"));
    for (const element of hidden) element.style.display = "none";
    // biome-ignore lint/performance/useDomNodeTextContent: what is hidden does not count
    const shown = document.body.innerText;
    for (const element of hidden) element.style.removeProperty("display");
    return shown;
  });
  return text.split("\n").filter((line) => ENGLISH.test(line));
}

describe.each(Object.entries(OTHERS))("in %s", (language, words) => {
  test("a draw is made, drawn and checked", async () => {
    const { page, open, nothingWrong, leave } = await visitor(browser, site.url, { language, phone: true });
    const looksRight = async () => {
      expect(await englishOn(page)).toEqual([]);
      await expectNoWiderThanWindow(page);
    };
    await open("/");
    await list(page).fill("Ada, 3\nGrace\n\nGrace\nRadia");
    await shown(page, ".look", words.help.entries(4));
    await shown(page, ".preview", words.help.what);
    await looksRight();
    await page.getByRole("button", { name: words.make.go }).click();
    await page.getByRole("button", { name: words.make.confirm.draw }).click();
    await page.getByRole("button", { name: words.live.reveal.skip }).click();
    await shown(page, "main", words.draw.parts.winners);
    await looksRight();
    const { checks, text } = await checkHere(page);
    expect(checks).toEqual(ALL_PASSED);
    expect(text).toContain(words.check.verdict.holds.title);
    await looksRight();
    nothingWrong();
    await leave();
  });
});
