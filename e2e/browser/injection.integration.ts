// Every kind of injection through every field, on every page, in a real browser: none of it runs, becomes markup or
// breaks the layout; it is shown as plain text.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { checkedRecord } from "../client.ts";
import { some } from "../share.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, checkFile, checkHere, checkText } from "./checking.ts";
import { makeDraw, step } from "./fixtures.ts";
import { INJECTIONS } from "./injections.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { makeIt, manageWith, review } from "./table.ts";

setDefaultTimeout(60_000);

const TEXTS = Object.values(INJECTIONS);

let site: Running;
let browser: Browser;
let someone: Visitor;
let page: Page;
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  someone = await visitor(browser, site.url, { phone: true });
  page = someone.page;
});
afterAll(async () => {
  await browser.close();
  await site.stop();
});

/**
 * XPath for what no page of ours contains: injected names, event handler attributes, script URLs, elements that load or
 * link elsewhere.
 */
const NOT_OURS = [
  "//*[contains(local-name(), 'theirs') or self::base or self::meta[@http-equiv]]",
  "//*[self::iframe or self::object or self::embed]",
  "//@*[starts-with(name(), 'on') or contains(name(), 'theirs')]",
  "//@*[(name() = 'id' or name() = 'class' or name() = 'name') and contains(., 'theirs')]",
  // Attributes that only scripts read link nowhere.
  "//@*[starts-with(normalize-space(translate(., 'JAVSCRIPT', 'javscript')), 'javascript:') and not(name() = 'value' or name() = 'content' or starts-with(name(), 'data-'))]",
].join(" | ");

/** Checks the current page. */
async function expectHarmless(): Promise<void> {
  const found = await page.evaluate((path) => {
    const ran = "theirs" in window ? ["it ran, or gave an element its name"] : [];
    const nodes = document.evaluate(path, document, null, XPathResult.ORDERED_NODE_SNAPSHOT_TYPE);
    const texts = Array.from({ length: nodes.snapshotLength }, (_, n) => nodes.snapshotItem(n)?.nodeName ?? "");
    return [...ran, ...texts];
  }, NOT_OURS);
  expect(found).toEqual([]);
  await expectNoWiderThanWindow(page);
  someone.nothingWrong();
}

const spaced = (text: string) => text.normalize("NFC").replace(/\s+/g, " ").trim();

/** Texts that are read as one: texts that the page isolates, and values of fields. */
async function textsShown(): Promise<string[]> {
  const shown = await page.evaluate(() => {
    const texts = Array.from(document.querySelectorAll("main bdi"), ({ textContent }) => textContent ?? "");
    const fields = Array.from(document.querySelectorAll<HTMLInputElement>("input, textarea"), ({ value }) => value);
    return [...texts, ...fields.flatMap((value) => [value, ...value.split("\n")])];
  });
  return shown.map(spaced);
}

async function expectShown(text: string, times = 1): Promise<void> {
  const shown = await textsShown();
  const found = shown.filter((one) => one === spaced(text));
  expect(found.length, `"${text}" among ${JSON.stringify(shown)}`).toBeGreaterThanOrEqual(times);
}

/** Fills fields of the home page's form as it is and submits it. */
async function send(fields: Record<string, string>): Promise<void> {
  await page.locator('[name="rule"][value="prizes/1"]').press("Space");
  const closed = page.locator(".more:not([open]) > summary");
  if ((await closed.count()) > 0) await closed.press("Enter");
  for (const [name, text] of Object.entries(fields)) await page.locator(`[name="${name}"]`).fill(text);
  await review(page, "now");
}

