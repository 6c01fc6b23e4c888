// A private draw in a real browser: made, receipts distributed, checked, the winner disclosed.
import { afterAll, beforeAll, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { NAMES } from "../names.ts";
import { expectAccessible } from "./axe.ts";
import { startBrowser, visitor } from "./browser.ts";
import { checkHere } from "./checking.ts";
import { list, shown } from "./form.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { arrive, makeIt, review } from "./table.ts";
import { revealed } from "./watching.ts";

setDefaultTimeout(120_000);

let site: Running;
let browser: Browser;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

/** Distinct names in NFC. The list reader asks about those that end in a number. */
const PEOPLE = [...new Set(NAMES.map((name) => name.normalize("NFC").trim()))].filter((name) => !/ \d+$/.test(name));

/** The rows of a table of receipts: name and link. */
function receiptsIn(csv: string): [string, string][] {
  const lines = csv.trim().split("\r\n").slice(1);
  return lines.map((line) => {
    const [, name = "", link = ""] = /^\d+,"(.*)",\d+,"(.*)"$/.exec(line) ?? [];
    return [name.replaceAll('""', '"'), link];
  });
}

/** Everything that a page sends: addresses and bodies, decoded. */
function sentBy(page: Page): string[] {
  const sent: string[] = [];
  page.on("request", (request) => {
    const body = decodeURIComponent((request.postData() ?? "").replaceAll("+", " "));
    sent.push(`${request.method()} ${decodeURIComponent(request.url())} ${body}`);
  });
  return sent;
}

async function saved(page: Page, press: () => Promise<unknown>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent("download"), press()]);
  return Bun.file(await download.path()).text();
}

test("a private raffle is made, checked and disclosed, and no name leaves the organiser's browser unless asked", async () => {
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url);
  const sent = sentBy(page);
  await open("/");
  await list(page).fill(PEOPLE.map((name, at) => (at % 3 === 0 ? `${name}, ${(at % 5) + 2}` : name)).join("\n"));
  await page.locator('[value="raffle/1"]').check();
  await page.locator('[name="private"]').check();
  await page.locator(".samples span").nth(2).waitFor();
  await expectAccessible(page);
  await review(page, "now");
  await shown(page, "dialog.sheet h2", `${PEOPLE.length} entries, names hidden by your browser`);
  await expectAccessible(page);
  await page.locator('dialog.sheet form[action="/draws"] button').first().press("Enter");
  await shown(page, ".names-file [role=status]", "Save the file of names");
  const file = await saved(page, () => page.locator(".names-file button").click());
  await makeIt(page);
  await revealed(page);
  const url = page.url();
  const shownName = await page.locator(".result ol > li bdi").first().textContent();
  expect(shownName).toMatch(/^\S+\.( \S+\.)*$/);
  await expectAccessible(page);

  await arrive(page, () => page.locator("a[data-manage]").click());
  await page
    .locator(".handing .told")
    .filter({ hasText: `${PEOPLE.length} receipts` })
    .waitFor();
  const csv = await saved(page, () => page.locator(".handing .csv").click());
  const receipts = receiptsIn(csv);
  expect(receipts.map(([name]) => name)).toEqual(PEOPLE);
  await expectAccessible(page);
  await page.locator(".handing .cards").click();
  expect(await page.locator("ul.receipts .qr").count()).toBe(PEOPLE.length);
  const named = (text: string) => PEOPLE.filter((name) => !/^[0-9a-f]+$/.test(name) && text.includes(name)); // "ada" occurs in many hashes
  expect(sent.flatMap(named)).toEqual([]);

  const winner = (await page.locator("form.disclose li").first().textContent()) ?? "";
  expect(PEOPLE).toContain(winner);
  await arrive(page, () => page.locator("form.disclose button").click());
  expect(sent.flatMap(named)).toEqual([winner]); // on request, and of the winner alone
  const other = {
    name: "names.json",
    mimeType: "application/json",
    buffer: Buffer.from(file.replace(winner, "Nobody")),
  };
  await page.locator("#names").setInputFiles(other);
  await shown(page, ".handing .problems", /belongs to another draw.*names\[\d+\]/);
  await page.goto(url);
  await shown(page, ".result ol > li bdi", winner);
  expect((await checkHere(page)).tone).toBe("good");
  expect(await page.locator(".distrust").count()).toBe(0);
  const linkOf = (name: string | undefined) => receipts.find(([of]) => of === name)?.[1] ?? "";
  await receiptsOnPhone(linkOf(winner), linkOf(PEOPLE.find((name) => name !== winner)), winner);

  await arrive(page, () => page.locator("a[data-manage]").click());
  await page.locator("details.erase summary").click();
  await arrive(page, () => page.locator("details.erase button").click());
  await page.goto(url);
  await shown(page, ".notice", "The list was erased.");
  expect((await page.textContent("main"))?.includes(winner)).toBe(false);
  nothingWrong();
  await leave();
});

