// Visitors through the proxy: check a draw in a browser and with both verifiers, and watch one while core is replaced.
import { expect, test } from "bun:test";
import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startBrowser, visitor } from "../browser/browser.ts";
import { ALL_PASSED, checkHere } from "../browser/checking.ts";
import { makeIt, review } from "../browser/table.ts";
import { revealed } from "../browser/watching.ts";
import { call, checkedRecord } from "../client.ts";
import type { Composed } from "./composed.ts";
import { run } from "./lab.ts";

const later = { title: "Watched", rule: "order/1", params: {}, entries: ["Ada", "Grace", "Emmy"], draw: "later" };
const SOON = 2_000; // milliseconds in which watchers must hear of a change

export function testPeople(site: () => Composed): void {
  test("a draw is made and checked in a browser, all ten checks", async () => {
    const browser = await startBrowser();
    const someone = await visitor(browser, site().http, { reducedMotion: true });
    try {
      const { page } = someone;
      expect(await someone.open("/")).toBe(200);
      await page.locator("#title").fill("Made in a browser");
      await page.locator("#entries").fill("Ada\nGrace\nRadia");
      await review(page, "now");
      await makeIt(page);
      expect(page.url()).toMatch(/\/draws\/[0-9a-f]{32}$/);
      await revealed(page);
      expect(await checkHere(page)).toMatchObject({ tone: "good", checks: ALL_PASSED });
      someone.nothingWrong();
    } finally {
      await browser.close();
    }
  });

  test("the independent verifier reaches the same verdict", async () => {
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

  test("watchers hear of a change at once, and also after core was replaced", async () => {
    const made = await call(site().http, "POST", "/api/draws", { body: later });
    const { id = "", manageKey: key = "" } = made?.body ?? {};
    const before = await watch(site().http, id);
    await call(site().http, "POST", `/api/draws/${id}/lock`, { key, body: {} });
    await heardOfChange(before);
    await site().script(["ops/roll", "core"]);
    await before.ended;
    const after = await watch(site().http, id);
    await call(site().http, "POST", `/api/draws/${id}/draw`, { key, body: {} });
    await heardOfChange(after);
    await after.ended; // the stream ends with the draw
  });
}

interface Watching {
  /** The number of change events; the first one gives the initial state. */
  changes(): number;
  ended: Promise<void>;
}

/** Waits until a watcher hears of a change. Time without a processor for this test does not count. */
async function heardOfChange({ changes }: Watching): Promise<void> {
  const STEP = 50;
  for (let waited = 0; changes() < 2; waited += STEP) {
    if (waited > SOON) throw new Error(`nothing of the change was heard within ${SOON} ms`);
    await Bun.sleep(STEP);
  }
}

/** Opens the event stream of a draw. */
async function watch(url: string, draw: string): Promise<Watching> {
  const answer = await fetch(`${url}/api/draws/${draw}/events`);
  expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream"]);
  let heard = "";
  const read = async () => {
    for await (const chunk of answer.body ?? []) heard += new TextDecoder().decode(chunk);
  };
  return { changes: () => heard.split("event: changed").length - 1, ended: read() };
}
