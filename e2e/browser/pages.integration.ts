// Every page on phone and desktop, light and dark, in both languages: axe finds nothing, nothing is blocked, lost or
// requested from other hosts, and no page is wider than its window. The gate takes each page in one of the looks.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser } from "playwright-core";
import { isTurn } from "../share.ts";
import { expectAccessible } from "./axe.ts";
import { type Look, startBrowser, type Visitor, visitor } from "./browser.ts";
import { type Fixtures, seedDraws } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { PAGES } from "./table.ts";

setDefaultTimeout(60_000);

let site: Running;
let browser: Browser;
let world: Fixtures;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  world = await seedDraws(site.url);
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

const LOOKS: (Look & { language: string; schemes: ("light" | "dark")[] })[] = [
  { phone: true, language: "en-GB", schemes: ["light", "dark"] },
  { phone: false, language: "en-GB", schemes: ["light", "dark"] },
  { phone: true, language: "de-DE", schemes: ["light"] },
];

describe.each(LOOKS)("phone: $phone, $language", (look) => {
  let someone: Visitor;
  beforeAll(async () => {
    // Colours in mid-transition are not part of the design.
    someone = await visitor(browser, site.url, { ...look, reducedMotion: true });
  });
  afterAll(() => someone.leave());

  const turn = LOOKS.indexOf(look);
  const pages = Object.entries(PAGES).filter((_, at) => isTurn(at, turn, LOOKS.length));
  test.each(pages)("%s", async (_, open) => {
    const { page } = someone;
    await open(page, world);
    for (const colorScheme of look.schemes) {
      await page.emulateMedia({ colorScheme });
      await expectAccessible(page);
    }
    await expectNoWiderThanWindow(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(look.language.slice(0, 2));
    someone.nothingWrong();
  });
});
