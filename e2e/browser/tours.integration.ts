// The tours of docs/tours for organisers and for checking a draw, run-a-draw.md and check-a-draw.md, followed step by
// step.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { root } from "../documents.ts";
import { namedIn, scriptOf, walk } from "../tour.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, verdictOn } from "./checking.ts";
import { type Running, startFairhat } from "./process.ts";

setDefaultTimeout(120_000);

const RUN = "docs/tours/run-a-draw.md";
const CHECK = "docs/tours/check-a-draw.md";

let site: Running;
let browser: Browser;
let reader: Visitor;
const folder = mkdtempSync(join(tmpdir(), "fairhat-tour-"));
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  reader = await visitor(browser, site.url);
  for (const part of ["package.json", "start.mjs", "verify"]) symlinkSync(join(root, part), join(folder, part));
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a tour's commands in a temporary folder, on this site. */
async function gone(tour: string): Promise<string> {
  const script = await scriptOf(tour, ["npm start"]);
  return walk(script.replaceAll("http://localhost:3000", site.url), folder, {});
}

/** Fails if the tour mentions something that none of the pages shows. */
async function expectSaid(tour: string, pages: string[]): Promise<void> {
  const shown = pages.join("\n");
  expect((await namedIn(tour)).filter((name) => !shown.includes(name))).toEqual([]);
}

const seen = async (page: Page) => ((await page.locator("body").textContent()) ?? "").replace(/\s+/g, " ");

test("a draw is run in the browser, by the names in the tour", async () => {
  const { page } = reader;
  const pages: string[] = [];
  const press = async (name: string, then: string) => {
    await page.getByRole("button", { name, exact: true }).click();
    await page.getByText(then).first().waitFor();
    pages.push(await seen(page));
  };
  await reader.open("/");
  pages.push(await seen(page));
  await page.getByLabel("What's the draw for?").fill("Three books for the reading club");
  await page.getByLabel("Entries, one per line").fill("Ada\nGrace\nRadia\nEmmy\nSophie\nKatherine");
  // Other rules have the same labels.
  await page.locator("#winners-1-winners").fill("3");
  await page.locator("#winners-1-alternates").fill("1");
  await page.getByText("Schedule…").click();
  await press("Keep it open", "Is this right?");
  await press("Make this draw", "Save your organiser link");
  const address = await page.getByLabel("The public link", { exact: true }).inputValue();
  await press("Lock now, draw later", "You start the draw.");
  await press("Draw now", "The draw is finished");
  await page.goto(address);
  expect((await page.locator(".title .state").textContent())?.trim()).toBe("drawn");
  const last = await seen(page);
  expect(last).toContain("It was made at once: list and rule were locked less than a minute before the draw");
  pages.push(last);
  await expectSaid(RUN, pages);
  reader.nothingWrong();
});

test("a draw is run by a program", async () => {
  const said = await gone(RUN);
  const id = /draws\/([0-9a-f]{32})\n$/.exec(said)?.[1] ?? "";
  expect(await (await fetch(`${site.url}/api/draws/${id}`)).json()).toMatchObject({ state: "drawn", announced: false });
  expect(said).toContain("Katherine");
});

test("a draw is checked by browser, command line and Python, and a forged record is caught", async () => {
  const said = await gone(CHECK);
  const record = readFileSync(join(folder, "record.json"), "utf8");
  expect(JSON.parse(record)).toMatchObject({ state: "drawn" });
  expect(said.match(/caught, status 1\n/g)).toHaveLength(2);
  expect(said.match(/^.*\bholds\b.*$/gim)?.length).toBeGreaterThanOrEqual(3);
  const address = said.match(/\/draws\/[0-9a-f]{32}\n/)?.[0].trim() ?? "";
  const { page } = reader;
  await reader.open(address);
  const before = await seen(page);
  await page.getByRole("button", { name: "Check this draw" }).click();
  expect(await verdictOn(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
  await page.getByRole("button", { name: "Let somebody else win" }).click();
  await page.locator('.chips [data-status="failed"]').first().waitFor();
  await expectSaid(CHECK, [before, await seen(page)]);
  reader.nothingWrong();
});
