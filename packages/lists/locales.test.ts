import { expect, test } from "bun:test";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { decode } from "./decode.ts";
import { formatOf } from "./format.ts";
import { readList, unansweredIn } from "./reader.ts";
import { readWorkbook } from "./workbook/index.ts";

const FOLDER = join(import.meta.dir, "testing/workbooks/locales");
const ENTRIES = ["Åse Ødegård 1000", "Zoë 2500", "O'Neil; Radia 10", "1.5 3"];
/** Where thousands have a point or a comma, `1.000` has two readings. */
const ASKED = ["gnumeric-de-DE.csv", "gnumeric-en-US.csv", "gnumeric-ar-EG.csv"];

test.each(readdirSync(FOLDER))("a list that another program wrote has its names and tickets: %s", async (name) => {
  const bytes = await Bun.file(join(FOLDER, name)).bytes();
  const options = { takesTickets: true, change: ASKED.includes(name) ? { numbers: "thousands" as const } : {} };
  const source = sourceOf(bytes);
  const asked = unansweredIn(readList(source, { takesTickets: true }).findings, []).map(({ code }) => code);
  expect(asked).toEqual(ASKED.includes(name) ? ["tickets_unreadable"] : []);
  expect(readList(source, options).list.map(({ label, tickets = 1 }) => `${label} ${tickets}`)).toEqual(ENTRIES);
});

function sourceOf(bytes: Uint8Array) {
  if (formatOf(bytes).kind === "text") return decode(bytes).text;
  const reading = readWorkbook(bytes);
  if (!reading.ok) throw new Error(reading.refusal);
  return reading.workbook.rows;
}
