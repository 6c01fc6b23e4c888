// The form that makes a draw, for tests.
import type { Page } from "playwright-core";

export const list = (page: Page) => page.locator("#entries");

/** Waits until an element with this text is visible. */
export const shown = (page: Page, selector: string, text: string | RegExp) =>
  page.locator(selector).filter({ hasText: text }).waitFor();

/** Waits until the list equals this text. */
export async function becomes(page: Page, text: string): Promise<void> {
  const isText = (wanted: string) => document.querySelector<HTMLTextAreaElement>("#entries")?.value === wanted;
  await page.waitForFunction(isText, text);
}
