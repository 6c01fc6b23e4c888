import { expect } from "bun:test";
import type { Page } from "playwright-core";

/** Fails if the page scrolls sideways, and names the cause. */
export async function expectNoWiderThanWindow(page: Page): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const all = Array.from(document.body.querySelectorAll("*"));
    return all
      .filter((one) => one.getBoundingClientRect().right > clientWidth)
      .map((one) => one.outerHTML.slice(0, 120));
  });
  expect(wide).toEqual([]);
}
