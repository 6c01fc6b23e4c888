// What people do through the proxy: check a draw in a browser and by both verifiers, and watch one while core is replaced.
import { expect, test } from "bun:test";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser, visitor } from "../browser/browser.ts";
import { ALL_PASSED, checkHere } from "../browser/checking.ts";
import { call, checkedRecord } from "../client.ts";
import { type Composed, until } from "./composed.ts";
import { run } from "./lab.ts";

const later = { title: "Watched", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "later" };
const SOON = 2_000; // milliseconds until whoever watches must have heard of a change

export function testPeople(site: () => Composed): void {
  test("a draw is made and checked in a browser, all ten checks", async () => {
    const browser = await startBrowser();
    const someone = await visitor(browser, site().http, { reducedMotion: true });
    try {
      const { page } = someone;
      expect(await someone.open("/")).toBe(200);
      await page.locator("#title").fill("Made in a browser");
      await page.locator("#entries").fill("Ada\nGrace\nRadia");
      await page.locator('form[action="/draws/confirm"] button:not([type])').first().click();
      await page.locator('form[action="/draws"] button').first().click();
      const link = await page.locator("#public-link").inputValue();
      expect(link).toStartWith(`${site().http}/draws/`);
      await page.goto(link);
      expect(await checkHere(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
      someone.nothingWrong();
    } finally {
      await browser.close();
    }
  });

  test("the verifier that shares no code with the site comes to the same verdict", async () => {
    const made = await call(site().http, "POST", "/api/draws", { body: { ...later, draw: "now" } });
    const { bytes, report } = await checkedRecord(site().http, made?.body.id ?? "");
    expect(report.verdict).toBe("holds");
    const file = join(tmpdir(), `fairhat-record-${made?.body.id}.json`);
    writeFileSync(file, bytes);
    try {
      expect(await run(["python3", "verify/fairhat_verify.py", file])).toContain("holds");
    } finally {
      rmSync(file);
    }
  });

  test("whoever watches hears of a change at once, and again after core was replaced", async () => {
    const made = await call(site().http, "POST", "/api/draws", { body: later });
    const { id = "", manageKey: key = "" } = made?.body ?? {};
    const before = await watch(site().http, id);
    await call(site().http, "POST", `/api/draws/${id}/lock`, { key, body: {} });
    await until("the stream says so", async () => before.heard().includes("event: changed"), SOON / 1_000);
    await site().script(["ci/roll", "core"]);
    await before.ended;
    const after = await watch(site().http, id);
    await call(site().http, "POST", `/api/draws/${id}/draw`, { key, body: {} });
    await until(
      "the stream of the new core says so",
      async () => /changed[\s\S]*changed/.test(after.heard()),
      SOON / 1_000,
    );
    await after.ended; // nothing follows a draw that is drawn
  });
}

/** Opens the event stream of a draw. */
async function watch(url: string, draw: string): Promise<{ heard(): string; ended: Promise<void> }> {
  const answer = await fetch(`${url}/api/draws/${draw}/events`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  let heard = "";
  const read = async () => {
    for await (const chunk of answer.body ?? []) heard += new TextDecoder().decode(chunk);
  };
  return { heard: () => heard, ended: read() };
}
