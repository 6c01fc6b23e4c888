// Making a draw in a real browser: help while typing, files, the draft.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { becomes, list, shown } from "./form.ts";
import { expectNoWiderThanWindow } from "./layout.ts";
import { type Running, startFairhat } from "./process.ts";
import { makeIt, review } from "./table.ts";
import { tasksDuring } from "./tasks.ts";

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

/** A person at the form, with a fresh browser. */
async function atForm(look: Parameters<typeof visitor>[2] = {}): Promise<Visitor> {
  const someone = await visitor(browser, site.url, look);
  await someone.open("/");
  return someone;
}

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "text/plain",
  buffer: Buffer.from(content),
});
const choose = (page: Page, name: string, content: string | Buffer) =>
  page.setInputFiles('input[type="file"]', file(name, content));

describe("while typing", () => {
  test("the form counts, shows duplicates and oddities, and fixes them with one tap", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await list(page).fill("Name\nAda\n\nGrace\nAda\nada\nSophie,\nZ\u200boe");
    await shown(page, ".look", "7 entries, 1 blank line");
    for (const told of [
      "1 name is listed more than once: Ada (2 times)",
      "looks like a heading",
      "line 6: ada (like Ada)",
      "line 7: Sophie,",
    ]) {
      await shown(page, ".look", told);
    }
    await expectAccessible(page);
    for (const [fix, after] of [
      ["Remove blank lines and spaces at the ends", "Name\nAda\nGrace\nAda\nada\nSophie,\nZ\u200boe"],
      ["Remove repeated lines", "Name\nAda\nGrace\nada\nSophie,\nZ\u200boe"],
      ["Remove the first line", "Ada\nGrace\nada\nSophie,\nZ\u200boe"],
      ["Remove these separators", "Ada\nGrace\nada\nSophie\nZ\u200boe"],
      ["Remove these characters", "Ada\nGrace\nada\nSophie\nZoe"],
    ] as const) {
      await page.getByRole("button", { name: fix }).click();
      await becomes(page, after);
    }
    await shown(page, ".look", "5 entries");
    await page.getByRole("button", { name: "Undo" }).click();
    await becomes(page, "Ada\nGrace\nada\nSophie\nZ\u200boe");
    nothingWrong();
    await leave();
  });

  test("a button held down while the findings change is still pressed", async () => {
    const { page, leave } = await atForm();
    await list(page).fill("Ada\nAda");
    await page.getByRole("button", { name: "Remove repeated lines" }).hover();
    await page.mouse.down();
    await list(page).evaluate((field: HTMLTextAreaElement) => {
      field.value = "Ada\nAda\nGrace";
      field.dispatchEvent(new Event("input", { bubbles: true }));
    });
    await page.waitForTimeout(2_000);
    await page.mouse.up();
    await becomes(page, "Ada\nGrace");
    await shown(page, ".look", "2 entries");
    await leave();
  });

  test("it explains what the rule will do with this list, or why it cannot", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await list(page).fill("Ada, 3\nGrace");
    await shown(page, ".preview", "1 winner is drawn from 2 entries; every entry has the same chance.");
    await page.locator('[value="raffle/1"]').check();
    await shown(page, ".preview", "2 entries with 4 tickets");
    await shown(page, ".look", "2 entries, 4 tickets");
    await page.locator('[value="winners/1"]').check();
    await shown(page, ".preview", "1 winner is drawn from 2 entries; every entry has the same chance.");
    await page.locator('[value="raffle/1"]').check();
    await shown(page, ".look", "2 entries, 4 tickets");
    await page.locator('[name="raffle/1.winners"]').fill("3");
    await shown(page, ".preview", "This cannot work yet");
    await shown(page, ".preview", "You asked for 3 winners but have 2 entries");
    await page.locator('[name="raffle/1.winners"]').fill("");
    await shown(page, ".preview", "expected a whole number");
    await list(page).fill("");
    await page.locator('[value="numbers/1"]').check();
    await page.locator('[name="numbers/1.from"]').fill("1");
    await page.locator('[name="numbers/1.to"]').fill("49");
    await shown(page, ".preview", "1 number from 1 to 49 is drawn");
    nothingWrong();
    await leave();
  });

  test("help is announced to screen readers when it changes, and only then", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await list(page).fill("Ada\nGrace");
    await shown(page, ".look [role=status]", "2 entries");
    await shown(page, ".preview", "1 winner is drawn from 2 entries");
    await page.evaluate(() => {
      const spoken: string[] = [];
      for (const region of document.querySelectorAll(".look [role=status], .preview"))
        new MutationObserver(() => spoken.push(region.textContent ?? "")).observe(region, {
          childList: true,
          subtree: true,
          characterData: true,
        });
      Object.assign(window, { spoken });
    });
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.clock.install();
    const typed = async (field: string, text: string) => {
      await page.locator(field).fill(text);
      await page.clock.runFor(1_000); // longer than the debounce
    };
    await typed("#title", "Two books");
    const answer = page.waitForResponse("**/api/rules/check*");
    await typed("#entries", "Ada\nAlan");
    await answer;
    expect(asked).toEqual(["/api/rules/check"]);
    await typed("#entries", "Ada\nAlan\nGrace");
    await shown(page, ".preview", "1 winner is drawn from 3 entries");
    const spoken = await page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    expect(spoken).toEqual(["3 entries", expect.stringContaining("from 3 entries")]);
    nothingWrong();
    await leave();
  });

  test.each([true, false])(
    "an error is shown where the reader is and leads to its control, with scripts: %p",
    async (javaScript) => {
      const { page, leave } = await atForm({ javaScript });
      await page.locator("#title").fill("Two books");
      await review(page, "now");
      await page.locator(".problems:focus").waitFor();
      expect(await page.title()).toMatch(/^Problem: /);
      if (javaScript) await expectAccessible(page);
      await page.locator(".problems a").press("Enter");
      await page.locator('#entries[aria-invalid="true"]:focus').waitFor();
      expect(await page.locator("#entries-wrong").textContent()).toContain("at least one entry");
      await leave();
    },
  );

  test("without a connection nothing typed is lost, and one press tries again", async () => {
    const { page, nothingWrong, leave } = await atForm({ phone: true });
    await list(page).fill("Ada\nGrace");
    await shown(page, ".preview", "from 2 entries");
    await page.context().setOffline(true);
    await page.locator('[data-make] [name="draw"][value="now"]').press("Enter");
    await shown(page, ".problems:focus", "You are offline");
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.locator(".problems button").press("Enter");
    await shown(page, "dialog.sheet[open]", "2 entries");
    expect(await page.locator(".problems").count()).toBe(0);
    nothingWrong();
    await leave();
  });

  test("typing during a check shows the findings of the last list, not of the one before", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await page.evaluate(async () => {
      const field = document.querySelector<HTMLTextAreaElement>("#entries");
      for (let count = 1; field && count <= 60; count += 1) {
        field.value = Array.from({ length: count * 50 }, (_, at) => `Person ${at}`).join("\n");
        field.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, count % 6 ? 5 : 300));
      }
    });
    await shown(page, ".look", "3,000 entries");
    await shown(page, ".preview", /3,?000 entries/);
    nothingWrong();
    await leave();
  });

  test("all of it in German", async () => {
    const { page, nothingWrong, leave } = await atForm({ language: "de-DE", phone: true, dark: true });
    await list(page).fill("Name\nAda\n\nGrace\nAda\nada,");
    await shown(page, ".look", "5 Einträge, 1 leere Zeile");
    await shown(page, ".preview", "So geht es noch nicht");
    await page.getByLabel("Das ist richtig so").check();
    await shown(page, ".preview", "Was geschehen wird");
    await shown(page, ".preview", "5 Einträgen");
    await choose(page, "liste.csv", "Vorname;Lose\nAda;3\nGrace;2");
    await shown(page, ".columns", "In welcher Spalte stehen die Namen?");
    await expectAccessible(page);
    await expectNoWiderThanWindow(page);
    nothingWrong();
    await leave();
  });

  test("a million entries never block the page", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await page.locator("#title").fill("A million");
    const { longest } = await tasksDuring(browser, async () => {
      await page.evaluate(() => {
        const field = document.querySelector<HTMLTextAreaElement>("#entries");
        if (!field) return;
        // Rendering its lines is the browser's work and takes seconds; only our work is measured.
        field.hidden = true;
        field.value = Array.from({ length: 1_000_000 }, (_, at) => `Person ${at}`).join("\n");
        field.dispatchEvent(new Event("input", { bubbles: true }));
        performance.mark("begun"); // later tasks only
      });
      await page.locator(".look", { hasText: "1,000,000 entries" }).waitFor({ timeout: 100_000 });
    });
    expect(longest).toBeLessThan(2_000);
    await shown(page, ".preview", /1,?000,?000 entries/);
    nothingWrong();
    await leave();
  });
});

