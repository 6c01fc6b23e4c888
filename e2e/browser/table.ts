// Every page and how to reach it. A new page is one line here: axe then checks it in both sizes, colour schemes and
// languages, and it gets its screenshots.
import type { Page } from "playwright-core";
import { checkHere, checkText } from "./checking.ts";
import { type Fixtures, NEIGHBOURS } from "./fixtures.ts";

type Way = (page: Page, world: Fixtures) => Promise<unknown>;

const at =
  (path: string): Way =>
  (page, { url }) =>
    page.goto(`${url}${path}`);
const draw =
  (name: keyof Fixtures["draws"], rest = ""): Way =>
  (page, { url, draws }) =>
    page.goto(`${url}/draws/${draws[name].id}${rest}`);
const managed =
  (name: keyof Fixtures["draws"]): Way =>
  (page, { url, draws }) => {
    return manageWith(page, `${url}/draws/${draws[name].id}`, draws[name].manageKey);
  };

export const PAGES: Record<string, Way> = {
  home: at("/"),
  "home-typed": async (page, { url }) => {
    await page.goto(url);
    await page.locator('[name="title"]').fill("A plot by the water");
    await page.locator('[name="winners/1.winners"]').fill("1"); // the page kept what was typed before
    await page.locator('[name="entries"]').fill([...NEIGHBOURS, "", " ada bell", ...NEIGHBOURS].join("\n"));
    await page.waitForSelector(".look li");
    await page.waitForSelector(".preview .fits");
  },
  "home-tryout": async (page, { url }) => {
    await page.goto(url);
    for (const button of ["Show me|Zeigen", "Open|öffnen", "^(Check it|Prüfen)$", "else win|gewinnen"])
      await page
        .locator(".tryout")
        .getByRole("button", { name: new RegExp(button) })
        .click();
    await page.locator('.tryout [data-tone="bad"]').waitFor();
  },
  trust: at("/trust"),
  privacy: at("/privacy"),
  receipt: at("/receipt"),
  raffle: at("/raffle"),
  dice: at("/dice"),
  "home-problems": (page, { url }) => fillAndSend(page, url, { "winners/1.winners": "100" }),
  summary: (page, { url }) => fillAndSend(page, url),
  made: async (page, { url }) => {
    await fillAndSend(page, url);
    await makeIt(page);
    await page.waitForFunction(() => !document.querySelector('input[type="password"][name="key"]'));
  },
  "made-now": async (page, { url }) => {
    await page.goto(url);
    await page.locator('[name="winners/1.winners"]').fill("1"); // likewise
    await page.locator('[name="entries"]').fill(NEIGHBOURS.join("\n"));
    await review(page, "now");
    await makeIt(page);
    await page.locator("[data-organiser]").waitFor();
    await page.keyboard.press("Escape"); // the reveal
  },
  "manage-key": draw("drawn", "/manage"),
  "manage-open": managed("open"),
  "manage-locked": managed("locked"),
  "manage-drawn": managed("drawn"),
  "manage-void": managed("void"),
  "draw-open": draw("open"),
  "draw-locked": draw("locked"),
  "draw-announced": draw("announced"),
  "draw-drawn": draw("drawn"),
  "draw-void": draw("void"),
  "draw-prizes": draw("prizes"),
  "draw-groups": draw("groups"),
  "draw-order": draw("order"),
  "draw-numbers": draw("numbers"),
  "hall-announced": draw("announced", "/present"),
  "hall-drawn": draw("drawn", "/present"),
  "draw-list-middle": draw("drawn", "?from=100"),
  "draw-list-end": draw("drawn", "?from=9999"),
  "draw-checked": async (page, world) => {
    await draw("prizes")(page, world);
    await checkHere(page);
  },
  "draw-void-checked": async (page, world) => {
    await draw("void")(page, world);
    await checkHere(page);
  },
  "hall-open": draw("open", "/present"),
  "hall-void": draw("void", "/present"),
  redraw: async (page, world) => {
    await managed("void")(page, world);
    await arrive(page, () => page.locator('[name="action"][value="redraw"]').click());
  },
  verify: at("/verify"),
  "verify-holds": async (page, { url, draws }) => {
    await page.goto(`${url}/verify`);
    await checkText(page, `${url}/draws/${draws.order.id}`);
  },
  "verify-not-a-record": async (page, { url }) => {
    await page.goto(`${url}/verify`);
    await checkText(page, '{"protocol":"another"}');
  },
  draws: at("/draws"),
  "draws-empty": at(`/draws?after=2020-01-01T00:00:00.000Z_${"0".repeat(32)}`),
  rules: at("/rules"),
  replays: at("/replays"),
  api: at("/api"),
  missing: at("/no-such-page"),
  "draw-missing": at(`/draws/${"0".repeat(32)}`),
};

/** Does something that leads to another page, and waits for that page. */
export async function arrive(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForEvent("load");
  await act();
  await loaded;
}

/** The first submit button for `action`. */
function sendButton(page: Page, action: string) {
  return page.locator(`form[action="${action}"] :is(button:not([type]), button[type="submit"])`).first();
}

/** Fills the home page's form for a draw that stays open, and submits it. */
export async function fillAndSend(page: Page, url: string, changes: Record<string, string> = {}): Promise<void> {
  await page.goto(url);
  const typed = {
    title: "A plot by the water",
    organiser: "Garden committee",
    entries: NEIGHBOURS.join("\n"),
    "winners/1.winners": "1", // the page kept what was typed before
    ...changes,
  };
  for (const part of [".more", ".schedule"]) await page.locator(`${part} > summary`).press("Enter");
  for (const [name, value] of Object.entries(typed)) await page.locator(`[name="${name}"]`).fill(value);
  await review(page, "later");
}

/** Presses one of the form's buttons, by its value, and waits for the summary: a sheet with scripts, a page without. */
export async function review(page: Page, draw: "now" | "at" | "later"): Promise<void> {
  await page.locator(`[data-make] [name="draw"][value="${draw}"]`).press("Enter"); // a click may miss while hints move the layout
  await page.locator('form[action="/draws"], .problems').first().waitFor();
  await page.waitForLoadState();
}

/** Makes the draw of the summary, and waits for the next page. */
export async function makeIt(page: Page): Promise<void> {
  await arrive(page, () => sendButton(page, "/draws").press("Enter"));
}

/** Opens a draw's manage page by its link. */
export async function manageWith(page: Page, publicUrl: string, key: string): Promise<void> {
  await page.goto(`${publicUrl}/manage#${key}`);
  // The page submits the key after the # automatically.
  await page.waitForFunction(() => !document.querySelector('input[type="password"][name="key"]'));
  await page.waitForLoadState();
}
