import { describe, expect, test } from "bun:test";
import fc from "fast-check";
import { likelyChoice, listFrom, readTable, separatorOf } from "./table.ts";

describe("a table", () => {
  // RFC 4180, section 2.
  test.each<[string, string[][]]>([
    [
      "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
      [
        ["aaa", "bbb", "ccc"],
        ["zzz", "yyy", "xxx"],
      ],
    ],
    [
      "aaa,bbb,ccc\r\nzzz,yyy,xxx",
      [
        ["aaa", "bbb", "ccc"],
        ["zzz", "yyy", "xxx"],
      ],
    ],
    [
      '"aaa","bbb","ccc"\r\nzzz,yyy,xxx',
      [
        ["aaa", "bbb", "ccc"],
        ["zzz", "yyy", "xxx"],
      ],
    ],
    ['"aaa","b""bb","ccc"', [["aaa", 'b"bb', "ccc"]]],
    [
      '"aaa","b\r\nbb","ccc"\r\nzzz,yyy,xxx',
      [
        ["aaa", "b bb", "ccc"],
        ["zzz", "yyy", "xxx"],
      ],
    ],
    ['"a, b",c', [["a, b", "c"]]],
  ])("%j", (text, rows) => {
    expect(readTable(text, ",")).toEqual(rows);
  });

  test.each<[string, string[][]]>([
    ["", []],
    ["\n\r\n , \n", []],
    ["a,", [["a", ""]]],
    [",a", [["", "a"]]],
    ["a\nb\rc", [["a"], ["b"], ["c"]]],
    [' a , "b" ', [["a", '"b"']]],
    ['"a"b,c', [["ab", "c"]]],
    ['"never closed,\nb', [["never closed, b"]]],
    ['say "hi",b', [['say "hi"', "b"]]],
    ['""', []],
  ])("that is odd: %j", (text, rows) => {
    expect(readTable(text, ",")).toEqual(rows);
  });

  test("comes back from the way in which spreadsheets write it", () => {
    const cell = fc.string({ unit: "grapheme", minLength: 1 }).map((text) => text.replace(/\s+/g, " ").trim() || "x");
    const row = fc.array(cell, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(row), fc.constantFrom(",", ";", "\t"), (rows, separator) => {
        const written = rows.map((cells) => cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(separator));
        expect(readTable(written.join("\r\n"), separator)).toEqual(rows);
      }),
    );
  });
});

test.each([
  ["name,tickets\nAda,1\n", ","],
  ["name;tickets\nLovelace, Ada;1\nHopper, Grace;2", ";"],
  ["name\ttickets\nLovelace, Ada\t1\nGrace; B\t2", "\t"],
  ['"a;b",c\n"d;e",f', ","],
  ["Ada\nGrace", null],
  ["", null],
])("the separator of %j is %p", (text, separator) => {
  expect(separatorOf(text)).toBe(separator);
});

describe("what is probably meant", () => {
  test.each([
    [
      [
        ["Name", "Tickets"],
        ["Ada", "3"],
      ],
      { label: 0, tickets: 1, header: true },
    ],
    [
      [
        ["Nr", "Vorname", "Lose"],
        ["1", "Ada", "2"],
      ],
      { label: 1, tickets: 2, header: true },
    ],
    [
      [
        ["1", "Ada"],
        ["2", "Grace"],
      ],
      { label: 1, tickets: null, header: false },
    ],
    [[["Ada", "x"]], { label: 0, tickets: null, header: false }],
    [
      [
        ["1", "2"],
        ["3", "4"],
      ],
      { label: 0, tickets: null, header: false },
    ],
    [[], { label: 0, tickets: null, header: false }],
  ])("by %j", (rows, choice) => {
    expect(likelyChoice(rows)).toEqual(choice);
  });
});

test("the list is made of the columns that were chosen", () => {
  const rows = [
    ["Name", "Tickets", "City"],
    ["Ada", "3", "London"],
    ["", "2", "Rome"],
    ["Grace", "", "York"],
    ["Emmy"],
  ];
  expect(listFrom(rows, { label: 0, tickets: 1, header: true })).toBe("Ada, 3\nGrace\nEmmy");
  expect(listFrom(rows, { label: 2, tickets: null, header: false })).toBe("City\nLondon\nRome\nYork");
});

test("a long file takes no longer than its length", () => {
  const before = process.cpuUsage();
  readTable(`"${'""'.repeat(500_000)}`, ",");
  readTable('"a","b"\n'.repeat(200_000), ",");
  expect(process.cpuUsage(before).user / 1_000_000).toBeLessThan(20);
});
