// What a visitor sees of a draw.
import type { Page } from "playwright-core";
import type { Draw } from "./fixtures.ts";

/** Whether the page has not reloaded since it was marked. */
export const stayed = (page: Page) => page.evaluate(() => "stayed" in window);
/** Waits until the page shows the draw in this state. */
export const inState = (page: Page, state: string) => page.locator(`#draw[data-state="${state}"]`).waitFor();
/** Waits for the reveal to start, and ends it. */
export async function revealed(page: Page): Promise<void> {
  await stage(page).waitFor();
  await page.keyboard.press("Escape");
  await stage(page).waitFor({ state: "detached" });
}
/** The dialog that reveals a result. */
export const stage = (page: Page) => page.locator("dialog.stage");

/** Injected into the page: records the heading of every card that the reveal shows. */
export function noteCards(): void {
  const cards = new Map<string, string[]>();
  Object.assign(window, { cards });
  new MutationObserver(() => {
    const names = Array.from(document.querySelectorAll(".card-of bdi"), (name) => name.textContent ?? "");
    if (names.length > 0) cards.set(document.querySelector(".stage .prize")?.textContent ?? "", names);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Presses a key until the reveal is over, and returns the headings that it showed. */
export async function shownByKey(page: Page, key: string): Promise<[string, string[]][]> {
  if (!(await page.evaluate(() => "cards" in window))) await page.evaluate(noteCards);
  for (await stage(page).waitFor(); (await stage(page).count()) > 0; await page.waitForTimeout(60)) {
    await page.keyboard.press(key);
  }
  return page.evaluate(() => [...(window as unknown as { cards: Map<string, string[]> }).cards]);
}

export const shownPlaces = (page: Page) => page.locator(".result ol > li bdi").allTextContents();

/** The result from a core's API. */
export async function drawnPlaces(url: string, { id }: Draw): Promise<string[]> {
  const answer = await fetch(`${url}/api/draws/${id}`);
  const { result } = (await answer.json()) as { result: { winners: { label: string }[] } };
  return result.winners.map(({ label }) => label);
}

export function isFocused(locator: ReturnType<Page["locator"]>): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
