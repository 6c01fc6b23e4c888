import { describe, expect, test } from "bun:test";
import { decode } from "./decode.ts";
import type { Finding } from "./findings/finding.ts";
import { formatOf, refusedText } from "./format.ts";
import { readList } from "./reader.ts";
import { CASES, type ListCase } from "./testing/cases.ts";
import { CASES_BY_KIND } from "./testing/kinds.ts";
import { rewrittenList } from "./write.ts";

const MARKS = { note: "", answer: "!", mend: "!!" };
const marked = ({ code, severity }: Finding) => `${code}${MARKS[severity]}`;
const bytesOf = (input: ListCase["input"]) =>
  typeof input === "string" ? new TextEncoder().encode(input) : Uint8Array.from(Buffer.from(input.hex, "hex"));

describe("a list is read correctly, or its oddities are found", () => {
  test.each([...CASES, ...CASES_BY_KIND])("$name", ({ input, takesTickets, entries, findings, remedies = {} }) => {
    const bytes = bytesOf(input);
    expect(formatOf(bytes)).toEqual({ kind: "text" });
    const { text } = decode(bytes);
    expect(refusedText(text)).toBeNull();
    const read = readList(text, { takesTickets });
    expect(read.findings.map(marked)).toEqual(findings);
    if (entries) expect(read.list.map(({ label, tickets = 1 }) => `${label} ${tickets}`)).toEqual(entries);
    const offered = read.findings.flatMap((finding) => finding.remedies);
    for (const [code, after] of Object.entries(remedies)) {
      const change = offered.find((remedy) => remedy.code === code)?.change ?? {};
      expect(rewrittenList(text, { takesTickets, change })).toBe(after);
    }
  });
});

describe("a file that is not a list is refused by its content", () => {
  test.each([
    [
      "html",
      '<!DOCTYPE html>\n\n<html>\n<head>\n<meta charset="utf-8"/></head><body><table><tr><td>Ada</td></tr></table>',
    ],
    ["html", "\n<table><tr><td>Ada</td></tr></table>"],
    ["flat_ods", '<?xml version="1.0" encoding="UTF-8"?>\n\n<office:document xmlns:office="urn:x"><office:body>'],
    ["xml", '<?xml version="1.0"?><list><name>Ada</name></list>'],
    ["rtf", "{\\rtf1\\ansi Ada\\par Grace}"],
    ["html", "<!-- saved -->\n<p>Ada</p>\n<p>Grace</p>"],
    ["html", "<ul><li>Ada</li><li>Grace</li></ul>"],
    ["mail", "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary=x\r\n\r\n<html>"],
    ["mail", "From: Ada <ada@example.org>\nSubject: list\n\nGrace"],
    ["old_exchange", 'ID;PWXL;N;E\nC;Y1;X1;K"Ada"\nE'],
    ["old_exchange", 'TABLE\n0,1\n"EXCEL"\n'],
    ["vcard", "dn: cn=Ada\ncn: Ada\nmail: ada@example.org\n"],
    ["rtf", "%!PS-Adobe-3.0\n"],
    ["pdf", "\ufeff\n%PDF-1.4"],
    ["vcard", "BEGIN:VCARD\nVERSION:3.0\nN:Lovelace;Ada;;;\nFN:Ada Lovelace\nEND:VCARD"],
    ["calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR"],
    ["json", '[{"name": "Ada"}]'],
    ["binary", "Ada\0Grace"],
  ])("%s", (format, text) => {
    expect(refusedText(text)).toBe(format as never);
  });

  test.each([
    ["pdf", "%PDF-1.7"],
    ["image", "\x89PNG\r\n"],
    ["image", "\xff\xd8\xff\xe0"],
    ["old_excel", "\xd0\xcf\x11\xe0\xa1\xb1"],
    ["archive", "\x1f\x8b\x08"],
    ["archive", "BZh91AY"],
    ["archive", "\xfd7zXZ\0"],
    ["binary", "SQLite format 3\0"],
    ["archive", "PK\x03\x04 word/document.xml [Content_Types].xml"],
    ["archive", "PK\x03\x04 photo.txt"],
  ])("%s by its first bytes", (format, start) => {
    expect(formatOf(Uint8Array.from(Buffer.from(start, "latin1")))).toEqual({
      kind: "refused",
      format: format as never,
    });
  });

  test("a workbook is distinguished from other archives", () => {
    const start = Buffer.from("PK\x03\x04 [Content_Types].xml xl/workbook.xml", "latin1");
    expect(formatOf(Uint8Array.from(start))).toEqual({ kind: "workbook" });
  });
});