describe.each(some(Object.entries(INJECTIONS)))("%s", (_, text) => {
  test("is text on the pages of a draw", async () => {
    const draw = { title: text, organiser: text, rule: "prizes/1", entries: [text, "Ada"], listed: true };
    const params = { prizes: [{ name: text, quantity: 2 }] };
    const drawn = await makeDraw(site.url, { ...draw, params, draw: "now" });
    await someone.open(`/draws/${drawn.id}#${encodeURIComponent(text)}`);
    await expectHarmless();
    await expectShown(text, 5); // title, organiser, prize, winner, list
    await someone.open(`/draws/${drawn.id}/present`);
    await expectHarmless();
    await expectShown(text, 3); // title, prize, winner
    const stopped = await makeDraw(site.url, { ...draw, params, draw: "later" });
    await step(site.url, stopped, "lock");
    await step(site.url, stopped, "void", { reason: text });
    await someone.open(`/draws/${stopped.id}`);
    await expectHarmless();
    await expectShown(text, 4); // title, organiser, reason, list
    expect(spaced((await checkHere(page)).text)).toContain(spaced(text));
    await expectHarmless();
  });

  test("is text where a draw is made and managed", async () => {
    await someone.open("/");
    await send({ title: text, organiser: text, "prizes/1.prizes": `${text}, 1`, "prizes/1.alternates": text });
    await expectHarmless();
    await expectShown(text, 2); // it was refused and shown again
    await send({ "prizes/1.alternates": "0", entries: `${text}\nAda\n${text}` });
    await expectHarmless();
    await expectShown(text, 2);
    await makeIt(page);
    await expectHarmless();
    await expectShown(text);
  });

  test("is text in an address", async () => {
    const coded = encodeURIComponent(text);
    const paths = [
      `/draws/${coded}`,
      `/draws?after=${coded}&${coded}=${coded}#${coded}`,
      `/draws/${coded}/manage#${coded}`,
    ];
    for (const path of paths) {
      await someone.open(path);
      await page.waitForLoadState();
      await expectHarmless();
    }
  });
});

describe("all of them at once", () => {
  const draw = { title: "All of them", rule: "winners/1", params: { winners: TEXTS.length }, entries: TEXTS };
  const spacedTexts = TEXTS.map(spaced);

  test("are text in one list, among the recent draws, and where the list is changed", async () => {
    const { id } = await makeDraw(site.url, { ...draw, draw: "now" });
    const open = await makeDraw(site.url, { ...draw, draw: "later" });
    await someone.open(`/draws/${id}`);
    await expectHarmless();
    expect(await textsShown()).toEqual(expect.arrayContaining(spacedTexts));
    await someone.open("/draws");
    await expectHarmless();
    await manageWith(page, `${site.url}/draws/${open.id}`, open.manageKey);
    await expectHarmless();
  });

  test("are text while typed, and in a dropped file", async () => {
    await someone.open("/");
    await page.locator('[name="entries"]').fill([...TEXTS, ...TEXTS].join("\n"));
    await page.waitForSelector(".look bdi");
    await expectHarmless();
    const rows = TEXTS.map((text) => [text, text, "2"].map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","));
    const file = {
      name: "<img id=theirs src=x onerror=theirs=1>.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(rows.join("\n")),
    };
    await page.locator('form[data-make] input[type="file"]').setInputFiles(file);
    await page.waitForSelector(".file-told:not(:empty)");
    await expectHarmless();
  });

  test("are text in a record that is checked and broken, on the draw's page and on /verify", async () => {
    const prizes = TEXTS.map((name) => ({ name, quantity: 1 }));
    const many = { ...draw, rule: "prizes/1", params: { prizes }, draw: "now", organiser: INJECTIONS["end of JSON"] };
    const { id } = await makeDraw(site.url, many);
    await someone.open(`/draws/${id}`);
    expect(await checkHere(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
    await page.locator(".breaking .tricks button").first().click();
    await page.waitForSelector('.breaking .outcome[data-tone="bad"]');
    await expectHarmless();
    await someone.open("/verify");
    const { bytes } = await checkedRecord(site.url, id);
    expect(await checkFile(page, bytes, "<img id=theirs src=x onerror=theirs=1>")).toMatchObject({ tone: "good" });
    await expectHarmless();
  });

  test("are text in all other input of /verify", async () => {
    await someone.open("/verify");
    for (const text of TEXTS) {
      await page.locator("#pasted").fill(text);
      await page.locator("form.given button:not([type])").click();
      expect((await checkText(page, JSON.stringify({ [text]: [text], protocol: text }))).tone).not.toBe("good");
      await expectHarmless();
    }
  });

  test("are no formulas in the CSV file", async () => {
    const { id } = await makeDraw(site.url, { ...draw, draw: "now" });
    const csv = await (await fetch(`${site.url}/api/draws/${id}/result.csv`)).text();
    const cells = Array.from(csv.matchAll(/(?:^|,)"((?:[^"]|"")*)"/gm), ([, cell = ""]) => cell.replaceAll('""', '"'));
    expect(cells.length).toBeGreaterThanOrEqual(TEXTS.length);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });
});
