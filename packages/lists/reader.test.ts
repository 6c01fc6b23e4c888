import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import Papa from "papaparse";
import { decode } from "./decode.ts";
import { answerTo, type FindingCode } from "./findings/finding.ts";
import { linesOf } from "./lines.ts";
import { ListReader, readList, unansweredIn } from "./reader.ts";
import type { ReadEntry } from "./rowlist.ts";
import { RowReader } from "./rows.ts";
import { rewrittenList, tidyList, writtenList } from "./write.ts";

const labels = (text: string, takesTickets = false) => readList(text, { takesTickets }).list.map(({ label }) => label);
const codes = (text: string, takesTickets = false) => readList(text, { takesTickets }).findings.map(({ code }) => code);

describe("a list", () => {
  test("has one entry per line, with any line end", () => {
    const text = "Ada\nGrace\r\nEmmy\rSophie\u2028Radia\u2029Karen\vAlan\fKurt\u0085Åse";
    expect(labels(text)).toEqual(["Ada", "Grace", "Emmy", "Sophie", "Radia", "Karen", "Alan", "Kurt", "Åse"]);
  });

  test("is in NFC, without white space around its lines, and otherwise unchanged", () => {
    expect(labels(" Ame\u0301lie \n\u00a0Ada  Lovelace\t")).toEqual(["Amélie", "Ada  Lovelace"]);
  });

  test.each([
    ["", 0],
    ["\n", 1],
    ["Ada\r\n", 0],
    ["Ada\n \t\n\nGrace\n", 2],
    ["\u200b\n\u3164", 2],
  ])("%j has %d blank lines", (text, blank) => {
    expect(readList(text, { takesTickets: false }).blank).toBe(blank);
  });

  test("of real names of all scripts has no finding", () => {
    const names = ["Ada Lovelace", "Ольга Иванова", "محمد علي", "王小明", "O’Brien, Jr.", "👩‍👩‍👧‍👦 family", "Zoë"];
    expect(codes(names.join("\n"))).toEqual([]);
    expect(codes("Smith, John\nAda\nDoe, Jane\nGrace\nEmmy\nSophie")).toEqual([]);
    expect(codes("Player 1\nPlayer 2\nPlayer 3", true)).toEqual([]);
    expect(codes("Lovelace, Ada\nGrace, 3\nRadia, 2", true)).toEqual([]);
  });

  test("does not depend on the pieces it arrives in", () => {
    const text = 'Name;Tickets\r\n"Lovelace;\nAda";3\r\n\r\nGrace;1 000\r\n;5\r\nRadia;3x';
    const whole = readList(text, { takesTickets: true });
    for (let size = 1; size < text.length; size += 1) {
      const list: ReadEntry[] = [];
      const reader = new ListReader({ takesTickets: true }, (entry) => list.push(entry));
      for (let at = 0; at < text.length; at += size) reader.add(text.slice(at, at + size));
      expect({ ...reader.end(), list }).toEqual(whole);
    }
  });
});

describe("an unclosed quote", () => {
  test("is reported with its line, and does not swallow what follows", () => {
    const text = 'Name,Mail\nAda,a@example.org\n"Radia,r@example.org\nGrace,g@example.org';
    const { list, findings } = readList(text, { takesTickets: false });
    expect(list.map(({ label }) => label)).toEqual(["Ada", '"Radia', "Grace"]);
    expect(findings[0]).toMatchObject({ code: "bad_quote", severity: "answer", places: [{ line: 3 }] });
  });

  test("does not read a long table into one cell", () => {
    const rows = Array.from({ length: 5_000 }, (_, at) => `Person ${at},p${at}@example.org`);
    const text = ["Name,Mail", ...rows.slice(0, 200), '"Radia,r@example.org', ...rows.slice(200)].join("\n");
    const { entries, findings } = readList(text, { takesTickets: false });
    expect(entries).toBe(5_001);
    expect(findings[0]).toMatchObject({ code: "bad_quote", places: [{ line: 202 }] });
  });

  test("that closes within a cell is found as well", () => {
    expect(codes('Name,Mail\n"Ada" B,a@example.org\n"C",c@example.org\n"D",d@example.org')).toContain("bad_quote");
  });
});

