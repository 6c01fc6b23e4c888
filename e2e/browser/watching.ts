// What somebody who watches a draw sees of it.
import type { Page } from "playwright-core";
import type { Draw } from "./world.ts";

/** Whether the page was not loaded anew since it was marked so. */
export const stayed = (page: Page) => page.evaluate(() => "stayed" in window);
/** Waits until the page shows the draw so. */
export const inState = (page: Page, state: string) => page.locator(`#draw[data-state="${state}"]`).waitFor();
/** Waits until all envelopes are open. */
export const revealed = (page: Page) => page.getByRole("button", { name: "Reveal again" }).waitFor();
export const shownPlaces = (page: Page) => page.locator(".result ol > li bdi").allTextContents();

/** What the API of a core answers. */
export async function drawnPlaces(url: string, { id }: Draw): Promise<string[]> {
  const answer = await fetch(`${url}/api/draws/${id}`);
  const { result } = (await answer.json()) as { result: { winners: { label: string }[] } };
  return result.winners.map(({ label }) => label);
}

/** The places of a result whose envelopes are closed still. */
export const sealed = (page: Page) => page.locator(".result .sealed");

/** How many there are at the moment of the next click, to be asked afterwards: the first one opens soon. */
export async function sealedAtClick(page: Page): Promise<() => Promise<unknown>> {
  await page.evaluate(() => {
    const count = () => Object.assign(window, { atClick: document.querySelectorAll(".result .sealed").length });
    document.addEventListener("click", count, { once: true });
  });
  return () => page.evaluate(() => "atClick" in window && window.atClick);
}

export function isFocused(locator: ReturnType<Page["locator"]>): Promise<boolean> {
  return locator.evaluate((element) => element === document.activeElement);
}
