// Chosen, dropped and pasted lists in a real browser: columns, encodings, and questions to answer.
import { afterAll, beforeAll, describe, expect, setDefaultTimeout, test } from "bun:test";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { expectAccessible } from "./axe.ts";
import { startBrowser, type Visitor, visitor } from "./browser.ts";
import { becomes, list, shown } from "./form.ts";
import { type Running, startFairhat } from "./process.ts";
import { review } from "./table.ts";

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

describe("a file instead of typing", () => {
  test("a text file is the list", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await choose(page, "list.txt", "\ufeffSmith, John\r\nАда\r\n");
    await becomes(page, "Smith, John\nАда\n");
    await page.getByRole("button", { name: "Undo" }).click();
    await becomes(page, "");
    await choose(page, "old.txt", Buffer.from([0x5a, 0x6f, 0xeb]));
    await becomes(page, "Zoë");
    await shown(page, ".file-told", "This file was read as windows-1252");
    await page.getByLabel("choose another encoding").selectOption("windows-1251");
    await becomes(page, "Zoл");
    nothingWrong();
    await leave();
  });

  test("columns of a table are chosen", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await choose(page, "list.csv", 'Nr;Name;Tickets\r\n1;"Lovelace; Ada";3\r\n2;"Grace ""Amazing""\r\nHopper";1\r\n');
    await shown(page, ".columns legend", "list.csv: 3 lines");
    expect(await page.getByLabel("Which column has the names?").inputValue()).toBe("1");
    expect(await page.getByLabel("Which one has the tickets?").inputValue()).toBe("2");
    expect(await page.getByLabel("The first line is a heading").isChecked()).toBe(true);
    await expectAccessible(page);
    await page.getByRole("button", { name: "Add to list" }).click();
    await becomes(page, 'Lovelace; Ada, 3\nGrace "Amazing" Hopper');
    await page.locator('[value="raffle/1"]').check();
    await shown(page, ".preview", "2 entries with 4 tickets");
    nothingWrong();
    await leave();
  });

  test("a pasted table offers its columns, and findings that can change chances need an answer before the summary", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await page.locator("#title").fill("Three books");
    await page.locator('[value="raffle/1"]').check();
    await list(page).fill("Name\tTickets\tE-mail\nAda\t1\u202f000\tada@example.org\nGrace\t2,500\tgrace@example.org");
    await shown(page, ".look", "2 entries, 1,001 tickets");
    await shown(page, ".look", "line 3: Grace, 2,500 (a thousand, or a decimal number?)");
    await shown(page, ".preview", "This cannot work yet");
    await review(page, "now");
    await shown(page, ".problems", "line 3: Grace, 2,500");
    await page.getByRole("button", { name: "1,000 is one thousand" }).click();
    await becomes(page, "Ada, 1000\nGrace, 2500");
    await shown(page, ".look", "2 entries, 3,500 tickets");

    await list(page).fill("Team\tName\nRed\tAda\nBlue\tGrace\nRed\tTotal");
    await shown(page, ".look", "One line looks like a total");
    await page.getByRole("button", { name: "Choose the columns" }).click();
    await page.getByLabel("Which column has the names?").selectOption({ label: "Column 2: Name" });
    await expectAccessible(page);
    await page.getByRole("button", { name: "Replace the list" }).click();
    await becomes(page, "Ada\nGrace\nTotal");
    await review(page, "now");
    await shown(page, ".problems", "line 3: Total");
    await shown(page, ".look", "line 3: Total"); // of this list, not of the one before
    await page.getByLabel("It is right as it is").check();
    await review(page, "now");
    await shown(page, ".sheet h1", "Is this right?");
    await shown(page, ".sheet", "The list: 3 entries");
    nothingWrong();
    await leave();
  });

  test("a second file is added to the list, replaces it, or is removed from it", async () => {
    const { page, nothingWrong, leave } = await atForm();
    await page.locator('[value="raffle/1"]').check();
    await list(page).fill("Name\tTickets\nAda\t3\nGrace\t1");
    await shown(page, ".look", "2 entries, 4 tickets");
    await choose(page, "more.txt", "Radia, 2\nEmmy");
    await shown(page, ".columns", "Radia, 2");
    await page.getByRole("button", { name: "Add to the end of the list" }).click();
    await becomes(page, "Ada, 3\nGrace\nRadia, 2\nEmmy");
    await choose(page, "other.csv", "Name,Tickets,Won last year\nSophie,4,\nKaren,1,\nKurt,2,yes");
    await page.getByLabel("Leave out rows where this column says:").selectOption({ label: "Column 3: Won last year" });
    await page.getByLabel("What it says").fill("Yes");
    await page.getByRole("button", { name: "Replace the list" }).click();
    await becomes(page, "Sophie, 4\nKaren");
    await shown(page, ".file-told", "1 row was left out by the column that you chose: line 4: Kurt");
    await choose(page, "winners.txt", "KAREN\nRadia");
    await page.getByRole("button", { name: "Take these people off the list" }).click();
    await becomes(page, "Sophie, 4");
    await shown(page, ".file-told", "1 entry was taken off the list.");
    nothingWrong();
    await leave();
  });

  test("it can be dropped anywhere on the page; a file that is not a list is refused", async () => {
    const { page, nothingWrong, leave } = await atForm();
    const drop = (name: string, content: string) =>
      page.locator("h1").evaluate(
        (heading, [name, content]) => {
          const dataTransfer = new DataTransfer();
          dataTransfer.items.add(new File([content ?? ""], name ?? ""));
          for (const type of ["dragover", "drop"]) {
            const event = new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true });
            if (heading.dispatchEvent(event)) throw new Error(`${type} was left to the browser`);
          }
        },
        [name, content],
      );
    await drop("list.txt", "Ada\nGrace");
    await becomes(page, "Ada\nGrace");
    await drop("list.xlsx", "PK\u0003\u0004 [Content_Types].xml");
    await shown(page, ".file-told", "This spreadsheet is damaged");
    await becomes(page, "Ada\nGrace");
    nothingWrong();
    await leave();
  });

  test("a spreadsheet offers sheets and hidden rows, and its reader is loaded only then", async () => {
    const { page, nothingWrong, leave } = await atForm();
    const loaded: string[] = [];
    page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
    const isLoaded = () => loaded.some((path) => path.includes("/workbook-"));
    await list(page).fill("Kurt");
    await shown(page, ".look", "1 entry");
    expect(isLoaded()).toBe(false);
    const name = "openpyxl-hidden.xlsx";
    const workbook = join(import.meta.dir, "../../packages/lists/testing/workbooks", name);
    await page.setInputFiles('input[type="file"]', workbook);
    await shown(page, ".columns legend", `${name}: 6 lines`);
    expect(isLoaded()).toBe(true);
    await shown(page, ".file-told", "1 row is hidden in the spreadsheet: line 6: 00019");
    await expectAccessible(page);
    await page.getByLabel("Leave out 1 hidden row").check();
    await page.getByRole("button", { name: "Add to the end of the list" }).click();
    await becomes(page, "Kurt\nAda, 3\nGrace\nEmmy, 5");

    await page.setInputFiles('input[type="file"]', workbook);
    await page.getByLabel("Which sheet has the list?").selectOption("Second");
    await page.getByRole("button", { name: "Replace the list" }).click();
    await becomes(page, "Sophie");
    nothingWrong();
    await leave();
  });
});
