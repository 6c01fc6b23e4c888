// A visitor with only a keyboard.
import { expect } from "bun:test";
import type { Page } from "playwright-core";

const MOST_STOPS = 150;

/** Presses Tab until the element `selector` has the focus. Every stop must show its focus, within the window. */
export async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page, selector);
    expect(stop).toMatchObject({ shown: true, withinWindow: true });
    if (stop.arrived) return;
  }
  throw new Error(`${selector} cannot be reached`);
}

/** The focused element, and how it shows focus. */
function focused(page: Page, selector: string) {
  return page.evaluate(async (wanted) => {
    // Scrolling into view happens with the next frame.
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const one = document.activeElement ?? document.body;
    const { top, bottom, left, right } = one.getBoundingClientRect();
    // A choice may show focus on its label, a field on its container.
    const around = [one, one.closest("label"), one.parentElement].filter((element) => element !== null);
    const shown = around.some((element) => {
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
      const outlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
      return outlined || (element === one && boxShadow !== "none");
    });
    // The button inside a time field is Chromium's, and so is its outline.
    const within = one.matches("input:focus-within:not(:focus)");
    return {
      element: one.outerHTML.slice(0, 120),
      shown: shown || within,
      withinWindow: bottom > 0 && right > 0 && top < innerHeight && left < innerWidth,
      arrived: one.matches(wanted),
    };
  }, selector);
}

/** Types into the focused field, replacing its text. */
export async function retype(page: Page, text: string): Promise<void> {
  await page.keyboard.press("Control+A");
  await page.keyboard.type(text);
}

/** Pastes into the focused field, as from another program. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press("Control+V");
}
