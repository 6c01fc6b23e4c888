// Checks in the visitor's browser: on a draw's page, and of files on /verify, also offline.
import { afterAll, afterEach, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { checkedRecord } from "../client.ts";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { ALL_PASSED, checkFile, checkHere, checkText } from "./checking.ts";
import { type Fixtures, seedDraws } from "./fixtures.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";

setDefaultTimeout(60_000);

let site: Running;
let browser: Browser;
let world: Fixtures;
let someone: Visitor;
let page: Page;
let record: string;
const folder = mkdtempSync(join(tmpdir(), "fairhat-check-"));
beforeAll(async () => {
  [site, browser] = await Promise.all([startFairhat(), startBrowser()]);
  world = await seedDraws(site.url);
  record = new TextDecoder().decode((await checkedRecord(site.url, world.draws.drawn.id)).bytes);
  someone = await visitor(browser, site.url, { phone: true, reducedMotion: true });
  page = someone.page;
  await Bun.write(join(folder, "record.json"), record);
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await browser.close();
  await site.stop();
});

const DRAWN = ["drawn", "prizes", "groups", "order", "numbers"] as const;

test.each(DRAWN)("a draw of the kind %s verifies on its page", async (name) => {
  await someone.open(`/draws/${world.draws[name].id}`);
  expect(await checkHere(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
  expect(await page.locator("#check .checks details").count()).toBeGreaterThan(5); // the inputs
  await expectAccessible(page);
  await expectNoWiderThanWindow(page);
  someone.nothingWrong();
});

test("the sample of the first page is opened, checked, broken and caught with one key", async () => {
  await someone.open("/");
  await page.locator(".tryout button").focus();
  for (const next of [".envelopes", ".envelopes.open", '[data-tone="good"]', '[data-tone="bad"]']) {
    await page.keyboard.press("Enter");
    await page.locator(`.tryout ${next}`).waitFor();
  }
  expect(await page.locator(".tryout [data-first]").textContent()).toBe("Result");
  await page.locator(".tryout a.button").click();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("entries");
  someone.nothingWrong();
});

test("a void draw is distinguished from a valid one, with its reason", async () => {
  await someone.open(`/draws/${world.draws.void.id}`);
  const { tone, text } = await checkHere(page);
  expect(tone).toBe("open");
  expect(text).toContain("One of us was left out of the list");
  someone.nothingWrong();
});

describe("another draw's record instead of the right one", () => {
  // As someone between the site and its visitors could replace it.
  const exchanged = async (path: (id: string) => string) => {
    const { order, groups } = world.draws;
    const { bytes } = await checkedRecord(site.url, groups.id);
    await page.route(`**/api/draws/${order.id}/record`, (route) =>
      route.fulfill({ contentType: "application/json", body: Buffer.from(bytes) }),
    );
    await someone.open(path(order.id));
    return order.id;
  };
  afterEach(() => page.unrouteAll());

  test("does not prove the draw on its page", async () => {
    await exchanged((id) => `/draws/${id}`);
    const { tone, text, checks } = await checkHere(page);
    expect([tone, checks.seals]).toEqual(["bad", "failed"]);
    expect(text).toContain("This is another draw than the one that was asked for");
    expect(await page.locator(".breaking:not([hidden])").count()).toBe(0);
    await expectAccessible(page);
    await expectNoWiderThanWindow(page);
  });

  test("does not prove the draw of the given link", async () => {
    const id = await exchanged(() => "/verify");
    expect(await checkText(page, `${site.url}/draws/${id}`)).toMatchObject({ tone: "bad" });
    expect(await checkText(page, id)).toMatchObject({ tone: "bad" });
  });
});

describe("a page that differs from its record", () => {
  const WRONG: [string, () => Promise<unknown>][] = [
    [
      "another winner",
      () =>
        page
          .locator(".result bdi")
          .nth(1)
          .evaluate((name) => name.replaceChildren("Eve Doe")),
    ],
    [
      "another place",
      () =>
        page
          .locator(".result .position")
          .first()
          .evaluate((at) => at.replaceChildren("entry 7777")),
    ],
    [
      "a winner less",
      () =>
        page
          .locator(".result li")
          .last()
          .evaluate((place) => place.remove()),
    ],
    ["no result", () => page.locator(".result").evaluate((result) => result.remove())],
    [
      "another lock",
      () => page.locator("#draw").evaluate((draw) => draw.setAttribute("data-manifest", "0".repeat(64))),
    ],
  ];

  test.each(WRONG)("%s", async (_, change) => {
    await someone.open(`/draws/${world.draws.prizes.id}`);
    await page.evaluate(() => localStorage.clear());
    await change();
    const { tone, text } = await checkHere(page);
    expect(tone).toBe("bad");
    expect(text).toContain("than this page shows");
    expect(await page.locator(".findings li").count()).toBeGreaterThan(3); // advice
    someone.nothingWrong();
  });
});

describe("/verify", () => {
  test("checks a file, a text, and a link of this site", async () => {
    await someone.open("/verify");
    const holds = { tone: "good", checks: ALL_PASSED };
    expect(await checkFile(page, new TextEncoder().encode(record))).toMatchObject(holds);
    expect(await checkText(page, record)).toMatchObject(holds);
    expect(await checkText(page, `${site.url}/draws/${world.draws.order.id}`)).toMatchObject(holds);
    someone.nothingWrong();
  });

  test("names the draw and its winners, and explains a changed list", async () => {
    await someone.open("/verify");
    const { manifest, entries, outcome } = JSON.parse(record);
    await checkText(page, record);
    const about = await page.locator(".about").textContent();
    for (const name of [manifest.title, manifest.organiser, entries[outcome.result.winners[0]].label])
      expect(about).toContain(name);
    const { text } = await checkText(page, record.replace(entries[0].label, "Somebody else"));
    expect(text).toContain("The list is not the one that was locked.");
    const failed = await page.locator('.checks [data-status="failed"] .demand').textContent();
    expect(failed).toBe("The list is not the one that was locked.");
  });

  test("offers both programs for download, with the digests of the downloaded files", async () => {
    await someone.open("/verify");
    for (const name of ["fairhat_verify.py", "fairhat-verify.mjs"]) {
      const link = page.locator(`.programs a[download="${name}"]`);
      const bytes = await (await fetch(new URL((await link.getAttribute("href")) ?? "", site.url))).bytes();
      const digest = new Bun.CryptoHasher("sha256").update(bytes).digest("hex");
      expect(await page.locator(".programs").textContent()).toContain(digest);
      const file = join(folder, name);
      await Bun.write(file, bytes);
      const program = name.endsWith(".py") ? "python3" : process.execPath;
      const { exitCode, stdout } = Bun.spawnSync([program, file, join(folder, "record.json")]);
      expect({ exitCode, out: stdout.toString() }).toMatchObject({ exitCode: 0 });
    }
  });

  test("shows what a void draw would have given if both numbers are public", async () => {
    await someone.open("/verify");
    const vector = join(import.meta.dir, "../../verify/vectors/void-substitutes-opened.json");
    const { tone, text } = await checkFile(page, await Bun.file(vector).bytes());
    expect(tone).toBe("open");
    expect(text).toContain("It would have been");
    await expectAccessible(page);
    await expectNoWiderThanWindow(page);
    someone.nothingWrong();
  });

  test("detects another winner by the check of the result", async () => {
    await someone.open("/verify");
    const changed = record.replace(/"winners":\[(\d+),(\d+)/, (_, first, second) => `"winners":[${second},${first}`);
    expect(changed).not.toBe(record);
    const { tone, checks } = await checkText(page, changed);
    expect([tone, checks]).toEqual(["bad", { ...ALL_PASSED, result: "failed" }]);
    someone.nothingWrong();
  });

  const BROKEN: [string, (whole: string) => string | Uint8Array][] = [
    ["empty", () => new Uint8Array()],
    ["unfinished", (whole) => whole.slice(0, whole.length / 2)],
    ["saved by an editor", (whole) => JSON.stringify(JSON.parse(whole), null, 2)],
    ["a picture", () => new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ["a page", () => "<!doctype html><title>x</title><script>theirs=1</script>"],
    ["not text", () => new Uint8Array([0x7b, 0xff, 0xfe, 0x7d])],
    ["other JSON", () => '{"protocol":"theirs"}'],
    ["nested deeply", () => "[".repeat(200_000)],
  ];

  test.each(BROKEN)("explains a file that is %s", async (_, spoil) => {
    await someone.open("/verify");
    const spoilt = spoil(record);
    const bytes = typeof spoilt === "string" ? new TextEncoder().encode(spoilt) : spoilt;
    const { tone, text, checks } = await checkFile(page, bytes);
    expect(tone).toBe("bad");
    expect(text.length).toBeGreaterThan(20);
    expect(checks).not.toEqual(ALL_PASSED);
    someone.nothingWrong();
  });

  test("works offline once loaded", async () => {
    const away = await visitor(browser, site.url);
    await away.open("/verify");
    await away.page.waitForFunction(() => document.querySelector(".offline")?.textContent);
    away.nothingWrong();
    await away.page.context().setOffline(true);
    await away.page.reload();
    const shown = await checkFile(away.page, new TextEncoder().encode(record));
    expect(shown).toMatchObject({ tone: "good", checks: ALL_PASSED });
    await away.leave();
  });
});