describe("typed text", () => {
  const TYPED = { "#title": "Three books", "#organiser": "The circle", "#entries": "Ada\nGrace\nEmmy" };

  async function fill(page: Page): Promise<void> {
    await page.locator(".more summary").click();
    for (const [field, text] of Object.entries(TYPED)) await page.locator(field).fill(text);
    await page.locator('[value="groups/1"]').check();
    await page.locator('[name="groups/1.groups"]').fill("2");
    await page.locator('[name="listed"]').check();
  }

  test("survives a reload, and is dropped on request", async () => {
    const { page, open, nothingWrong, leave } = await atForm();
    await fill(page);
    await page.reload();
    await shown(page, ".draft", "We restored your draft.");
    for (const [field, text] of Object.entries(TYPED)) expect(await page.locator(field).inputValue()).toBe(text);
    expect(await page.locator('[name="groups/1.groups"]').inputValue()).toBe("2");
    for (const checked of ['[value="groups/1"]', '[name="listed"]']) {
      expect(await page.locator(checked).isChecked()).toBe(true);
    }
    await shown(page, ".preview", "2 groups");
    await page.getByRole("button", { name: "Start over" }).click();
    expect(await page.locator("#title").inputValue()).toBe("");
    await open("/");
    expect(await page.locator("#title").inputValue()).toBe("");
    expect(await page.locator(".notice.draft").count()).toBe(0);
    nothingWrong();
    await leave();
  });

  test("is forgotten once the draw is made, and no key is ever stored", async () => {
    const { page, open, nothingWrong, leave } = await atForm();
    await fill(page);
    const key = await page.locator('[name="key"]').inputValue();
    await review(page, "now");
    const kept = await page.evaluate(() => JSON.stringify(localStorage));
    expect(kept).toContain("Three books");
    expect(kept).not.toContain(key);
    await makeIt(page);
    await page.waitForFunction(() => !JSON.stringify(localStorage).includes("draft"));
    await open("/");
    expect(await page.locator("#title").inputValue()).toBe("");
    nothingWrong();
    await leave();
  });
});
