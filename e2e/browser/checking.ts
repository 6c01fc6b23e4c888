// The verdict as a page shows it.
import type { Page } from "playwright-core";

const CHECKS = ["form", "signatures", "keys", "seals", "entries", "bindings", "times", "rule", "seed", "result"];

export interface Shown {
  /** The colour of the verdict: good, bad or open. */
  tone: string;
  /** Its text. */
  text: string;
  /** The shown result of each check, by name. */
  checks: Record<string, string>;
}

/** The page's verdict, once there is one. */
export async function verdictOn(page: Page): Promise<Shown> {
  await page.waitForSelector('.verdict:not([data-tone=""])[data-tone]');
  return page.evaluate(() => {
    const verdict = document.querySelector<HTMLElement>(".verdict");
    const items = document.querySelectorAll<HTMLElement>(".checks:not([hidden]) > [data-check]");
    const checks = Array.from(items, ({ dataset }) => [dataset.check ?? "", dataset.status ?? ""]);
    return { tone: verdict?.dataset.tone ?? "", text: verdict?.textContent ?? "", checks: Object.fromEntries(checks) };
  });
}

/** Every check passed. */
export const ALL_PASSED = Object.fromEntries(CHECKS.map((name) => [name, "passed"]));

/** Presses "Check this draw" on its page. */
export async function checkHere(page: Page): Promise<Shown> {
  await page.locator("#check .begin").click();
  return verdictOn(page);
}

/** Enters a text on the open page /verify. */
export async function checkText(page: Page, text: string): Promise<Shown> {
  await page.locator("#pasted").fill(text);
  await forgetVerdict(page);
  await page.locator("form.given button:not([type])").click();
  return verdictOn(page);
}

/** Gives a file to the open page /verify. */
export async function checkFile(page: Page, bytes: Uint8Array, name = "record.json"): Promise<Shown> {
  await forgetVerdict(page);
  await page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(bytes) });
  return verdictOn(page);
}

// Clears the previous verdict, so that it is not read again.
async function forgetVerdict(page: Page): Promise<void> {
  await page.locator(".verdict").evaluate((verdict: HTMLElement) => {
    verdict.dataset.tone = "";
  });
}