describe("findings", () => {
  test("are accepted by their content, and by nothing else", () => {
    const { findings } = readList("1. Ada\n2. Grace", { takesTickets: false });
    const [finding] = findings;
    if (!finding) throw new Error("nothing was found");
    expect(unansweredIn(findings, [])).toEqual([finding]);
    expect(unansweredIn(findings, [answerTo(finding)])).toEqual([]);
    const { findings: others } = readList("1. Alan\n2. Grace", { takesTickets: false });
    expect(unansweredIn(others, [answerTo(finding)])).toHaveLength(1);
  });

  test("of unreadable tickets must be fixed", () => {
    const { findings } = readList("Ada, 1,000", { takesTickets: true });
    expect(unansweredIn(findings, findings.map(answerTo))).toHaveLength(1);
  });

  test("name the lines of the text, counting blank ones", () => {
    const { findings } = readList("\n\nAda, 2\n\nGrace, 1.5\n", { takesTickets: true });
    expect(findings[0]).toMatchObject({ code: "tickets_unreadable", places: [{ line: 5, detail: "not_whole" }] });
  });

  test.each<[string, boolean, FindingCode[]]>([
    ["Ada, 10115\nGrace, 10117\nEmmy, 10119", true, ["tickets_like_codes"]],
    ["Lovelace;London\nGrace;3\nRadia;2", true, ["heading_possible"]],
    ["Ada\t3\nGrace\t1\nRadia\t7", true, []],
    ["Ada\tLondon\t3\nGrace\tYork\t1", false, []],
    [`Ada\n${"x".repeat(201)}`, false, ["label_too_long"]],
    [`Ada\n${"x".repeat(10_001)}`, false, ["line_too_long", "label_too_long"]],
    ["Ada,\nGrace;;\nEmmy", false, ["separators_at_end"]],
    ["Ada\nSumma", false, []],
    ["Ada\nGrace\nTotal", false, ["sum_row"]],
    ["Ada\nGrace\nSomme", false, ["sum_row"]],
    ["Ada\nGrace\nSous-total", false, ["sum_row"]],
    ["Ada\nGrace\nSuma", false, ["sum_row"]],
    ["Nom,Billets\nAda,3\nGrace,1", true, ["heading_left_out"]],
    ["Courriel,Quantité\na@example.org,3\nb@example.org,1", true, ["heading_left_out", "private_data"]],
    ["Joueur,Billet\nAda,3\nGrace,1", true, ["heading_left_out"]],
    ["Élève\nAda\nGrace", false, ["heading_possible"]],
    ["Nombre,Boletos\nAda,3\nGrace,1", true, ["heading_left_out"]],
    ["Correo,Cantidad\na@example.org,3\nb@example.org,1", true, ["heading_left_out", "private_data"]],
    ["Jugador,Papeletas\nAda,3\nGrace,1", true, ["heading_left_out"]],
    ["Alumna\nAda\nGrace", false, ["heading_possible"]],
    ["Ada, 2\nGrace\nEmmy, 3", true, []],
    ["A, 2\nB, 3\nC\nD, 2\nE\nAll of it, 9", true, ["sum_row"]],
    ["Ada, 2\nGrace, 3\nEmmy", false, ["tickets_not_counted"]],
    ["+49 151 2345678\nAda", false, ["private_data"]],
  ])("%j", (text, takesTickets, found) => {
    expect(codes(text, takesTickets)).toEqual(found);
  });

  test("of columns without names drop nothing", () => {
    expect(labels("Ada\tLondon\t3\nGrace\tYork\t1", true)).toEqual(["Ada London", "Grace York"]);
  });

  test("of a guessed heading must be answered", () => {
    const { findings } = readList('"Ada Lovelace";"none"\n"Grace";"3"\n"Emmy";"2"', { takesTickets: true });
    expect(findings[0]).toMatchObject({ code: "heading_unlike", severity: "answer" });
  });
});

