// Runs axe-core on the current page.
import { expect } from "bun:test";
import axe from "axe-core";
import type { Page } from "playwright-core";

const STANDARDS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Fails with each rule that the page breaks, and where. */
export async function expectAccessible(page: Page): Promise<void> {
  // Injected by the debugger, so that the page's policy stays unchanged.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const broken = await page.evaluate(async (tags) => {
    const { axe: loaded } = window as unknown as { axe: typeof import("axe-core") };
    const options = {
      runOnly: { type: "tag" as const, values: tags },
      preload: false,
      resultTypes: ["violations" as const],
    };
    const { violations } = await loaded.run(document, options);
    return violations.map(({ id, nodes }) => ({
      rule: id,
      at: nodes.slice(0, 5).map(({ target, failureSummary }) => `${target.join(" ")}: ${failureSummary}`),
    }));
  }, STANDARDS);
  expect(broken).toEqual([]);
}
