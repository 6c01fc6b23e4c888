import { describe, expect, test } from "bun:test";
import { type OddityKind, odditiesOf, withoutSeparators } from "./oddities.ts";
import { linesOf, readPasted } from "./paste.ts";

/** The oddities of a text: by kind, the numbers of the first entries. */
function oddities(text: string, takesTickets = false): Partial<Record<OddityKind, number[]>> {
  const { entries } = readPasted(text, takesTickets);
  const found = odditiesOf({ lines: linesOf(text), entries, takesTickets });
  return Object.fromEntries(found.map(({ kind, examples }) => [kind, examples.map(({ entry }) => entry)]));
}

const NAMES = [
  "Ada Lovelace",
  "Ольга Иванова",
  "محمد علي",
  "王小明",
  "O’Brien, Jr.",
  "👩‍👩‍👧‍👦 family",
  "Zoë",
  "Anne-Marie d'Arc",
];

test("real names of all scripts are not odd", () => {
  expect(oddities(NAMES.join("\n"))).toEqual({});
  expect(oddities("Smith, John\nAda\nDoe, Jane\nGrace\nEmmy\nSophie")).toEqual({});
});

describe("a label that is too long", () => {
  test("is told, counted in code points", () => {
    expect(oddities(`Ada\n${"x".repeat(201)}\n${"x".repeat(200)}`)).toEqual({ long: [2] });
    expect(oddities(`${"👩".repeat(200)}\n${"👩".repeat(201)}`)).toEqual({ long: [2] });
  });

  test("does not count its tickets", () => {
    expect(oddities(`${"x".repeat(199)}, 12\nAda`, true)).toEqual({});
  });
});

test.each(["a\u0007b", "a\u200bb", "a\u00adb", "a\ufeffb", "a\u0085b", "a\u2060b", "a\u007fb"])(
  "a character in %j that nobody sees is told",
  (label) => {
    expect(oddities(`Ada\n${label}`)).toEqual({ hidden: [2] });
  },
);

test.each([
  ["Ada\nada", [2]],
  ["Ada Bell\nAda  Bell", [2]],
  ["Ａｄａ\nAda", [2]],
  ["Straße\nSTRASSE", undefined], // another name, for all we know
  ["ﬁn\nfin", [2]],
  ["Ada\nAda", undefined], // the same is told as a repetition
  ["Ada\nGrace\nADA\naDa", [3, 4]],
])("%j: alike are %p", (text, alike) => {
  expect(oddities(text).alike).toEqual(alike as number[]);
});

test("names that differ in their Unicode form alone are the same", () => {
  expect(oddities("Amélie\nAme\u0301lie")).toEqual({});
});

describe("a heading", () => {
  test.each([
    "Name",
    "NAME",
    "name;tickets",
    "First name, Last name, E-mail",
    "Nachname\tVorname",
    '"Name"',
    "Teilnehmer:",
  ])("%j is told", (line) => {
    expect(oddities(`${line}\nAda\nGrace`).header).toEqual([1]);
  });

  test("is none alone, nor further below, nor in a name", () => {
    expect(oddities("Name")).toEqual({});
    expect(oddities("Ada\nName\nGrace")).toEqual({});
    expect(oddities("Mr Name\nAda")).toEqual({});
  });
});

describe("separators at the end", () => {
  test("are told", () => {
    expect(oddities("Ada,\nGrace;;\nEmmy, \nSophie")).toEqual({ separators: [1, 2, 3] });
  });

  test.each([
    ["Ada,", "Ada"],
    ["Ada ; ,\t", "Ada"],
    ["Ada, b", "Ada, b"],
    ["Ada ", "Ada "],
    [" ,;", " ,;"],
    ["", ""],
  ])("%j without them is %j", (line, without) => {
    expect(withoutSeparators(line)).toBe(without);
  });
});

describe("tickets", () => {
  test("that are no whole number from 1 on are told", () => {
    expect(oddities("Ada, 0\nGrace, 1.5\nEmmy, -3\nSophie, 2\nRadia", true)).toEqual({ tickets: [1, 2, 3] });
  });

  test("that a rule does not count are told where most lines have them", () => {
    expect(oddities("Ada, 2\nGrace, 3\nEmmy")).toEqual({ uncounted: [1, 2] });
    expect(oddities("Ada, 2\nGrace, 3\nEmmy", true)).toEqual({});
    expect(oddities("Room, 3\nAda\nGrace\nEmmy")).toEqual({});
  });
});

describe("columns", () => {
  test("that some lines have otherwise are told", () => {
    const lines = ["Smith, John", "Doe, Jane", "Bell, Ada", "Okoro, Grace", "Sophie"];
    expect(oddities(lines.join("\n"))).toEqual({ columns: [5] });
    expect(oddities(lines.map((line) => line.replace(", ", "\t")).join("\n"))).toEqual({ columns: [5] });
    expect(oddities(lines.slice(1).join("\n"))).toEqual({});
  });

  test("are those of the names, where tickets count", () => {
    expect(oddities("Ada, 2\nGrace, 3\nEmmy, 2\nSophie, 2\nRadia", true)).toEqual({});
  });
});

test("many lines that are odd are counted, and the first five shown", () => {
  const text = Array.from({ length: 12 }, (_, at) => `P${at},`).join("\n");
  const { entries } = readPasted(text, false);
  const [found] = odditiesOf({ lines: linesOf(text), entries, takesTickets: false });
  expect([found?.kind, found?.count, found?.examples.length]).toEqual(["separators", 12, 5]);
  expect(found?.examples[4]).toEqual({ entry: 5, text: "P4," });
});
