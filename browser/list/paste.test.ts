import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { atLastSeparator, linesOf, type PastedEntry, PasteReader, readPasted, writtenList } from "./paste.ts";

const labels = (text: string, takesTickets = false) => readPasted(text, takesTickets).entries;

describe("a pasted list", () => {
  test("has an entry a line, whatever ends a line", () => {
    const lines = ["Ada", "Grace", "Emmy", "Sophie", "Radia", "Karen"].map((label) => ({ label }));
    expect(labels("Ada\nGrace\r\nEmmy\rSophie\u2028Radia\u2029Karen")).toEqual(lines);
  });

  test("loses the white space around a line, and keeps what is inside", () => {
    expect(labels("  Ada  Lovelace\t\n\u00a0Grace\u00a0")).toEqual([{ label: "Ada  Lovelace" }, { label: "Grace" }]);
  });

  test("comes in form NFC", () => {
    expect(labels("Ame\u0301lie")).toEqual([{ label: "Amélie" }]);
  });

  test.each([
    ["", 0],
    ["\n", 1],
    ["Ada", 0],
    ["Ada\n", 0],
    ["Ada\r\n", 0],
    ["Ada\n\n", 1],
    ["\nAda", 1],
    ["Ada\n \t\n\nGrace\n", 2],
  ])("%j has %d blank lines", (text, blank) => {
    expect(readPasted(text, false).blank).toBe(blank);
  });

  test("counts what stands there more than once, most often first, by its name in form NFC", () => {
    const { repeated, entries } = readPasted("a\nc\nb\na\nb\né\nb\ne\u0301", false);
    expect(repeated).toEqual([
      { label: "b", times: 3 },
      { label: "a", times: 2 },
      { label: "é", times: 2 },
    ]);
    expect(entries).toHaveLength(8);
  });
});

describe("tickets", () => {
  test.each<[string, string, number | string | undefined]>([
    ["Ada, 3", "Ada", 3],
    ["Ada,3", "Ada", 3],
    ["Ada;3", "Ada", 3],
    ["Ada\t3", "Ada", 3],
    ["Ada  ,  3", "Ada", 3],
    ["Lovelace, Ada, 3", "Lovelace, Ada", 3],
    ["Ada\tLovelace\t3", "Ada Lovelace", 3],
    ["Ada, 1", "Ada", undefined],
    ["Ada, 0", "Ada", 0],
    ["Ada, 0012", "Ada", 12],
    ["Ada", "Ada", undefined],
    ["Lovelace, Ada", "Lovelace, Ada", undefined],
    ["Team 1,5", "Team 1", 5],
    ["Ada, three", "Ada, three", undefined],
    [", 3", ", 3", undefined],
    ["3", "3", undefined],
    ["Ada,", "Ada,", undefined],
    // What looks like a number is left as it is, to be refused with its place.
    ["Ada, -3", "Ada", -3],
    ["Ada, 1.5", "Ada", "1.5"],
    ["Ada, 1,5", "Ada", "1,5"],
    ["Lovelace, Ada; 1,000", "Lovelace, Ada", "1,000"],
    ["Ada, +3", "Ada", "+3"],
    ["Ada, 12345678901234567", "Ada", "12345678901234567"],
  ])("%j", (line, label, tickets) => {
    expect(labels(line, true)).toEqual([tickets === undefined ? { label } : { label, tickets }]);
  });

  test("are part of the name where none count", () => {
    expect(labels("Ada, 3\nGrace\t4")).toEqual([{ label: "Ada, 3" }, { label: "Grace 4" }]);
  });

  test("come back from the way in which the organiser's page writes them", () => {
    const label = fc
      .string({ unit: "grapheme", minLength: 1 })
      .map((text) => text.normalize("NFC").replace(/\s+/g, " ").trim());
    const entry = fc.record({
      label: label.filter((text) => text !== ""),
      tickets: fc.integer({ min: 2, max: 2 ** 53 - 1 }),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        expect(labels(entries.map(({ label, tickets }) => `${label}, ${tickets}`).join("\n"), true)).toEqual(entries);
      }),
    );
  });
});

test("atLastSeparator splits once, at the last of all separators", () => {
  expect(atLastSeparator("a, b; c\td")).toEqual(["a, b; c", "d"]);
  expect(atLastSeparator("a\tb, c")).toEqual(["a\tb", "c"]);
  expect(atLastSeparator("abc")).toEqual(["abc", ""]);
  expect(atLastSeparator(" ,x")).toEqual([" ,x", ""]);
});

test("linesOf leaves out what is blank", () => {
  expect(linesOf(" a \n\n\tb\r\n \n\u200b\n\u3164")).toEqual(["a", "b"]);
});

