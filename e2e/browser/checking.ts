// The verdict as a page shows it.
import type { Page } from "playwright-core";

const CHECKS = ["form", "signatures", "keys", "seals", "entries", "bindings", "times", "rule", "seed", "result"];

export interface Shown {
  /** The colour of the verdict: good, bad or open. */
  tone: string;
  /** What it says. */
  text: string;
  /** How each check that is shown went, by its name. */
  checks: Record<string, string>;
}

/** What the page says when it has come to a verdict. */
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

/** Gives a text to /verify, which is open. */
export async function checkText(page: Page, text: string): Promise<Shown> {
  await page.locator("#pasted").fill(text);
  await forgetVerdict(page);
  await page.locator("form.given button:not([type])").click();
  return verdictOn(page);
}

/** Gives a file to /verify, which is open. */
export async function checkFile(page: Page, bytes: Uint8Array, name = "record.json"): Promise<Shown> {
  await forgetVerdict(page);
  await page.locator("#file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(bytes) });
  return verdictOn(page);
}

// The verdict before this one must not be taken for it.
async function forgetVerdict(page: Page): Promise<void> {
  await page.locator(".verdict").evaluate((verdict: HTMLElement) => {
    verdict.dataset.tone = "";
  });
}