describe("a list as text", () => {
  test("is read back as the same entries, or there is none", () => {
    const label = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 20 })
      .map((text) => text.normalize("NFC").trim())
      .filter((text) => text !== "");
    const entry = fc.record({ label, tickets: fc.integer({ min: 2, max: 2 ** 53 - 1 }) }, { requiredKeys: ["label"] });
    fc.assert(
      fc.property(fc.array(entry), fc.boolean(), (entries, takesTickets) => {
        const text = writtenList(entries, takesTickets);
        if (text !== null) expect(readList(text, { takesTickets }).list).toEqual(entries);
      }),
    );
  });

  test("keeps apparent tickets in a name", () => {
    expect(writtenList([{ label: "Room, 3" }, { label: "Ada", tickets: 2 }], true)).toBe("Room, 3, 1\nAda, 2");
    expect(writtenList([{ label: "Room, 3" }], false)).toBe("Room, 3");
  });

  test("has duplicates once, or with all their tickets", () => {
    const text = "Ada, 2\nAda, 3\nGrace\nAda, 2";
    const options = { takesTickets: true };
    expect(rewrittenList(text, { ...options, change: { repeats: "drop" } })).toBe("Ada, 2\nAda, 3\nGrace");
    expect(rewrittenList(text, { ...options, change: { repeats: "add_tickets" } })).toBe("Ada, 7\nGrace");
  });

  test("is tidied without changing its entries", () => {
    expect(tidyList(" Ada \r\n\r\n\tGrace\n")).toBe("Ada\nGrace");
  });
});

describe("any table", () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(..."aÄé\"';,\t| \n1."), maxLength: 8 }),
    fc.constantFrom("Ada", 'Radia "STP" Perlman', "Lovelace, Ada", "two\nlines", ""),
  );
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1 }));
  const kept = (rows: string[][]) =>
    rows.map((cells) => cells.map((one) => one.trim())).filter((cells) => cells.some((one) => one !== ""));

  test("is read as the same cells, with any separator, quoting and line end", () => {
    fc.assert(
      fc.property(
        table,
        fc.constantFrom("\t", ";", ",", "|"),
        fc.boolean(),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, quotes, newline) => {
          const text = Papa.unparse(rows, { delimiter, quotes, newline });
          const reader = new RowReader(delimiter, 1);
          const read = [...reader.read(linesOf(text)), ...reader.end()].map(({ cells }) => cells);
          expect(reader.badQuote).toBeNull();
          expect(kept(read)).toEqual(kept(rows));
        },
      ),
    );
  });

  test("with thousands of any locale is read correctly, or asked about", () => {
    const name = fc.constantFrom("Zoë", "Lovelace, Ada", 'Radia "STP" Perlman', "Grâce; Müller", "Åse");
    const tickets = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1_000, max: 99_999_999 }));
    const written = fc.record({
      rows: fc.array(fc.tuple(name, tickets), { minLength: 2, maxLength: 8 }),
      delimiter: fc.constantFrom("\t", ";", ",", "|"),
      mark: fc.constantFrom("", " ", "\u00a0", "'", ".", ","),
      quotes: fc.boolean(),
      encoding: fc.constantFrom<BufferEncoding>("utf8", "utf16le", "latin1"),
    });
    fc.assert(
      fc.property(written, ({ rows, delimiter, mark, quotes, encoding }) => {
        const cells = rows.map(([label, count]) => [label, String(count).replace(/\B(?=(\d{3})+$)/g, mark)]);
        const text = Papa.unparse([["Name", "Tickets"], ...cells], { delimiter, quotes });
        const bytes = Buffer.from((encoding === "latin1" ? "" : "\ufeff") + text, encoding);
        const decoded = decode(Uint8Array.from(bytes));
        if (!decoded.certain) return; // the encoding is shown, and can be changed
        const { list, findings } = readList(decoded.text, { takesTickets: true });
        const isAsked = unansweredIn(findings, []).length > 0;
        if (!isAsked) expect(list.map(({ label, tickets = 1 }) => [label, tickets])).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  test("is read in any encoding, or asked about", () => {
    const words = fc.array(fc.constantFrom("Zoë", "Åse", "Ödön", "Ada", "Grâce", "Müller"), { minLength: 3 });
    fc.assert(
      fc.property(words, fc.constantFrom("utf8", "utf16le", "latin1"), fc.boolean(), (names, encoding, mark) => {
        const text = names.join("\n");
        const bytes = Buffer.from((mark && encoding !== "latin1" ? "\ufeff" : "") + text, encoding);
        const read = decode(Uint8Array.from(bytes));
        if (read.certain) expect(read.text).toBe(text);
      }),
    );
  });
});

test("a long line or cell takes the same time with any content", () => {
  const before = process.cpuUsage();
  for (const filler of [" ", "\t", ", ", ";\t ", "(1", "x1 ", "1,", "0", "+0", '"', "@a."]) {
    const line = `a${filler.repeat(100_000)}b`;
    readList(`${line}\n${line}`, { takesTickets: true });
    readList(line, { takesTickets: false });
  }
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(20); // seconds; a regular expression took minutes
}, 60_000);