test("a long line of spaces or tabs takes no longer than another", () => {
  const before = process.cpuUsage();
  for (const filler of [" ", "\t", ", ", ";\t "]) {
    const line = `a${filler.repeat(300_000)}b`;
    readPasted(line, true);
    readPasted(line, false);
    atLastSeparator(line);
  }
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(20); // seconds; a regular expression took minutes
});

test.each([
  "Smith, John, 3",
  'Zoë "Z" <b>&amp;</b>',
  "Ольга Иванова",
  "Ελένη Παπαδοπούλου",
  "محمد علي (IT)",
  "דוד כהן 3",
  "अनिल कुमार",
  "สมชาย ใจดี",
  "𠮷田 太郎",
  "김철수",
  "ნინო ბერიძე",
  "👩‍👩‍👧‍👦 family",
  "abc \u202e cba",
  "__proto__",
])("the name %s stays whole", (name) => {
  expect(readPasted(`${name}\r\n${name}`, false)).toEqual({
    entries: [{ label: name }, { label: name }],
    blank: 0,
    repeated: [{ label: name, times: 2 }],
  });
});

test("no line is lost: each is an entry or blank", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.boolean(), (text, takesTickets) => {
      const { entries, blank } = readPasted(text, takesTickets);
      const ends = text.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0;
      const unended = /(^|[\n\r\u2028\u2029])$/.test(text) ? 0 : 1;
      expect(entries.length + blank).toBe(ends + unended);
    }),
  );
});

test("a text in pieces is read as the whole text is", () => {
  const piece = fc.oneof(
    fc.string({ unit: "binary", maxLength: 3 }),
    fc.constantFrom("\r", "\n", "\r\n", "e", "\u0301", ", 3"),
  );
  fc.assert(
    fc.property(fc.array(piece), fc.boolean(), (pieces, takesTickets) => {
      const entries: PastedEntry[] = [];
      const reader = new PasteReader(takesTickets, (entry) => entries.push(entry));
      for (const one of pieces) reader.add(one);
      expect({ entries, ...reader.end() }).toEqual(readPasted(pieces.join(""), takesTickets));
    }),
  );
});

test("of a line without end only its beginning is kept; spaces without end are a blank line", () => {
  const entries: PastedEntry[] = [];
  const reader = new PasteReader(true, (entry) => entries.push(entry));
  for (let at = 0; at < 100; at += 1) reader.add("x".repeat(5_000));
  reader.add(", 3\nAda, 3\n");
  for (let at = 0; at < 100; at += 1) reader.add(" ".repeat(5_000));
  expect(reader.end().blank).toBe(1);
  expect(entries.map(({ label, tickets }) => [label.length < 20_000, tickets])).toEqual([
    [true, undefined],
    [true, 3],
  ]);
});

describe("a list that is written out", () => {
  test("is read as the same list again, or not written at all", () => {
    const label = fc.oneof(
      fc.string({ unit: "binary", minLength: 1 }),
      fc.constantFrom("Room, 3", "Ada, 1", "a\tb", "x;2"),
    );
    const entry = fc.oneof(
      fc.record({ label }),
      fc.record({ label, tickets: fc.integer({ min: 2, max: 2 ** 53 - 1 }) }),
    );
    fc.assert(
      fc.property(fc.array(entry), fc.boolean(), (entries, takesTickets) => {
        const text = writtenList(entries, takesTickets);
        if (text !== null) expect(readPasted(text, takesTickets).entries).toEqual(entries);
      }),
    );
  });

  test("has one ticket written where the name would be misread without", () => {
    const entries = [{ label: "Room, 3" }, { label: "Smith, John" }, { label: "Ada", tickets: 2 }, { label: "x, 1" }];
    expect(writtenList(entries, true)).toBe("Room, 3, 1\nSmith, John\nAda, 2\nx, 1, 1");
    expect(writtenList([{ label: "Room, 3" }, { label: "x, 1" }], false)).toBe("Room, 3\nx, 1");
  });

  test.each([" a", "a ", "a\u2028b", "a\u2029", "e\u0301", " "])("is none with the label %j", (label) => {
    expect(writtenList([{ label: "Ada" }, { label }], true)).toBeNull();
    expect(writtenList([{ label: "Ada" }, { label }], false)).toBeNull();
  });

  test("has names of all scripts as they are", () => {
    const entries = ["Ольга", "محمد علي", "王小明", "👩‍👩‍👧‍👦"].map((label) => ({ label }));
    expect(writtenList(entries, false)).toBe("Ольга\nمحمد علي\n王小明\n👩‍👩‍👧‍👦");
  });
});