async function receiptsOnPhone(won: string, lost: string, winner: string): Promise<void> {
  for (const dark of [false, true]) {
    const language = dark ? "de-DE" : "en-GB";
    const { page, nothingWrong, leave } = await visitor(browser, site.url, { phone: true, dark, language });
    const sent = sentBy(page);
    const opened = async (link: string, tone = "good") => {
      await page.goto("about:blank");
      await page.goto(link);
      await page.locator(`.checked[data-tone="${tone}"]`).waitFor();
      return page.locator(".checked").textContent();
    };
    const text = await opened(won);
    for (const said of [winner, dark ? "Sie haben gewonnen" : "You won"]) expect(text).toContain(said);
    await page.locator(".checked summary").click();
    await expectAccessible(page);
    await expectNoWiderThanWindow(page);
    expect(await opened(lost)).toContain(dark ? "Diesmal haben Sie nicht gewonnen" : "You did not win this time");
    expect(await opened(lost.slice(0, -40), "bad")).toContain(dark ? "ungültig" : "not valid");
    await expectAccessible(page);
    await page.locator("#pasted").fill(won);
    await page.locator(".given button").click();
    await page.locator('.checked[data-tone="good"]').waitFor();
    const secret = won.slice(won.indexOf("#") + 1);
    const told = sent.map((one) => one.replace(secret, "")).filter((one) => one.includes(winner));
    expect([...told, ...sent.filter((one) => one.includes(secret) && !one.includes(`#${secret}`))]).toEqual([]);
    nothingWrong();
    await leave();
  }
}

test("equal names are refused in the browser, with advice, and nothing is sent", async () => {
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url, { phone: true });
  await open("/");
  await list(page).fill("Ada Bell\nGrace Okoro\nAda Bell");
  await page.locator('[name="private"]').check();
  const sent = sentBy(page);
  await page.locator('[data-make] [name="draw"][value="now"]').press("Enter");
  await shown(page, "form .problems", /Ada Bell.*Add something that tells them apart/s);
  expect(await list(page).getAttribute("aria-invalid")).toBe("true");
  expect(sent.filter((one) => one.includes("Ada"))).toEqual([]);
  await expectAccessible(page);
  nothingWrong();
  await leave();
});

test("a private lottery of panels is entered by names and sent by numbers", async () => {
  const { page, open, nothingWrong, leave } = await visitor(browser, site.url);
  const sent = sentBy(page);
  await open("/");
  await list(page).fill("Ada Bell\nGrace Okoro\nEmmy Sand");
  await page.locator('[value="panel/1"]').check();
  await page.locator('[name="panel/1.panels"]').fill("3: Ada Bell, Grace Okoro\nEmmy Sand, Ada Bell");
  await page.locator('[name="private"]').check();
  await review(page, "now");
  await page.locator('dialog.sheet form[action="/draws"] button').first().press("Enter");
  await shown(page, ".names-file [role=status]", "Save the file of names");
  await saved(page, () => page.locator(".names-file button").click());
  await makeIt(page);
  await revealed(page);
  await shown(page, ".result", "A. B.");
  expect(sent.filter((one) => /Ada|Okoro|Sand/.test(one))).toEqual([]);
  expect(sent.some((one) => one.includes("3: #1, #2"))).toBe(true);
  nothingWrong();
  await leave();
});
