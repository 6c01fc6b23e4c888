// bun e2e/browser/screenshots.ts FOLDER: screenshots of every page, phone and desktop, light and dark, in English; and
// of the most read pages in the other language.
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { type Look, startBrowser, visitor } from "./browser.ts";
import { type Fixtures, seedDraws } from "./fixtures.ts";
import { startFairhat } from "./process.ts";
import { PAGES } from "./table.ts";

const LOOKS: Record<string, Look & { pages?: string[] }> = {
  "phone-light": { phone: true },
  "phone-dark": { phone: true, dark: true },
  "desktop-light": {},
  "desktop-dark": { dark: true },
  "phone-light-de": { phone: true, language: "de-DE", pages: ["home", "draw-announced", "draw-drawn", "made"] },
};

/** Pages that look like others of the table. */
const ALIKE = [
  ...["draw-list-middle", "draw-list-end", "draw-missing", "draw-order", "draw-numbers", "draw-void-checked"],
  ...["home-problems", "manage-drawn", "hall-void", "verify-not-a-record"],
];

const HIGHEST = 1_800; // pixels shown of a long page
const QUALITY = 40; // of 100

async function picture(
  browser: Browser,
  world: Fixtures,
  folder: string,
  [name, look]: [string, (typeof LOOKS)[string]],
) {
  const { page, leave } = await visitor(browser, world.url, { ...look, reducedMotion: true });
  const devtools = await page.context().newCDPSession(page);
  for (const [shown, open] of Object.entries(PAGES)) {
    if (ALIKE.includes(shown) || (look.pages && !look.pages.includes(shown))) continue;
    await open(page, world);
    const { width, height } = await page.evaluate(() => {
      const { clientWidth, scrollHeight } = document.documentElement;
      return { width: clientWidth, height: scrollHeight };
    });
    const clip = { x: 0, y: 0, width, height: Math.min(height, HIGHEST), scale: look.phone ? 0.75 : 0.55 };
    const taken = await devtools.send("Page.captureScreenshot", {
      format: "webp",
      quality: QUALITY,
      clip,
      captureBeyondViewport: true,
    });
    await Bun.write(join(folder, `${shown}-${name}.webp`), Buffer.from(taken.data, "base64"));
  }
  await leave();
}

const [, , folder] = process.argv;
if (!folder) throw new Error("usage: bun e2e/browser/screenshots.ts FOLDER");
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
try {
  const world = await seedDraws(site.url);
  for (const look of Object.entries(LOOKS)) await picture(browser, world, folder, look);
} finally {
  await browser.close();
  await site.stop();
}
